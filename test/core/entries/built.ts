import { type EntryQuery, openRecording, type Recording, type ReplayEntry } from '../../../src/core/index.ts';

/** Small recordings of a page, made event by event. */

export const START = 1_700_000_000_000;
export const HREF = 'https://shop.test/checkout';

/** An element; its number is given so that events can speak of it. */
export const element = (id: number, tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
export const text = (id: number, textContent: string) => ({ type: 3, id, textContent });

/** A page whose title is in node 6 and whose body is node 4, `at` milliseconds after the start. */
export function page(
  at: number,
  body: readonly object[] = [],
  href: unknown = HREF,
  title = 'Shop',
): object[] {
  const head = element(3, 'head', {}, element(6, 'title', {}, text(7, title)));
  const html = element(2, 'html', {}, head, element(4, 'body', {}, ...body));
  const node = { type: 0, id: 1, childNodes: [html] };
  return [
    { type: 4, timestamp: START + at, data: { href, width: 800, height: 600 } },
    { type: 2, timestamp: START + at, data: { node, initialOffset: { top: 0, left: 0 } } },
  ];
}

export const change = (at: number, data: object) => ({ type: 3, timestamp: START + at, data });
export const mutation = (at: number, fields: object) =>
  change(at, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...fields });
export const add = (at: number, node: object, parentId = 4) =>
  mutation(at, { adds: [{ parentId, nextId: null, node }] });
/** Of the mouse: 1 down, 2 click, 3 right click, 4 double click, 7 touch, 9 its end. */
export const pointer = (at: number, type: number, id: number, more: object = {}) =>
  change(at, { source: 2, type, id, x: 10, y: 20, ...more });
export const click = (at: number, id: number) => [
  pointer(at, 1, id),
  pointer(at + 5, 2, id, { pointerType: 0 }),
];
export const input = (at: number, id: number, value: unknown, isChecked = false) =>
  change(at, { source: 5, id, text: value, isChecked });
export const custom = (at: number, tag: unknown, payload: unknown = {}) => ({
  type: 5,
  timestamp: START + at,
  data: { tag, payload },
});
export const plugin = (at: number, name: string, payload: unknown) => ({
  type: 6,
  timestamp: START + at,
  data: { plugin: name, payload },
});

/** Something to see, so that the recording is so many milliseconds long. */
export const until = (at: number) =>
  change(at, { source: 1, positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] });

export async function listOf(recording: Recording, query: EntryQuery = {}): Promise<ReplayEntry[]> {
  const list: ReplayEntry[] = [];
  for await (const entry of recording.entries(query)) list.push(entry);
  return list;
}

/** The entries of a recording that is only made for that. */
export async function entriesOf(events: readonly object[], query: EntryQuery = {}): Promise<ReplayEntry[]> {
  const recording = await openRecording(events);
  return listOf(recording, query);
}

export const titlesOf = (entries: readonly ReplayEntry[]) => entries.map(({ title }) => title);
