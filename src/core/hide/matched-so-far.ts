import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import type { CountedSelector } from './parse-selector.ts';
import { elementsAfter, elementsBefore, isSameType, some } from './related-elements.ts';

/**
 * What is known of the nodes of a page as long as it does not change. Without it each element would ask all others, and
 * these others again.
 */
export class MatchedSoFar {
  readonly #known = new Map<object, Map<ReadonlyTreeNode, unknown>>();

  /** @param question whose answers they are */
  of<T>(question: object): Map<ReadonlyTreeNode, T> {
    const known = this.#known.get(question) ?? new Map<ReadonlyTreeNode, unknown>();
    this.#known.set(question, known);
    return known as Map<ReadonlyTreeNode, T>;
  }
}

export type Test = (treeNode: ReadonlyTreeNode, known: MatchedSoFar) => boolean;

type Related = (treeNode: ReadonlyTreeNode) => Iterable<ReadonlyTreeNode>;

/** True where one of those that an element leads to passes: which for those on the way is the same. */
export function anyOf(related: Related, test: Test): Test {
  const question = {};
  return (treeNode, known) => {
    const answers = known.of<boolean>(question);
    const asked = [treeNode];
    let answer = answers.get(treeNode);
    if (answer !== undefined) return answer;
    for (const other of related(treeNode)) {
      answer = test(other, known) ? true : answers.get(other);
      if (answer !== undefined) break;
      asked.push(other);
    }
    answer ??= false;
    for (const one of asked) answers.set(one, answer);
    return answer;
  };
}

export function firstOf(related: Related, test: Test): Test {
  return (treeNode, known) => some(related(treeNode), (other) => test(other, known));
}

/** Which of its siblings it is, counted from 1; all that are counted on the way are known then. */
export function indexOf(
  treeNode: ReadonlyTreeNode,
  { isFromEnd, isOfType }: CountedSelector,
  known: Map<ReadonlyTreeNode, number>,
): number {
  const counted = [treeNode];
  let index = known.get(treeNode);
  if (index !== undefined) return index;
  for (const other of isFromEnd ? elementsAfter(treeNode) : elementsBefore(treeNode)) {
    if (isOfType && !isSameType(other, treeNode)) continue;
    index = known.get(other);
    if (index !== undefined) break;
    counted.push(other);
  }
  index ??= 0;
  for (const one of counted.reverse()) known.set(one, ++index);
  return index;
}
