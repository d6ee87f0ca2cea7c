import { MouseInteractions } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../../json.ts';
import type { EventKind } from '../../rrweb/event-kind.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import type { StoredEvent } from '../../store/recording-store.ts';
import { type ClickSurface, clickSurfaceOf } from './click-surface.ts';
import { POINTER_BATCH_SECONDS } from './rules.ts';
import { RestlessNodes } from './restless-nodes.ts';
import { ScrollTurns } from './scroll-turns.ts';

/**
 * What the events of one window tell besides what becomes an entry: when something happened, in seconds from the start
 * of the recording, ascending.
 */
export interface WindowTrace {
  /** Any event. */
  readonly events: readonly number[];
  /** The page changed: its nodes, styles or drawings, or media on it. */
  readonly redraws: readonly number[];
  /** The same without what changes at a steady beat anyway, such as a clock … */
  readonly changes: readonly number[];
  /** … and that alone. */
  readonly beats: readonly number[];
  readonly scrolls: readonly number[];
  /** Scrolling turned back, up or down, a good way after it last did. */
  readonly turns: readonly number[];
  readonly selections: readonly number[];
  /** Somebody typed or chose. */
  readonly inputs: readonly number[];
  /** An element got or lost the focus. */
  readonly focus: readonly number[];
  readonly clicks: readonly TracedClick[];
  /** Fingers that touched a screen, of which apps record no clicks. */
  readonly touches: readonly TracedClick[];
  /** When each batch of pointer positions began, and when it ended. */
  readonly moveStarts: readonly number[];
  readonly moveEnds: readonly number[];
  /** Batches of pointer positions that were handed over late. */
  readonly stalls: readonly Stall[];
  /** How long the recorder waits at most before it hands over a batch, as far as it shows. */
  readonly batchSeconds: number;
}

export interface TracedClick {
  readonly time: number;
  /** In the viewport; CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly nodeId: number;
  readonly surface: ClickSurface;
}

/**
 * Recorders keep positions for a while and then hand them over, by a timer. Where that came much later, the page did not
 * let it run.
 */
export interface Stall {
  /** When the first and the last position in the batch were noted, and when it was handed over. */
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** By id of the window. */
export type Trace = ReadonlyMap<string, WindowTrace>;

type WritableTrace = {
  -readonly [K in keyof WindowTrace]: WindowTrace[K] extends readonly (infer Item)[]
    ? Item[]
    : WindowTrace[K];
};

type Stream = 'redraws' | 'scrolls' | 'selections' | 'inputs';

const STREAMS: Readonly<Partial<Record<EventKind, Stream>>> = {
  fullSnapshot: 'redraws',
  mutation: 'redraws',
  styleSheetRule: 'redraws',
  styleDeclaration: 'redraws',
  adoptedStyleSheet: 'redraws',
  canvasMutation: 'redraws',
  font: 'redraws',
  customElement: 'redraws',
  mediaInteraction: 'redraws',
  fullScreen: 'redraws',
  viewportResize: 'redraws',
  scroll: 'scrolls',
  selection: 'selections',
  input: 'inputs',
};

const FOCUS: ReadonlySet<unknown> = new Set([MouseInteractions.Focus, MouseInteractions.Blur]);

interface TracedWindow {
  readonly trace: WritableTrace;
  readonly turns: ScrollTurns;
  readonly restless: RestlessNodes;
}

/** Gathers the trace of a session while its events come by. */
export class SessionTrace {
  readonly #windows = new Map<string, TracedWindow>();

  /** What has been gathered so far. */
  get windows(): Trace {
    return new Map([...this.#windows].map(([id, { trace }]) => [id, trace]));
  }

  /**
   * @param stored inflated and put right, in the order of the session; it is only read
   * @param time seconds from the start of the recording
   * @param find a node on the page of its window at that moment, by its number
   */
  look(
    { kind, windowId, event }: Omit<StoredEvent, 'position'>,
    time: number,
    find: (id: number) => ReadonlyTreeNode | null,
  ): void {
    const { trace, turns, restless } = this.#of(windowId);
    const data: Fields = asRecord(event.data);
    const stream = STREAMS[kind];
    trace.events.push(time);
    if (stream) trace[stream].push(time);
    if (stream === 'redraws') {
      const isBeat = kind === 'mutation' && restless.note(data, time);
      trace[isBeat ? 'beats' : 'changes'].push(time);
    }
    switch (kind) {
      case 'fullSnapshot':
        turns.clear();
        restless.clear();
        return;
      case 'input':
        restless.act(time);
        return;
      case 'scroll':
        if (turns.note(numberIn(data['id']), numberIn(data['y']))) trace.turns.push(time);
        return;
      case 'mouseInteraction':
        restless.act(time);
        this.#noteInteraction(trace, data, time, find);
        return;
      case 'mouseMove':
      case 'touchMove':
      case 'drag':
        noteBatch(trace, data, time);
    }
  }

  #of(windowId: string): TracedWindow {
    const known = this.#windows.get(windowId);
    if (known) return known;
    const window = { trace: emptyTrace(), turns: new ScrollTurns(), restless: new RestlessNodes() };
    this.#windows.set(windowId, window);
    return window;
  }

  #noteInteraction(
    trace: WritableTrace,
    data: Fields,
    time: number,
    find: (id: number) => ReadonlyTreeNode | null,
  ): void {
    const { type, id, x, y } = data;
    if (FOCUS.has(type)) trace.focus.push(time);
    const list =
      type === MouseInteractions.Click
        ? trace.clicks
        : type === MouseInteractions.TouchStart
          ? trace.touches
          : null;
    const nodeId = numberIn(id);
    list?.push({ time, x: numberIn(x), y: numberIn(y), nodeId, surface: clickSurfaceOf(find(nodeId)) });
  }
}

function emptyTrace(): WritableTrace {
  return {
    events: [],
    redraws: [],
    changes: [],
    beats: [],
    scrolls: [],
    turns: [],
    selections: [],
    inputs: [],
    focus: [],
    clicks: [],
    touches: [],
    moveStarts: [],
    moveEnds: [],
    stalls: [],
    batchSeconds: POINTER_BATCH_SECONDS,
  };
}

/** Of a window without events. */
export const NO_TRACE: WindowTrace = Object.freeze(emptyTrace());

/** Positions that come up to the moment at which they are handed over show that nothing was in the way. */
const PROMPT_SECONDS = 0.1;

function noteBatch(trace: WritableTrace, { positions }: Fields, end: number): void {
  const offsets = asArray(positions).map((position) => numberIn(asRecord(position)['timeOffset']) / 1000);
  const [first = NaN, last = NaN] = [offsets[0], offsets.at(-1)];
  if (!(first <= 0 && last <= 0)) return;
  trace.moveStarts.push(end + first);
  trace.moveEnds.push(end + last);
  if (last > -PROMPT_SECONDS) trace.batchSeconds = Math.max(trace.batchSeconds, -first);
  else if (-first > POINTER_BATCH_SECONDS) trace.stalls.push({ first: end + first, last: end + last, end });
}

/** What stands in an event may be anything, objects that cannot be made a number included. */
function numberIn(value: unknown): number {
  return typeof value === 'object' ? NaN : Number(value);
}
