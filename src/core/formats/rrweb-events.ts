import { DocumentDecoder, type DocumentShape } from '../decode/document-decoder.ts';
import { LineDecoder } from '../decode/line-decoder.ts';
import { ROOT_ITEMS } from '../decode/json-outline.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/** Lists of rrweb events, by the path that gives them away. */
const SHAPES: readonly { mark: string; shape: DocumentShape }[] = [
  { mark: '0/type', shape: { events: [['*']] } },
  { mark: '0/0/type', shape: { events: [['recording', '*']] } },
  { mark: 'events/0/type', shape: { events: [['events', '*']] } },
  { mark: 'snapshots/0/type', shape: { events: [['snapshots', '*']] } },
  { mark: 'timestamp', shape: { events: [[]] } },
];

/** Where the first event stands behind null or numbers. */
const laterEvents = Array.from({ length: ROOT_ITEMS - 1 }, (_, i) => `${i + 1}/timestamp`);

/**
 * rrweb events without any wrapping of PostHog's, or with nearly none: an array, an array of such arrays (several
 * recordings, or the segments that Sentry keeps one in), an object that holds one, lines, or a single event.
 */
export const rrwebEvents: RecordingFormat = {
  id: 'rrweb-events',
  sniff: ({ outline, complete, isLines }) => {
    if (!outline) return 'no';
    const isWhole = isLines === true || complete;
    const isEvent = outline.has('timestamp') && outline.has('type') && isWhole;
    if (isEvent || SHAPES.slice(0, -1).some(({ mark }) => outline.has(mark))) return 'yes';
    if (outline.isEmptyArray && complete) return 'yes';
    // In `["window", event]` an event comes second too, but nothing third.
    const isPadded = outline.has('2') && laterEvents.some((path) => outline.has(path));
    return isPadded && outline.startsWith('', '[') ? 'yes' : 'maybe';
  },
  createDecoder({ outline, isLines }, context) {
    const found = SHAPES.find(({ mark }) => outline?.has(mark));
    if (found?.mark === 'timestamp' && isLines) return new LineDecoder(context);
    return new DocumentDecoder(found?.shape ?? { events: [['*']] }, context);
  },
};
