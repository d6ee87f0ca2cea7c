import { IncrementalSource, MouseInteractions } from '@rrweb/types';
import { asArray, asRecord, isRecord } from '../json.ts';
import { incrementalEvent, type PageTimes, type ReplayEvent } from '../recording.ts';
import {
  childNodesOf,
  isElement,
  type SerializedNode,
  writableAttributesOf,
} from '../rrweb/serialized-node.ts';
import { laterIn } from '../seek/at-once.ts';

/** What users do, of which a page knows where and how far. */
const DOINGS: ReadonlySet<unknown> = new Set([
  IncrementalSource.MouseMove,
  IncrementalSource.MouseInteraction,
  IncrementalSource.Scroll,
  IncrementalSource.ViewportResize,
  IncrementalSource.Input,
  IncrementalSource.TouchMove,
  IncrementalSource.MediaInteraction,
  IncrementalSource.Drag,
  IncrementalSource.Selection,
]);
const MEMBERS: ReadonlySet<string> = new Set(
  (
    'source type id x y width height positions timeOffset ranges start end startOffset endOffset pointerType ' +
    'currentTime volume muted loop playbackRate text isChecked userTriggered'
  ).split(' '),
);

/** An event of before without what its format does not know: nobody can say whether that is still so. */
export function withoutUnknown(event: ReplayEvent): ReplayEvent {
  const { source } = asRecord(event.data);
  const isInput = source === IncrementalSource.Input;
  const known = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(known);
    if (!isRecord(value)) return value;
    const own = Object.entries(value).filter(
      ([name, inner]) => MEMBERS.has(name) && (typeof inner !== 'string' || (isInput && name === 'text')),
    );
    return Object.fromEntries(own.map(([name, inner]) => [name, known(inner)]));
  };
  return DOINGS.has(source) ? incrementalEvent(event.timestamp, asRecord(known(event.data))) : event;
}

/** Nobody clicks when a copy begins: of a click only where the mouse is stays. */
export function withoutClicks(events: readonly ReplayEvent[]): ReplayEvent[] {
  return events.flatMap((event) => {
    const { source, type, x, y, id } = asRecord(event.data);
    if (source !== IncrementalSource.MouseInteraction || type !== MouseInteractions.Click) return [event];
    if (typeof x !== 'number' || typeof y !== 'number') return [];
    const positions = [{ x, y, id, timeOffset: 0 }];
    return [incrementalEvent(event.timestamp, { source: IncrementalSource.MouseMove, positions })];
  });
}

/**
 * Lets films that a page says are playing be as far as they are at a later moment. Edits the events.
 *
 * @param events of the page, from its full snapshot on
 * @param pageAt when the full snapshot was taken; times are Unix milliseconds
 */
export function filmsOn(
  events: readonly ReplayEvent[],
  { added }: PageTimes,
  pageAt: number,
  at: number,
): void {
  const addedAt = new Map(added);
  const data = events.map((event) => asRecord(event.data));
  const roots = [...data, ...data.flatMap(({ adds }) => asArray(adds).map(asRecord))];
  const nodes = roots.map(({ node }) => [node, pageAt] as const);
  for (let next = nodes.pop(); next; next = nodes.pop()) {
    const [node, around] = next;
    if (!isRecord(node)) continue;
    const since = addedAt.get(Number(node['id'])) ?? around;
    if (isElement(node)) playOn(node, since, at);
    for (const child of childNodesOf(node)) nodes.push([child, since]);
  }
}

function playOn(node: SerializedNode, since: number, at: number): void {
  const attributes = writableAttributesOf(node);
  const { rr_mediaState: state, rr_mediaCurrentTime: currentTime, rr_mediaPlaybackRate: rate } = attributes;
  if (state !== 'played' || typeof currentTime !== 'number') return;
  attributes['rr_mediaCurrentTime'] = laterIn(currentTime, since, at, typeof rate === 'number' ? rate : 1);
}
