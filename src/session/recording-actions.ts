import type { CopyFormat, CopyPlan } from '../copies/copy-plan.ts';
import { writeCopy } from '../copies/write-copy.ts';
import type { CopiedTrack } from '../core/copy/copied-track.ts';
import type { RecordingCopy } from '../core/copy/copy-recording.ts';
import type { EntryFilter, EntryKind, EntryNote, EntryQuery, ReplayEntry } from '../core/entries/entry.ts';
import { checkedQuery, type EntryMoment, type EntryPage } from '../core/entries/entry-query.ts';
import { everyEntry } from '../core/entries/every-entry.ts';
import { entriesFile, type EntryExportQuery } from '../core/entries/export/entries-file.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { TextSpan } from '../core/page-text/text-spans.ts';
import type { RedactRules } from '../core/redact/rules.ts';
import type { LeakPattern, LeakReport } from '../core/scan/leak.ts';
import { ownRules } from '../core/scan/own-rules.ts';
import { makeTranscript, type TranscriptSource } from '../core/transcript/make-transcript.ts';
import { checkedTranscript, type TranscriptOptions } from '../core/transcript/transcript.ts';
import { formatClock } from '../locale/clock.ts';
import { describeEntry, describeInFull } from '../locale/describe-entry.ts';
import { describeError } from '../locale/describe.ts';
import type { Locale } from '../locale/locale.ts';
import { transcriptWords } from '../locale/transcript-words.ts';
import type { JobOptions } from '../worker/recording-reader.ts';
import type { EventWaits } from './event-waits.ts';
import type { LoadSession } from './load-session.ts';
import { OpenedCopy } from './opened-copy.ts';
import type { PageLayouts } from './page-layouts.ts';
import type { PlaylistEntry } from './playlist.ts';
import type { TimelineMarks } from './session-state.ts';

/** Shapes that a recording can be written in: an export of PostHog's, or a page that plays it by itself. */
export type ExportFormat = CopyFormat;

/** So many marks are told apart by who looks closer at a long recording: one for every two seconds of two hours. */
const MOST_MARKS = 4000;

export interface ExportOptions extends JobOptions {
  readonly format: ExportFormat;
  /** Where a page begins to play, in seconds from the start of the recording, whatever is cut from the copy. */
  readonly startAt?: number;
  /** Whether chapters, captions and notes go into a page, as they do by default. */
  readonly tracks?: boolean;
}

/** What is to be removed from a copy. */
export interface RedactRequest extends RedactRules {
  /** Ids of what `scanForLeaks` has found. */
  readonly findings?: readonly string[];
}

/** What a recording is handled with. */
export interface ActionsContext {
  readonly loading: LoadSession;
  /** Told of the events of the session. */
  readonly waits: EventWaits;
  /** The language of a page that plays the recording, of entries, and of what is said of failures. */
  readonly locale: () => Locale;
  /** Selectors of what the viewer hides. */
  readonly cover: () => readonly string[];
  readonly layouts: PageLayouts;
  readonly limits: () => RecordingLimits;
  /** What copies have to show has changed. */
  readonly changed: () => void;
}

/** Of finding out what was seen, so much goes into laying out the pages. */
const LAYOUT_SHARE = 0.8;

/** What can be done with a recording as a whole. */
export class RecordingActions {
  readonly #loading: LoadSession;
  readonly #waits: EventWaits;
  readonly #locale: () => Locale;
  readonly #cover: () => readonly string[];
  readonly #layouts: PageLayouts;
  readonly #limits: () => RecordingLimits;
  readonly #changed: () => void;

  constructor({ loading, waits, locale, cover, layouts, limits, changed }: ActionsContext) {
    this.#locale = locale;
    this.#cover = cover;
    this.#loading = loading;
    this.#waits = waits;
    this.#layouts = layouts;
    this.#limits = limits;
    this.#changed = changed;
  }

  async export(
    { format, startAt = 0, tracks = true, ...options }: ExportOptions,
    copied: readonly CopiedTrack[],
  ): Promise<Blob> {
    const plan = { format, startAt, tracks, rules: {}, findings: [] };
    return (await this.#copy(plan, copied, options)).blob;
  }

  async redact(
    { findings = [], ...rules }: RedactRequest,
    { format = '2023-04-28', startAt = 0, tracks = true, ...options }: Partial<ExportOptions>,
    copied: readonly CopiedTrack[],
  ): Promise<RecordingCopy> {
    return this.#copy({ format, startAt, tracks, rules, findings }, copied, options);
  }

  /** @param copy to be looked through in place of the recording in the player */
  async scan(
    leakRules: readonly LeakPattern[],
    options: JobOptions,
    copy?: OpenedCopy,
  ): Promise<readonly LeakReport[]> {
    const rules = ownRules(leakRules);
    const { recording } = copy?.entry ?? (await this.#whole());
    return this.#inWords(recording.ask('scan', rules, options));
  }

  /** Reads a copy that was made, beside the recording in the player. */
  openCopy(copy: Blob, options: JobOptions): Promise<OpenedCopy> {
    return this.#inWords(OpenedCopy.open(copy, this.#limits(), options, this.#changed));
  }

  async entries(query: EntryQuery, options: JobOptions): Promise<EntryPage<ReplayEntry>> {
    return this.#entries(await this.#whole(), checkedQuery(query), describeEntry, options);
  }

  async exportEntries(query: EntryExportQuery, options: JobOptions): Promise<Blob> {
    const whole = await this.#whole();
    return entriesFile(
      query,
      (part, inFull) => this.#entries(whole, part, inFull ? describeInFull : describeEntry, options),
      { startAt: whole.outline.startAt, clock: formatClock },
    );
  }

  async #entries(
    { recording, outline }: PlaylistEntry,
    query: EntryQuery,
    describe: typeof describeEntry,
    options: JobOptions,
  ): Promise<EntryPage<ReplayEntry>> {
    const page = await this.#inWords(recording.ask('entries', { ...query, cover: this.#cover() }, options));
    const words = this.#locale();
    return { ...page, entries: page.entries.map((note) => describe(words, note, outline.info.windows)) };
  }

  async entryAt(time: number, filter: EntryFilter, options: JobOptions): Promise<EntryMoment<ReplayEntry>> {
    const { recording, outline } = await this.#whole();
    const asked = recording.ask('entryAt', { ...filter, time, cover: this.#cover() }, options);
    const { entry, ...moment } = await this.#inWords(asked);
    return { ...moment, entry: entry && describeEntry(this.#locale(), entry, outline.info.windows) };
  }

  /** @param kinds those to mark; none for what a reader looks for, and all errors */
  async entryMarks(kinds: readonly EntryKind[], options: JobOptions): Promise<TimelineMarks> {
    const { recording, outline } = await this.#whole();
    const asked = recording.ask('entryMarks', { kinds, most: MOST_MARKS, cover: this.#cover() }, options);
    const { marks, errors } = await this.#inWords(asked);
    const nameOf = (note: EntryNote) => describeEntry(this.#locale(), note, outline.info.windows).title;
    return {
      marks: marks.map(({ time, end, windowId, count, level, notes }) => ({
        time,
        end,
        windowId,
        count,
        isError: level === 'error',
        names: notes.map((note) => ({ time: note.time, name: nameOf(note) })),
      })),
      errors,
    };
  }

  async transcript(options: TranscriptOptions, job: JobOptions): Promise<string> {
    checkedTranscript(options);
    const whole = await this.#whole();
    const [words, cover, { info }] = [this.#locale(), this.#cover(), whole.outline];
    const source: TranscriptSource = {
      info,
      entries: () => everyEntry({}, (part) => this.#entries(whole, part, describeEntry, job)),
      seen: async (moments) => {
        const layouts = await this.#layouts.of(whole, moments, partOf(job, 0, LAYOUT_SHARE));
        return whole.recording.ask('seen', { moments, cover, layouts }, partOf(job, LAYOUT_SHARE, 1));
      },
    };
    return this.#inWords(makeTranscript(source, options, transcriptWords(words, info)));
  }

  async search(text: string, options: JobOptions): Promise<readonly TextSpan[]> {
    const { recording } = await this.#whole();
    return this.#inWords(recording.ask('findText', { text, cover: this.#cover() }, options));
  }

  async #copy(plan: CopyPlan, copied: readonly CopiedTrack[], options: JobOptions): Promise<RecordingCopy> {
    const { recording, outline } = await this.#whole();
    return this.#inWords(writeCopy(recording, outline.info, plan, copied, options, this.#locale()));
  }

  /** An answer whose failure is told in the user's language. */
  #inWords<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw describeError(this.#locale(), error);
    });
  }

  /** The recording in the player, once everything has been read. */
  async #whole(): Promise<PlaylistEntry> {
    const missing = () => new DOMException('There is no recording in the player', 'InvalidStateError');
    if (!this.#loading.outline) throw missing();
    // The last of them comes when everything is read.
    const isReading = () => this.#loading.outline?.complete === false;
    while (isReading()) await this.#waits.until('progress', ['emptied', 'error']);
    const entry = this.#loading.playlist.current;
    if (!entry) throw missing();
    return entry;
  }
}

/** A part of a job that tells of the whole. @param start share of the whole that is done before, 0 to 1 */
function partOf({ signal, onProgress }: JobOptions, start: number, end: number): JobOptions {
  return {
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (share: number) => onProgress(start + share * (end - start)) }),
  };
}
