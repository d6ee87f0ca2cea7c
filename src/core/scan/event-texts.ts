import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import { ADDRESS_TAGS, CONFIG_TAGS } from '../rrweb/custom-tags.ts';
import { type EventKind, kindOf } from '../rrweb/event-kind.ts';
import { nodeIdOf } from '../rrweb/serialized-node.ts';
import { AttributeTexts } from './attribute-texts.ts';
import type { LeakPlace } from './leak.ts';
import { field, leavesOf, placed, type PlacedText } from './placed-text.ts';
import { textsOfTree, treesOf } from './tree-texts.ts';

/** All texts of the events of one window, in their order. */
export class EventTexts {
  readonly #attributes = new AttributeTexts();
  readonly #shortest: number;

  /** @param shortest characters of which a text has to have more */
  constructor(shortest = SHORTEST) {
    this.#shortest = shortest;
  }

  /** @param event as rrweb records it, inflated */
  *of(event: Fields): Generator<PlacedText> {
    const data = asRecord(event['data']);
    const textsOf = TEXTS[kindOf(Number(event['type']), data)] ?? otherTexts;
    for (const found of textsOf(data, this.#attributes)) if (found.text.length > this.#shortest) yield found;
  }
}

/** Nothing that rules look for is as short. */
const SHORTEST = 5;

type TextsOf = (data: Fields, attributes: AttributeTexts) => Iterable<PlacedText>;

const nothing: TextsOf = () => [];

const TEXTS: Readonly<Partial<Record<EventKind, TextsOf>>> = {
  fullSnapshot: (data, attributes) => textsOfTree(data['node'], attributes),
  mutation: mutationTexts,
  input: (data, attributes) =>
    typeof data['text'] === 'string' ? attributes.typed(nodeIdOf(data['id']), data['text']) : [],
  meta: (data) => leavesOf('address', data['href']),
  custom: customTexts,
  fullScreen: customTexts,
  console: consoleTexts,
  log: consoleTexts,
  network: networkTexts,
  canvasMutation: canvasTexts,
  styleSheetRule: (data) => leavesOf('style', data),
  styleDeclaration: (data) => leavesOf('style', data),
  adoptedStyleSheet: (data) => leavesOf('style', data['styles']),
  // Numbers, bytes and ids.
  font: nothing,
  mouseMove: nothing,
  mouseInteraction: nothing,
  scroll: nothing,
  viewportResize: nothing,
  touchMove: nothing,
  drag: nothing,
  mediaInteraction: nothing,
  selection: nothing,
  customElement: nothing,
};

function otherTexts(data: Fields): Iterable<PlacedText> {
  return leavesOf('custom', data);
}

function* mutationTexts(data: Fields, attributes: AttributeTexts): Generator<PlacedText> {
  for (const tree of treesOf(data['adds'])) yield* textsOfTree(tree, attributes);
  for (const text of asArray(data['texts']).map(asRecord)) {
    if (typeof text['value'] === 'string') yield placed('text', text['value'], nodeIdOf(text['id']));
  }
  for (const change of asArray(data['attributes']).map(asRecord)) {
    yield* attributes.ofChange(asRecord(change['attributes']), nodeIdOf(change['id']));
  }
}

function customTexts({ tag, payload }: Fields): Iterable<PlacedText> {
  if (ADDRESS_TAGS.has(tag)) return leavesOf('address', asRecord(payload)['href']);
  return leavesOf(CONFIG_TAGS.has(tag) ? 'config' : 'custom', payload, asText(tag));
}

function consoleTexts({ payload }: Fields): Iterable<PlacedText> {
  return leavesOf('console', isRecord(payload) ? [payload['payload'], payload['trace']] : payload);
}

function* networkTexts({ payload }: Fields): Generator<PlacedText> {
  for (const request of asArray(asRecord(payload)['requests']).map(asRecord)) {
    yield* leavesOf('network-address', request['name']);
    for (const [name, place] of NETWORK_FIELDS) yield* leavesOf(place, request[name]);
  }
}

const NETWORK_FIELDS: readonly (readonly [name: string, place: LeakPlace])[] = [
  ['requestHeaders', 'network-header'],
  ['responseHeaders', 'network-header'],
  ['requestBody', 'network-body'],
  ['responseBody', 'network-body'],
];

/** What was written; pictures are bytes. */
function* canvasTexts(data: Fields): Generator<PlacedText> {
  for (const { property, args } of [data, ...asArray(data['commands']).map(asRecord)]) {
    if (property !== 'fillText' && property !== 'strokeText') continue;
    const [text] = asArray(args);
    if (typeof text === 'string') yield field('canvas', '', text, nodeIdOf(data['id']));
  }
}
