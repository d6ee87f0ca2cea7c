import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { childNodesOf, nodeIdOf, tagNameOf } from '../rrweb/serialized-node.ts';
import type { TextRange } from '../text/decode-text.ts';

/** A text of an event, and what it is the text of: it may change there, letter by letter. */
export interface TextPlace extends TextRange {
  /** The same for each text that takes the place of another one. */
  readonly key: string;
  readonly holder: Record<string, unknown>;
  readonly name: string;
  /** Where it stands in the text that the holder has. */
  readonly text: string;
  /** True for what is new on a page; all others change what was there. */
  readonly isNew: boolean;
}

/** Attributes that say nothing; styles do where something is quoted. */
const SILENT = /^(?:class|_csstext|d|points|transform|viewbox|width|height|id|srcset|rr_(?!src).*)$/i;
/** Added nodes in added nodes; further up they stand where they stand. */
const DEEPEST = 50;
/** Longer texts are documents. */
const LONGEST = 20_000;
/** A parameter of an address or a form, a cookie, a member of JSON with a text, or a part of a body of several. */
const FIELD =
  /(?:^|[?&#;]\s?)([^=&#;\s"'<>?]{1,100})=([^&#;\s"'<>]+)|"([^"\\]{1,100})"\s{0,4}:\s{0,4}"([^"\\]+)"|name="([^"]{1,100})"[^\r\n]{0,200}\r?\n\r?\n([^\r\n]+)/g;
/** The path of an address, and what it begins with. */
const PATH = /^((?:[a-z][a-z\d+.-]*:\/\/)?[^\s/?#"'<>]*)(\/[^\s?#"'<>]{1,500})(?=[?#]|$)/i;
const PART_OF_PATH = /[^/]+/g;

/** All texts of an event that may be the beginning of one that comes later. */
export function* textPlaces(event: Fields): Generator<TextPlace> {
  const data = asRecord(event['data']);
  switch (kindOf(Number(event['type']), data)) {
    case 'fullSnapshot':
      yield* placesIn(data['node'], '');
      return;
    case 'mutation':
      yield* addedPlaces(asArray(data['adds']).map(asRecord));
      for (const text of asArray(data['texts']))
        if (isRecord(text)) yield* whole(textKey(text['id']), text, 'value', false);
      for (const change of asArray(data['attributes']).map(asRecord)) {
        for (const place of attributePlaces(change['attributes'], attributeKey(change['id'], '')))
          yield { ...place, isNew: false };
      }
      return;
    case 'input':
      if (isRecord(event['data']))
        yield* whole(attributeKey(data['id'], 'value'), event['data'], 'text', false);
      return;
    default:
      yield* leavesOf(event['data']);
  }
}

export function textKey(id: unknown): string {
  return `${String(id)} `;
}

export function attributeKey(id: unknown, name: string): string {
  return `${String(id)} ${name}`;
}

/** Parents and children are added one by one, in any order. */
function* addedPlaces(adds: readonly Fields[]): Generator<TextPlace> {
  const byId = new Map(adds.map((add) => [nodeIdOf(asRecord(add['node'])['id']), add]));
  const counts = new Map<string, number>();
  for (const add of adds) {
    let path = '';
    let parentId = nodeIdOf(add['parentId']);
    for (let depth = 0; depth < DEEPEST; depth++) {
      const parent = byId.get(parentId);
      if (!parent) break;
      path = `/${tagNameOf(asRecord(parent['node']))}${path}`;
      parentId = nodeIdOf(parent['parentId']);
    }
    const where = `>${String(parentId)}${path}/${tagNameOf(asRecord(add['node']))}`;
    const count = counts.get(where) ?? 0;
    counts.set(where, count + 1);
    yield* placesIn(add['node'], `${where}${count}`);
  }
}

/** Nodes have keys of their own; those that take the place of others also have one of where they stand. */
function* placesIn(root: unknown, where: string): Generator<TextPlace> {
  const stack = [{ node: root, path: where }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, path } = top;
    if (!isRecord(node)) continue;
    const own = path && `${path}/${tagNameOf(node)}`;
    for (const key of own ? [String(node['id']), own] : [String(node['id'])]) {
      yield* whole(`${key} `, node, 'textContent', true);
      yield* attributePlaces(node['attributes'], `${key} `);
    }
    for (const child of childNodesOf(node)) stack.push({ node: child, path: own });
  }
}

function* attributePlaces(attributes: unknown, key: string): Generator<TextPlace> {
  if (!isRecord(attributes)) return;
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (SILENT.test(name) || (name === 'style' && typeof value === 'string' && !/["']/.test(value))) continue;
    // Properties that changed one by one.
    if (isRecord(value)) yield* attributePlaces(value, `${key}${name} `);
    yield* whole(key + name, attributes, name, true);
    yield* fieldsOf(attributes, name);
  }
}

function* whole(
  key: string,
  holder: Record<string, unknown>,
  name: string,
  isNew: boolean,
): Generator<TextPlace> {
  const text = holder[name];
  if (typeof text === 'string' && text !== '' && text.length <= LONGEST)
    yield { key, holder, name, text, from: 0, to: text.length, isNew };
}

/** What is not a page: each text by the name of its field, or by its place in a list, and the fields within it. */
function* leavesOf(root: unknown): Generator<TextPlace> {
  const stack = [{ value: root, of: '' }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { value, of } = top;
    if (!Array.isArray(value) && !isRecord(value)) continue;
    const holder = value as Record<string, unknown>;
    for (const name of Object.keys(holder)) {
      const key = Array.isArray(value) ? `${of} ${name}` : name;
      yield* whole(`.${key}`, holder, name, false);
      yield* fieldsOf(holder, name);
      stack.push({ value: holder[name], of: key });
    }
  }
}

function* fieldsOf(holder: Record<string, unknown>, name: string): Generator<TextPlace> {
  const given = holder[name];
  if (typeof given !== 'string' || given.length > LONGEST || !/[=/]|":/.test(given)) return;
  const placed = (key: string, text: string, to: number) => ({
    ...{ key, holder, name, text, to, from: to - text.length },
    isNew: false,
  });
  for (const {
    0: all,
    1: parameter,
    2: value,
    3: member,
    4: content,
    5: part,
    6: body,
    index,
  } of given.matchAll(FIELD)) {
    const end = index + all.length;
    if (value !== undefined) yield placed(`?${parameter ?? ''}`, value, end);
    else if (content !== undefined) yield placed(`?${member ?? ''}`, content, end - 1);
    else if (body !== undefined) yield placed(`?${part ?? ''}`, body, end);
  }
  const [, host = '', path = ''] = PATH.exec(given) ?? [];
  for (const { 0: part, index } of path.matchAll(PART_OF_PATH))
    yield placed(`/${host}${path.slice(0, index)}`, part, host.length + index + part.length);
}
