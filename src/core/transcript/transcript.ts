import type { EntryKind, EntryLevel, EntryTarget, ReplayEntry } from '../entries/entry.ts';
import type { Sight } from '../seen/sight.ts';

/** How a session can be told. */
export const TRANSCRIPT_FORMATS = ['text', 'markdown', 'vtt', 'json'] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** How much is told: what users did and what went wrong; also what the page did; everything. */
export const TRANSCRIPT_DETAILS = ['brief', 'normal', 'full'] as const;
export type TranscriptDetail = (typeof TRANSCRIPT_DETAILS)[number];

export interface TranscriptOptions {
  /** `text` by default. */
  readonly format?: TranscriptFormat;
  /** `normal` by default. */
  readonly detail?: TranscriptDetail;
  /** Also what was on the page at each page, click and error, and at the end, and what changed in between. */
  readonly seen?: boolean;
}

/** A line of a transcript as JSON has it. */
export interface TranscriptLine {
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly end?: number;
  readonly windowId: string;
  readonly kind: EntryKind | 'end';
  readonly level?: EntryLevel;
  readonly target?: EntryTarget;
  /** What happened, in words. */
  readonly title: string;
  /** What was on the page then, where that is told. */
  readonly seen?: Sight;
}

/** What is told. */
export interface Transcript {
  readonly id: string;
  readonly startedAt: Date;
  /** Seconds. */
  readonly duration: number;
  readonly lines: readonly TranscriptLine[];
}

/** Words that transcripts are made with besides those of their entries. */
export interface TranscriptWords {
  /** A position in the recording, in seconds. */
  readonly clock: (seconds: number) => string;
  /** What a transcript is called. @param id of the session; empty where it has none */
  readonly heading: (id: string) => string;
  /** When the session was, and how long. @param duration seconds */
  readonly about: (startedAt: Date, duration: number) => string;
  /** Said of what happens in another window than the one before. @param windowId one of the recording */
  readonly window: (windowId: string) => string;
  /** The recording ends. */
  readonly end: string;
}

/** @throws TypeError for a format or a detail that is none */
export function checkedTranscript({
  format = 'text',
  detail = 'normal',
  seen = false,
}: TranscriptOptions): Required<TranscriptOptions> {
  if (!TRANSCRIPT_FORMATS.includes(format))
    throw new TypeError(`format must be one of ${TRANSCRIPT_FORMATS.join(', ')}`);
  if (!TRANSCRIPT_DETAILS.includes(detail))
    throw new TypeError(`detail must be one of ${TRANSCRIPT_DETAILS.join(', ')}`);
  return { format, detail, seen };
}

/** Null for what is not told at all. */
type DetailOf<K extends EntryKind> = TranscriptDetail | ((entry: ReplayEntry<K>) => TranscriptDetail | null);

/** Requests of pictures, scripts and the like say little of what happened. */
const ASKED_TYPES: ReadonlySet<string> = new Set([
  'fetch',
  'xmlhttprequest',
  'xhr',
  'navigation',
  'websocket',
  'eventsource',
  'beacon',
]);

const byLevel =
  (others: TranscriptDetail) =>
  ({ level }: { readonly level?: EntryLevel }): TranscriptDetail =>
    level === 'error' ? 'brief' : level === 'warning' ? 'normal' : others;

/** From which detail on entries of a kind are told. */
const DETAILS: { readonly [K in EntryKind]: DetailOf<K> } = {
  page: 'brief',
  click: 'brief',
  input: 'brief',
  window: 'brief',
  // What was logged is told as the line that it is.
  error: ({ detail: { by } }) => (by === 'console' ? null : 'brief'),
  annotation: 'brief',
  signal: 'brief',
  console: byLevel('full'),
  request: ({ detail: { failed, type } }) => (!ASKED_TYPES.has(type) ? 'full' : failed ? 'brief' : 'normal'),
  connection: 'normal',
  dialog: 'normal',
  custom: 'normal',
  visibility: 'normal',
  idle: 'normal',
  scroll: 'full',
  resize: 'full',
  selection: 'full',
  hidden: 'full',
};

/** The least detail in which an entry is told; null for one that is not told at all. */
export function detailOf(entry: ReplayEntry): TranscriptDetail | null {
  const from = DETAILS[entry.kind] as DetailOf<EntryKind>;
  return typeof from === 'function' ? from(entry) : from;
}

/** True for what is told from one detail on in a transcript of another. */
export function isToldIn(from: TranscriptDetail, detail: TranscriptDetail): boolean {
  return TRANSCRIPT_DETAILS.indexOf(from) <= TRANSCRIPT_DETAILS.indexOf(detail);
}

/** True for an entry that is told in a transcript of so much detail. */
export function isTold(entry: ReplayEntry, detail: TranscriptDetail): boolean {
  const from = detailOf(entry);
  return from !== null && isToldIn(from, detail);
}
