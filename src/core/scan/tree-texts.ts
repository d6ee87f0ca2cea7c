import { asArray, type Fields, isRecord } from '../json.ts';
import { childrenOf, isTag, isText, type SerializedNode } from '../normalise/tree.ts';
import type { AttributeTexts } from './attribute-texts.ts';
import { idOf, placed, type PlacedText, type TextPart } from './placed-text.ts';

/** Elements that go on with the line they stand in. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
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
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === END_OF_BLOCK) yield* line.end();
    if (!isRecord(node)) continue;
    const text = node['textContent'];
    if (typeof text === 'string') {
      yield isStyleText(node) ? placed('style', text, idOf(node['id'])) : line.add(node, text);
      continue;
    }
    if (isRecord(node['attributes'])) yield* attributes.of(node);
    if (isTag(node, 'style')) {
      for (const child of childrenOf(node)) if (isRecord(child)) stack.push({ ...child, isStyle: true });
      continue;
    }
    if (!isInline(node)) {
      yield* line.end();
      stack.push(END_OF_BLOCK);
    }
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
  }
  yield* line.end();
}

/** Nodes that were added one by one as the trees that they make, children in the order of the page. */
export function treesOf(adds: unknown): readonly SerializedNode[] {
  const nodes = asArray(adds).flatMap((add) => {
    const node = isRecord(add) ? add['node'] : undefined;
    return isRecord(add) && isRecord(node)
      ? [{ add, node: { ...node, childNodes: [...childrenOf(node)] } }]
      : [];
  });
  const byId = new Map(nodes.map(({ node }) => [Reflect.get(node, 'id'), node]));
  /** Those whose next sibling is in the batch, by that sibling's id. */
  const before = new Map<unknown, SerializedNode[]>();
  const last: { readonly parentId: unknown; readonly node: SerializedNode }[] = [];
  for (const { add, node } of nodes) {
    const { nextId, parentId } = add;
    const siblings = before.get(nextId);
    if (!byId.has(nextId) || nextId === Reflect.get(node, 'id')) last.push({ parentId, node });
    else if (siblings) siblings.push(node);
    else before.set(nextId, [node]);
  }
  const roots: SerializedNode[] = [];
  const parentOf = new Map(nodes.map(({ add, node }) => [node as SerializedNode, add['parentId']]));
  for (const { node } of last) {
    const chain = [node];
    const taken = new Set(chain);
    for (const sibling of chain) {
      for (const previous of before.get(sibling['id']) ?? []) {
        if (!taken.has(previous)) chain.push(previous);
        taken.add(previous);
      }
    }
    for (const member of chain.reverse()) {
      const parent = byId.get(parentOf.get(member));
      if (parent) parent.childNodes.push(member);
      else roots.push(member);
    }
  }
  return roots;
}

function isInline({ tagName }: Fields): boolean {
  return typeof tagName === 'string' && INLINE.has(tagName.toLowerCase());
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
    const nodeId = idOf(node['id']);
    if (this.#text.length + text.length < LONGEST_LINE) {
      this.#parts.push({ from: this.#text.length, nodeId });
      this.#text += text;
    }
    const lead = IS_NUMBER.test(text) && this.#label !== '' ? `${this.#label}\n` : '';
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
