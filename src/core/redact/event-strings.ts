import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { ADDRESS_TAGS } from '../rrweb/custom-tags.ts';
import { childNodesOf, tagNameOf } from '../rrweb/serialized-node.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import type { RedactPlace } from './rules.ts';
import type { TextKind } from '../text/text-finder.ts';

/** Is given every text of something and says what is to stand in its place. */
export interface StringEditor {
  edit(text: string, kind: TextKind, place: RedactPlace): string;
  /** The same for numbers of data. */
  editNumber(number: number, place: RedactPlace): number;
}

/** The same for events of a page. */
export interface EventEditor extends StringEditor {
  /** True for a text node in a style element, whose changes do not say so. */
  isInStyle(id: unknown): boolean;
}

type Holder = Record<string, unknown>;

/** Attributes that styles, scripts and forms go by. */
const NAME_ATTRIBUTES: ReadonlySet<string> = new Set(
  'class id for name type rel role slot part is lang dir xmlns'.split(' '),
);
const SHAPE_ATTRIBUTES: ReadonlySet<string> = new Set(
  'd points transform viewbox width height x y x1 x2 y1 y2 cx cy r rx ry dx dy offset fill stroke'.split(' '),
);
const STYLE_ATTRIBUTES: ReadonlySet<string> = new Set(['style', '_csstext']);
/** Fields of events by which readers know what they have. */
const NAME_FIELDS: ReadonlySet<string> = new Set(
  'tag plugin level initiatorType entryType method property rr_type'.split(' '),
);
/** Pictures as bytes. */
const BYTES = 'base64';
/** Fields of an event that are no content. */
const FRAME: ReadonlySet<string> = new Set(['type', 'timestamp', 'windowId']);

/** Puts all strings of an event through an editor. Edits the event, which must be the caller's own copy. */
export function editStrings(event: Holder, editor: EventEditor): void {
  const data = asRecord(event['data']);
  const kind = kindOf(Number(event['type']), data);
  for (const name of Object.keys(event)) {
    if (name === 'data' || FRAME.has(name)) continue;
    event[name] = editLeaf(name, event[name], editor, 'other');
  }
  switch (kind) {
    case 'fullSnapshot':
      editTree(data['node'], '', editor);
      return;
    case 'mutation':
      editMutation(data, editor);
      return;
    case 'mouseMove':
    case 'touchMove':
    case 'drag':
    case 'scroll':
    case 'mouseInteraction':
      return;
    case 'console':
    case 'network':
      editWithin(event, 'data', editor, kind);
      return;
    case 'input':
      editWithin(event, 'data', editor, 'input');
      return;
    case 'meta':
      editWithin(event, 'data', editor, 'address');
      return;
    case 'canvasMutation':
      editWithin(event, 'data', editor, 'canvas');
      return;
    case 'styleSheetRule':
    case 'styleDeclaration':
    case 'adoptedStyleSheet':
    case 'font':
      editWithin(event, 'data', editor, 'style');
      return;
    case 'custom':
    case 'fullScreen':
      editWithin(event, 'data', editor, ADDRESS_TAGS.has(data['tag']) ? 'address' : 'custom');
      return;
    default:
      editWithin(event, 'data', editor, 'other');
  }
}

/** All strings and numbers within a value of JSON, keys included. Its own stack: data can be nested deeply. */
export function editWithin(root: Holder, member: string, editor: StringEditor, place: RedactPlace): void {
  const stack: (readonly [holder: Holder, name: string, key: string])[] = [[root, member, member]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [holder, name, key] = top;
    const value = holder[name];
    if (Array.isArray(value)) {
      for (const i of value.keys()) stack.push([value as unknown as Holder, String(i), key]);
    } else if (isRecord(value)) {
      holder[name] = withEditedKeys(value, editor, place);
      const inner = holder[name] as Holder;
      for (const innerName of Object.keys(inner)) stack.push([inner, innerName, innerName]);
    } else {
      holder[name] = editLeaf(key, value, editor, place);
    }
  }
}

function withEditedKeys(value: Holder, editor: StringEditor, place: RedactPlace): Holder {
  const keys = Object.keys(value);
  const edited = keys.map((key) => editor.edit(key, 'name', place));
  if (edited.every((key, i) => key === keys[i])) return value;
  // Keys that look the same now would take each other's place.
  const used = new Set<string>();
  const entries = edited.map((key, i) => {
    let unique = key;
    for (let n = 2; used.has(unique); n++) unique = `${key}${n}`;
    used.add(unique);
    return [unique, value[keys[i] ?? '']];
  });
  return Object.fromEntries(entries) as Holder;
}

function editLeaf(name: string, value: unknown, editor: StringEditor, place: RedactPlace): unknown {
  if (typeof value === 'string') {
    return name === BYTES ? value : editor.edit(value, kindOfField(name, place), place);
  }
  return typeof value === 'number' && DATA.has(place) ? editor.editNumber(value, place) : value;
}

/** Where a number may be an account's. */
const DATA: ReadonlySet<RedactPlace> = new Set(['console', 'network', 'custom', 'person', 'other']);

function kindOfField(name: string, place: RedactPlace): TextKind {
  if (place === 'style') return 'style';
  return NAME_FIELDS.has(name) ? 'name' : 'content';
}

function kindOfAttribute(name: string): TextKind {
  const key = name.toLowerCase();
  if (STYLE_ATTRIBUTES.has(key)) return 'style';
  if (NAME_ATTRIBUTES.has(key)) return 'name';
  return SHAPE_ATTRIBUTES.has(key) ? 'shape' : 'content';
}

function editMutation(data: Fields, editor: EventEditor): void {
  for (const add of asArray(data['adds'])) {
    const { node } = asRecord(add);
    editTree(node, editor.isInStyle(asRecord(node)['id']) ? 'style' : '', editor);
  }
  for (const text of asArray(data['texts'])) {
    if (!isRecord(text) || typeof text['value'] !== 'string') continue;
    const isStyle = editor.isInStyle(text['id']);
    text['value'] = editor.edit(text['value'], isStyle ? 'style' : 'content', isStyle ? 'style' : 'text');
  }
  for (const change of asArray(data['attributes'])) {
    if (isRecord(change) && isRecord(change['attributes'])) editAttributes(change['attributes'], editor);
  }
}

function editTree(root: unknown, parentTag: string, editor: StringEditor): void {
  const stack = [{ node: root, tag: parentTag }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, tag } = next;
    if (!isRecord(node)) continue;
    if (typeof node['textContent'] === 'string') {
      const isStyle = node['isStyle'] === true || tag === 'style';
      const place = isStyle ? 'style' : 'text';
      node['textContent'] = editor.edit(node['textContent'], isStyle ? 'style' : 'content', place);
    }
    for (const name of ['publicId', 'systemId']) {
      if (typeof node[name] === 'string') node[name] = editor.edit(node[name], 'content', 'other');
    }
    if (isRecord(node['attributes'])) editAttributes(node['attributes'], editor);
    for (const child of childNodesOf(node)) stack.push({ node: child, tag: tagNameOf(node) });
  }
}

function editAttributes(attributes: Holder, editor: StringEditor): void {
  for (const [name, value] of Object.entries(attributes)) {
    const kind = kindOfAttribute(name);
    const place = kind === 'style' ? 'style' : 'attribute';
    if (typeof value === 'string') attributes[name] = editor.edit(value, kind, place);
    else if (isRecord(value)) editWithin(attributes, name, editor, place);
  }
}
