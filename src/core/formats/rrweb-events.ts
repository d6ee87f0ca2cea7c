import { DocumentDecoder, type DocumentShape } from '../decode/document-decoder.ts';
import type { RecordingFormat } from './format.ts';

const SEVERAL = 'The file holds several recordings side by side; each plays as a window of its own.';

/** Lists of rrweb events, by the path that gives them away. */
const SHAPES: readonly { mark: string; shape: DocumentShape }[] = [
  { mark: '0/type', shape: { events: [['*']] } },
  { mark: '0/0/type', shape: { events: [['window', '*']] } },
  { mark: 'events/0/type', shape: { events: [['events', '*']] } },
  { mark: 'snapshots/0/type', shape: { events: [['snapshots', '*']] } },
  { mark: 'timestamp', shape: { events: [[]] } },
];

/**
 * rrweb events without any wrapping of PostHog's, or with nearly none: an array, an array of such arrays, an
 * object that holds one, or a single event.
 */
export const rrwebEvents: RecordingFormat = {
  id: 'rrweb-events',
  sniff: ({ outline, complete }) => {
    if (!outline) return 'no';
    const isEvent = outline.has('timestamp') && outline.has('type') && complete;
    if (isEvent || SHAPES.slice(0, -1).some(({ mark }) => outline.has(mark))) return 'yes';
    return outline.isEmptyArray && complete ? 'yes' : 'maybe';
  },
  createDecoder({ outline }, report) {
    const found = SHAPES.find(({ mark }) => outline?.has(mark));
    if (found?.mark === '0/0/type') report.warn('several-recordings', SEVERAL);
    return new DocumentDecoder(found?.shape ?? { events: [['*']] }, report);
  },
};
