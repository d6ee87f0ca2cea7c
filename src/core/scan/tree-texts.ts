import { asArray, isRecord } from '../json.ts';
import {
  childNodesOf,
  isInline,
  isTag,
  isText,
  nodeIdOf,
  type SerializedNode,
} from '../rrweb/serialized-node.ts';
import type { AttributeTexts } from './attribute-texts.ts';
import { Cells } from './cells.ts';
import { placed, type PlacedText, type TextPart } from './placed-text.ts';
import { plainCharacters } from './plain-characters.ts';

/** So much of the text before tells what a number is: "Phone". */
const LABEL = 32;
const IS_NUMBER = /\d(?:[ ()./-]{0,3}\d){5}/;
/** No value is spread over more text than this. */
const LONGEST_LINE = 2000;
/** Stands in the walk's stack for the end of a block. */
const END_OF_BLOCK = Symbol();

/**
 * All texts of a tree in the order of the page. Texts that stand in one line come again as one, because a page may
 * write a value as `<b>jane@</b>example.org` or show a number in groups.
 */
export function* textsOfTree(root: unknown, attributes: AttributeTexts): Generator<PlacedText> {
  const line = new Line();
  const cells = new Cells();
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === END_OF_BLOCK) yield* line.end();
    if (!isRecord(node)) continue;
    const text = node['textContent'];
    if (typeof text === 'string') {
      if (isStyleText(node)) {
        yield placed('style', text, nodeIdOf(node['id']));
        continue;
      }
      yield line.add(node, text);
      const group = cells.add(text, nodeIdOf(node['id']));
      if (group) yield group;
      continue;
    }
    if (isRecord(node['attributes'])) {
      yield* attributes.of(node);
      const { value } = node['attributes'];
      const group = typeof value === 'string' ? cells.add(value, nodeIdOf(node['id'])) : null;
      if (group) yield group;
    }
    if (isTag(node, 'style')) {
      for (const child of childNodesOf(node)) if (isRecord(child)) stack.push({ ...child, isStyle: true });
      continue;
    }
    if (!isInline(node)) {
      yield* line.end();
      stack.push(END_OF_BLOCK);
    }
    const children = childNodesOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
  yield* line.end();
  const group = cells.end();
  if (group) yield group;
}

/** Nodes that were added one by one as the trees that they make, children in the order of the page. */
export function treesOf(adds: unknown): readonly SerializedNode[] {
  const members = asArray(adds).flatMap((add) => {
    const node = isRecord(add) ? add['node'] : undefined;
    return isRecord(add) && isRecord(node) ? [new Member(node, add['parentId'], add['nextId'])] : [];
  });
  const byId = new Map(members.map((member) => [member.id, member]));
  const before = new Map<unknown, Member[]>();
  const last: Member[] = [];
  for (const member of members) {
    const siblings = before.get(member.nextId);
    if (siblings) siblings.push(member);
    else if (byId.has(member.nextId)) before.set(member.nextId, [member]);
    else last.push(member);
  }
  const roots: SerializedNode[] = [];
  for (const member of last) {
    // Behind each comes what stands before it; a sibling is taken away so that a circle ends.
    const chain = [member];
    for (const { id } of chain) {
      chain.push(...(before.get(id) ?? []));
      before.delete(id);
    }
    for (const { node, parentId } of chain.reverse()) (byId.get(parentId)?.children ?? roots).push(node);
  }
  // Siblings that name each other in a circle have no order.
  for (const circle of before.values()) roots.push(...circle.map(({ node }) => node));
  return roots;
}

/** A node that was added, as its parent in the batch is to have it. */
class Member {
  readonly children: unknown[];
  readonly node: SerializedNode;
  readonly id: unknown;

  constructor(
    node: SerializedNode,
    readonly parentId: unknown,
    readonly nextId: unknown,
  ) {
    this.children = [...childNodesOf(node)];
    this.node = { ...node, childNodes: this.children };
    this.id = node['id'];
  }
}

function isStyleText(node: SerializedNode): boolean {
  return isText(node) && node['isStyle'] === true;
}

/** The texts of one line of a page as they come by. */
class Line {
  #text = '';
  #parts: TextPart[] = [];
  #label = '';

  /** A text by itself, behind the one before where that may say what it is. */
  add(node: SerializedNode, text: string): PlacedText {
    const nodeId = nodeIdOf(node['id']);
    if (this.#text.length + text.length < LONGEST_LINE) {
      this.#parts.push({ from: this.#text.length, nodeId });
      this.#text += text;
    }
    const lead = IS_NUMBER.test(plainCharacters(text)) && this.#label !== '' ? `${this.#label}\n` : '';
    if (text.trim() !== '') this.#label = text.trim().slice(-LABEL);
    return { place: 'text', text: lead + text, lead: lead.length, nodeId };
  }

  *end(): Generator<PlacedText> {
    const [text, parts] = [this.#text, this.#parts];
    if (parts.length === 0) return;
    this.#text = '';
    this.#parts = [];
    if (parts.length > 1) yield { place: 'text', text, lead: 0, nodeId: parts[0]?.nodeId ?? null, parts };
  }
}
