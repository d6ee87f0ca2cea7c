import { DocumentDecoder, type DocumentShape, stringIn } from '../decode/document-decoder.ts';
import { LineDecoder } from '../decode/line-decoder.ts';
import type { JsonPath } from '../decode/json-cutter.ts';
import { type JsonOutline, ROOT_ITEMS } from '../decode/json-outline.ts';
import type { DecodeContext, RecordingFormat } from '../decode/recording-format.ts';

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

/** Keys under which tools write the session's id beside its events. */
const IDS = ['sessionId', 'session_id', 'id'];

/**
 * rrweb events without any wrapping of PostHog's, or with nearly none: an array, an array of such arrays (several
 * recordings, or the segments that Sentry keeps one in), an object that holds one, however deep, lines, or a single event.
 */
export const rrwebEvents: RecordingFormat = {
  id: 'rrweb-events',
  sniff: ({ outline, complete, isAll, isLines }) => {
    if (!outline) return 'no';
    const isWhole = isLines === true || complete;
    const isEvent = outline.has('timestamp') && outline.has('type') && isWhole;
    if (isEvent || SHAPES.slice(0, -1).some(({ mark }) => outline.has(mark))) return 'yes';
    // What looks like this may turn out to be something else.
    if (isAll && nestedEvents(outline)) return 'yes';
    if (outline.isEmptyArray && complete) return 'yes';
    // In `["window", event]` an event comes second too, but nothing third.
    const isPadded = outline.has('2') && laterEvents.some((path) => outline.has(path));
    return isPadded && outline.startsWith('', '[') ? 'yes' : 'maybe';
  },
  createDecoder({ outline, isLines }, context) {
    const found = SHAPES.find(({ mark }) => outline?.has(mark));
    if (found?.mark === 'timestamp' && isLines) return new LineDecoder(context);
    const shape = found?.shape ?? (outline && nestedEvents(outline)) ?? { events: [['*']] };
    return new DocumentDecoder({ ...shape, values: idsOf(context) }, context);
  },
};

/** Events somewhere in an object. What stands beside the way to them, under other keys, is another recording. */
function nestedEvents(outline: JsonOutline): DocumentShape | null {
  const path = outline.listOf('type', 'timestamp', 'data');
  return path && path.length > 0 ? { events: [[...stepsTo(path), '*']] } : null;
}

function stepsTo(path: JsonPath): string[] {
  const branch = path.findLastIndex((step) => typeof step === 'number');
  return path.map((step, i) => {
    const isBranch = branch < 0 ? i === 0 && path.length > 1 : i === branch;
    if (isBranch) return 'recording';
    return typeof step === 'number' ? '*' : step;
  });
}

function idsOf(context: DecodeContext): NonNullable<DocumentShape['values']> {
  const take = (json: string) => {
    const id = stringIn(json);
    if (id !== '') context.describe({ id }, null);
  };
  return IDS.map((key) => ({ path: [key], take }));
}
