// `Symbol.asyncDispose` is newer than what TypeScript knows by default where the package is used.
/// <reference lib="esnext.disposable" preserve="true" />
import { EventType } from '@rrweb/types';
import { describeEntry, describeInFull } from '../locale/describe-entry.ts';
import { formatClock } from '../locale/clock.ts';
import { describeError, describeRecording } from '../locale/describe.ts';
import { english } from '../locale/en/index.ts';
import { transcriptWords } from '../locale/transcript-words.ts';
import type { RecordingCopy } from './copy/copy-recording.ts';
import type { Answers } from './engine/answers.ts';
import type { AnswerOf, QueryOf, QuestionName } from './engine/questions.ts';
import type { EntryQuery, ReplayEntry } from './entries/entry.ts';
import { everyEntry } from './entries/every-entry.ts';
import { type AskForEntries, entriesFile, type EntryExportQuery } from './entries/export/entries-file.ts';
import type { LoadListener } from './engine/load-listener.ts';
import { RecordingEngine } from './engine/recording-engine.ts';
import { DEFAULT_LIMITS, type RecordingLimits } from './limits.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export/export-formats.ts';
import type { TextSpan } from './page-text/text-spans.ts';
import {
  latestAt,
  type LoadProgress,
  type RecordingInfo,
  type RecordingOutline,
  type ReplayEvent,
} from './recording.ts';
import type { RedactRules } from './redact/rules.ts';
import { ReplayError } from './replay-error.ts';
import type { EventKind } from './rrweb/event-kind.ts';
import type { SourcePart } from './source/replay-source.ts';
import type { SerializedNode } from './rrweb/serialized-node.ts';
import type { LeakPattern, LeakReport } from './scan/leak.ts';
import { ownRules } from './scan/own-rules.ts';
import { wholeDocument } from './seek/whole-document.ts';
import { toCoreParts } from './source/core-source.ts';
import type { ReplaySource } from './source/replay-source.ts';
import { TimeSlicer } from './time-slicer.ts';
import { makeTranscript, type TranscriptSource } from './transcript/make-transcript.ts';
import type { TranscriptOptions } from './transcript/transcript.ts';

/** How long other tasks wait at most while a recording is read or gone through. */
const SLICE_MS = 30;

export interface OpenOptions {
  /** How much is read at most; see `DEFAULT_LIMITS`. */
  readonly limits?: Partial<RecordingLimits>;
  /** Calls the reading off. */
  readonly signal?: AbortSignal;
  /** Told of the bytes that were read. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /**
   * Reads, and answers, in a worker: of the browser, or a thread of Node.js, which keeps the process alive until the
   * recording is closed. False by default.
   */
  readonly worker?: boolean;
}

/** How long work is followed, and called off. */
export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** @param share of the work that is done, 0 to 1 */
  readonly onProgress?: (share: number) => void;
}

/** How a copy is made. */
export interface CopyOptions extends WorkOptions {
  /** What it is written as; `2023-04-28` by default. */
  readonly format?: ExportFormat;
}

/** Which events are wanted; all of them by default. */
export interface EventsQuery {
  /** Seconds from the start of the recording, included. */
  readonly from?: number;
  /** Seconds from the start of the recording, excluded. */
  readonly to?: number;
  readonly windowId?: string;
  readonly kinds?: readonly EventKind[];
}

/** An event of a recording. */
export interface RecordedEvent {
  readonly windowId: string;
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly kind: EventKind;
  /** As rrweb records it, inflated and put right; a new object each time. */
  readonly event: ReplayEvent;
}

/** What a window shows at a moment. */
export interface RecordedPage {
  /**
   * The document as rrweb serializes it. Documents in frames are children of their `iframe`, what was typed stands in
   * `value` and `checked`.
   */
  readonly snapshot: SerializedNode;
  /** Size of the viewport in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Address of the page; empty when it is not known. */
  readonly href: string;
}

/** What to remove. */
export interface RedactRequest extends RedactRules {
  /** Ids of findings of the last `scan()` whose values are to be removed. */
  readonly findings?: readonly string[];
}

/**
 * Reads a recording to its end.
 *
 * @param source what `<portable-replay>` can load; in Node.js also a path, a `file:` URL or a readable stream. Of a
 *   source with several recordings it is the first: see `openRecordings`
 * @throws ReplayError with the codes of the element: `network`, `not-a-recording`, `corrupt`, `aborted`, …
 */
export async function openRecording(source: ReplaySource, options: OpenOptions = {}): Promise<Recording> {
  const [first, ...others] = await openRecordings(source, options);
  for (const other of others) await other.close();
  if (!first) throw describeError(english, ReplayError.of({ code: 'empty', reason: 'no-events' }));
  return first;
}

/**
 * Reads all recordings of a source, such as an archive with several sessions, in their order.
 *
 * @throws ReplayError when there is none that can be played
 */
export async function openRecordings(
  source: ReplaySource,
  { limits, signal = new AbortController().signal, onProgress, worker = false }: OpenOptions = {},
): Promise<readonly Recording[]> {
  const outlines = new Map<number, RecordingOutline>();
  const listener: LoadListener = {
    progress: (progress) => onProgress?.(progress),
    outline: (outline, key) => outlines.set(key, outline),
    blocked: () => undefined,
  };
  try {
    signal.throwIfAborted();
    const parts = await toCoreParts(source);
    const read = worker ? (await import('../worker/read-in-worker.ts')).readInWorker : readHere;
    const answers = await read(parts, { ...DEFAULT_LIMITS, ...limits }, listener, signal);
    return [...outlines].map(([key, first]) => new Recording(answers, key, () => outlines.get(key) ?? first));
  } catch (thrown) {
    throw describeError(english, ReplayError.from(thrown));
  }
}

async function readHere(
  parts: readonly SourcePart[],
  limits: RecordingLimits,
  listener: LoadListener,
  signal: AbortSignal,
): Promise<Answers> {
  const engine = new RecordingEngine(SLICE_MS);
  try {
    await engine.load(parts, limits, listener, signal);
    return engine;
  } catch (thrown) {
    engine.close();
    throw thrown;
  }
}

/** A recording that was read to its end. To be closed when it is not needed any more. */
export class Recording {
  #answers: Answers | null;
  readonly #key: number;
  readonly #outline: () => RecordingOutline;
  /** As `close`, for `await using`. */
  declare readonly [Symbol.asyncDispose]: () => Promise<void>;

  static {
    // Not every browser has the symbol; whoever compiles `await using` for these looks for the other one.
    const key = (Symbol.asyncDispose as symbol | undefined) ?? Symbol.for('Symbol.asyncDispose');
    Object.defineProperty(this.prototype, key, {
      value(this: Recording) {
        return this.close();
      },
    });
  }

  /** Made by `openRecording`. */
  constructor(answers: Answers, key: number, outline: () => RecordingOutline) {
    this.#answers = answers;
    this.#key = key;
    this.#outline = outline;
  }

  /** What it is about, also when it has been closed. Reading events may add warnings: damage within an event is found when it is read. */
  get info(): RecordingInfo {
    return describeRecording(english, this.#outline().info);
  }

  /**
   * Its events in the order of the session.
   *
   * @throws ReplayError `aborted` when it has been closed
   */
  async *events({ from, to, windowId, kinds }: EventsQuery = {}): AsyncGenerator<RecordedEvent> {
    const { startAt } = this.#outline();
    const slicer = new TimeSlicer(() => SLICE_MS);
    const wanted = {
      windowId,
      ...(kinds && { kinds }),
      ...(from !== undefined && { from: startAt + from * 1000 }),
      ...(to !== undefined && { to: startAt + to * 1000 }),
    };
    for (let first: number | null = 0; first !== null;) {
      const part: AnswerOf<'events'> = await this.#ask('events', { ...wanted, first });
      for (const { windowId, kind, event } of part.events) {
        yield { windowId, kind, time: (event.timestamp - startAt) / 1000, event };
        await slicer.checkpoint();
      }
      first = part.next;
    }
  }

  /**
   * What happened in the session, by time: pages, clicks, inputs, lines of the console, requests, errors and more.
   *
   * @param query which entries are wanted, all of them by default; `limit` is how many at most
   * @throws TypeError for an invalid `limit` or `after`; the signal's reason; ReplayError `aborted`
   */
  async *entries(query: EntryQuery = {}, options: WorkOptions = {}): AsyncGenerator<ReplayEntry> {
    yield* everyEntry(query, (part) => this.#entries(part, false, options));
  }

  /**
   * Entries as a file: JSON, NDJSON, CSV, text, Markdown, WebVTT, or requests as an HTTP Archive 1.2.
   *
   * @param query which entries are wanted, all of them by default, and as what
   * @throws TypeError for an unknown `format`, an invalid `limit`, `offset` or `after`; the signal's reason; ReplayError
   *   `aborted`
   */
  exportEntries(query: EntryExportQuery, options: WorkOptions = {}): Promise<Blob> {
    const ask: AskForEntries = (part, inFull) => this.#entries(part, inFull, options);
    return entriesFile(query, ask, { startAt: this.#outline().startAt, clock: formatClock });
  }

  async #entries(query: EntryQuery, inFull: boolean, options: WorkOptions) {
    const { windows } = this.#outline().info;
    const { entries, next } = await this.#ask('entries', { ...query, cover: [] }, options);
    const describe = inFull ? describeInFull : describeEntry;
    return { entries: entries.map((note) => describe(english, note, windows)), next };
  }

  /**
   * The session in words: a line for each thing that happened, with its time.
   *
   * - `format`: `text` (default), `markdown`, `vtt` or `json`
   * - `detail`: `brief` tells what users did and what went wrong, `normal` (default) also what the page did, `full`
   *   everything
   * - `seen`: also what was on the page at each page, click and error, and at the end, as an accessibility outline in the
   *   YAML of Playwright's aria snapshots, and from then on what changed. Not in `vtt`. There is no
   *   layout here: what was in view is told by players alone. What users typed and what is masked is not in it.
   *
   * @throws TypeError for a format or a detail that is none; the signal's reason; ReplayError `aborted`
   */
  async transcript(options: TranscriptOptions = {}, work: WorkOptions = {}): Promise<string> {
    const { info } = this.#outline();
    const source: TranscriptSource = {
      info,
      entries: () => this.entries({}, work),
      seen: (moments) => this.#ask('seen', { moments, cover: [], layouts: new Map() }, work),
    };
    return makeTranscript(source, options, transcriptWords(english, info));
  }

  /**
   * Every stretch in which a text was on the page of a window, by its start; those of one window do not touch. In either
   * case, and across line breaks; text that is only out of view or hidden by a style sheet counts, what users typed does
   * not.
   *
   * @returns `start` and `end` in seconds from the start of the recording
   * @throws the signal's reason; ReplayError `aborted`
   */
  search(text: string, options: WorkOptions = {}): Promise<readonly TextSpan[]> {
    return this.#ask('findText', { text, cover: [] }, options);
  }

  /**
   * The page of a window at a moment.
   *
   * @param time seconds from the start of the recording
   * @param windowId the one that was in use at that moment if not given
   * @returns null when the window shows no page yet
   * @throws ReplayError `aborted` when it has been closed
   */
  async page(time: number, { windowId }: { readonly windowId?: string } = {}): Promise<RecordedPage | null> {
    const { startAt, segments, keyframes } = this.#outline();
    const at = startAt + time * 1000;
    const shown = windowId ?? segments.findLast((segment) => segment.startAt <= at)?.windowId;
    const keyframe = shown
      ? latestAt(keyframes, shown, at)
      : keyframes.findLast(({ timestamp }) => timestamp <= at);
    if (!keyframe) return null;
    const { events } = await this.#ask('page', {
      windowId: keyframe.windowId,
      keyframeAt: keyframe.timestamp,
      // Everything of that very millisecond is in.
      to: Math.floor(at) + 1,
      from: null,
      remoteAssets: true,
      cover: [],
    });
    const snapshot = wholeDocument(events);
    const [meta] = events;
    if (!snapshot || meta?.type !== EventType.Meta) return null;
    const { width, height, href } = meta.data;
    return { snapshot, width, height, href };
  }

  /**
   * What should not have been recorded, in the order of its first moments. Values themselves are not handed out.
   *
   * @param rules besides those that come along
   * @throws TypeError for rules that cannot be meant; the signal's reason; ReplayError `aborted`
   */
  async scan(rules: readonly LeakPattern[] = [], options: WorkOptions = {}): Promise<readonly LeakReport[]> {
    return this.#ask('scan', ownRules(rules), options);
  }

  /**
   * A repaired copy without what the rules name, and a summary of what was removed. Exports of PostHog's have the summary
   * in them, too.
   *
   * @throws TypeError for rules that cannot be meant, and a format that is not known; the signal's reason; ReplayError
   *   `aborted`
   */
  async redact(
    { findings = [], ...rules }: RedactRequest,
    { format = '2023-04-28', ...options }: CopyOptions = {},
  ): Promise<RecordingCopy> {
    if (!EXPORT_FORMATS.includes(format))
      throw new TypeError(
        `"${format}" is not an export format. The formats are ${EXPORT_FORMATS.join(', ')}.`,
      );
    return this.#ask('copy', { rules, findings, format, forPage: false, startAt: 0, tracks: [] }, options);
  }

  /**
   * A repaired copy.
   *
   * @throws as `redact`
   */
  async export(options: CopyOptions = {}): Promise<Blob> {
    return (await this.redact({}, options)).blob;
  }

  /** Lets go of it. Nothing can be asked afterwards. */
  close(): Promise<void> {
    this.#answers?.close(this.#key);
    this.#answers = null;
    return Promise.resolve();
  }

  async #ask<N extends QuestionName>(
    name: N,
    query: QueryOf<N>,
    { signal = new AbortController().signal, onProgress }: WorkOptions = {},
  ): Promise<AnswerOf<N>> {
    signal.throwIfAborted();
    const progress = (share: number) => onProgress?.(share);
    try {
      return await this.#open.ask(name, this.#key, query, { signal, progress });
    } catch (thrown) {
      throw describeError(english, thrown);
    }
  }

  get #open(): Answers {
    if (this.#answers) return this.#answers;
    throw describeError(english, ReplayError.of({ code: 'aborted', reason: 'closed' }));
  }
}
