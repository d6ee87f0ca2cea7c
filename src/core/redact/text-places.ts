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

/** Attributes that say nothing. */
const SILENT = /^(?:class|style|_csstext|d|points|transform|viewbox|width|height|id|srcset|rr_(?!src).*)$/i;
/** Added nodes in added nodes; further up they stand where they stand. */
const DEEPEST = 50;
/** Longer texts are documents. */
const LONGEST = 20_000;
/** A parameter of an address or a form, or a member of JSON with a text. */
const FIELD =
  /(?:^|[?&#;])([^=&#;\s"'<>?]{1,100})=([^&#\s"'<>]+)|"([^"\\]{1,100})"\s{0,4}:\s{0,4}"([^"\\]+)"/g;
/** The last part of the path of an address. */
const LAST_PART = /^((?:[a-z][a-z\d+.-]*:\/\/|\/)[^\s?#"'<>]{0,500}\/)([^\s/?#"'<>]+)(?=[?#]|$)/i;

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
  for (const add of adds) {
    let path = '';
    let parentId = nodeIdOf(add['parentId']);
    for (let depth = 0; depth < DEEPEST; depth++) {
      const parent = byId.get(parentId);
      if (!parent) break;
      path = `/${tagNameOf(asRecord(parent['node']))}${path}`;
      parentId = nodeIdOf(parent['parentId']);
    }
    yield* placesIn(add['node'], `>${String(parentId)}${path}`);
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
    if (SILENT.test(name)) continue;
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

/** What is not a page: each text by the name of its field, and the fields within it. */
function* leavesOf(root: unknown): Generator<TextPlace> {
  const stack = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (Array.isArray(top)) for (const item of top as unknown[]) stack.push(item ?? null);
    if (!isRecord(top)) continue;
    for (const name of Object.keys(top)) {
      yield* whole(`.${name}`, top, name, false);
      yield* fieldsOf(top, name);
      stack.push(top[name] ?? null);
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
  for (const { 0: all, 1: parameter, 2: value, 3: member, 4: content, index } of given.matchAll(FIELD)) {
    const end = index + all.length;
    if (value !== undefined) yield placed(`?${parameter ?? ''}`, value, end);
    else if (content !== undefined) yield placed(`?${member ?? ''}`, content, end - 1);
  }
  const last = LAST_PART.exec(given);
  if (last?.[2]) yield placed(`/${last[1] ?? ''}`, last[2], last[0].length);
}
