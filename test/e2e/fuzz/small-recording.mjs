/** A small page and what happens on it, to hang harm onto. */
export const AT = 1_700_000_000_000;

export const META = {
  type: 4,
  timestamp: AT,
  data: { href: 'http://shop.example/', width: 800, height: 600 },
};

export const ENDING = [
  mutation(1000, { adds: [{ parentId: 4, nextId: null, node: text(90, 'the end') }] }),
  { type: 3, timestamp: AT + 2000, data: { source: 1, positions: [{ x: 5, y: 5, id: 4, timeOffset: -50 }] } },
  { type: 3, timestamp: AT + 3000, data: { source: 2, type: 2, id: 4, x: 5, y: 5 } },
];

export function text(id, textContent) {
  return { id, type: 3, textContent };
}

export function element(id, tagName, childNodes = [], attributes = {}) {
  return { id, type: 2, tagName, attributes, childNodes };
}

export function page(...inBody) {
  const html = element(2, 'html', [element(3, 'head'), element(4, 'body', inBody)]);
  const node = { id: 1, type: 0, childNodes: [html] };
  return { type: 2, timestamp: AT + 1, data: { node, initialOffset: { top: 0, left: 0 } } };
}

export function mutation(after, { adds = [], removes = [], texts = [], attributes = [] }) {
  return { type: 3, timestamp: AT + after, data: { source: 0, adds, removes, texts, attributes } };
}

export function custom(after, payload) {
  return { type: 5, timestamp: AT + after, data: { tag: 'custom', payload } };
}

/** Events, or the JSON of events that JSON.stringify cannot write. */
export function eventArray(...events) {
  return `[${events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join(',')}]`;
}

/** The JSON of an event with something else in place of the text node that says MARK. */
export function spliced(event, json) {
  return JSON.stringify(event).replace(JSON.stringify(text(10, 'MARK')), () => json);
}

export function nestedIn(event, depth) {
  return JSON.stringify(event).replace('"MARK"', () => '['.repeat(depth) + ']'.repeat(depth));
}
