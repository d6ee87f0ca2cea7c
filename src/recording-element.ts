import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { CopiedTrack } from './core/copy/copied-track.ts';
import type { RecordingCopy } from './core/copy/copy-recording.ts';
import type { EntryFilter, EntryQuery, ReplayEntry } from './core/entries/entry.ts';
import type { EntryMoment, EntryPage } from './core/entries/entry-query.ts';
import type { EntryExportQuery } from './core/entries/export/entries-file.ts';
import type { TextSpan } from './core/page-text/text-spans.ts';
import type { LeakPattern, LeakReport } from './core/scan/leak.ts';
import type { TranscriptOptions } from './core/transcript/transcript.ts';
import type { PortableReplayEventMap } from './events.ts';
import type { ExportOptions, RedactRequest } from './session/recording-actions.ts';
import type { ReplaySession } from './session/replay-session.ts';
import type { JobOptions } from './worker/recording-reader.ts';

/** What `<portable-replay>` answers about the recording that it holds, and the copies that it makes of it. */
export abstract class RecordingElement extends LitElement {
  protected abstract readonly session: ReplaySession;

  /** The text tracks that go along with a page that is saved. */
  protected abstract tracksToCopy(): readonly CopiedTrack[];

  /** Your own rules for the leak scan, in addition to those of the player. */
  @property({ attribute: false }) leakRules: readonly LeakPattern[] = [];

  /**
   * Makes a repaired copy of the recording: an export that PostHog can import, or a web page that plays it. Events are
   * inflated and in order, and each page has its size; what needs no repair does not change. A page has the chapters,
   * captions and notes, too.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it,
   *   `NotSupportedError` for a web page when the player comes from the library
   * @throws TypeError for an unknown format
   */
  exportRecording(options: ExportOptions): Promise<Blob> {
    return this.session.actions.export(options, this.tracksToCopy());
  }

  /**
   * Makes a copy of the recording without what the rules name, and counts what it removed. What is removed occurs
   * nowhere in the copy; texts keep their shape. Chapters, captions and notes of a page are redacted like the recording.
   *
   * @throws as `exportRecording`, and TypeError for invalid rules
   */
  redact(request: RedactRequest, options: Partial<ExportOptions> = {}): Promise<RecordingCopy> {
    return this.session.actions.redact(request, options, this.tracksToCopy());
  }

  /**
   * Searches the recording for what should not have been recorded: addresses, numbers, keys and the like, anywhere in
   * it. The report does not contain the values.
   *
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it
   * @throws TypeError for invalid `leakRules`
   */
  scanForLeaks(options: JobOptions = {}): Promise<readonly LeakReport[]> {
    return this.session.actions.scan(this.leakRules, options);
  }

  /**
   * What happened in the session, by time: pages, clicks, inputs, lines of the console, requests, errors and more. The
   * list is made when it is first asked for, once the whole recording is read.
   *
   * @param query which entries are wanted, all of them by default, and which part of their list: 100 by default, `next`
   *   of an answer as `after` goes on
   * @throws DOMException `InvalidStateError` without a recording, `AbortError` when the signal stops it
   * @throws TypeError for an invalid `limit`, `offset` or `after`
   */
  entries(query: EntryQuery = {}, options: JobOptions = {}): Promise<EntryPage<ReplayEntry>> {
    return this.session.actions.entries(query, options);
  }

  /**
   * The last entry at or before a moment, and its place in the list: for what follows playback.
   *
   * @param time seconds from the start of the recording
   * @param filter which entries are wanted, all of them by default
   * @throws as `entries`
   */
  entryAt(
    time: number,
    filter: EntryFilter = {},
    options: JobOptions = {},
  ): Promise<EntryMoment<ReplayEntry>> {
    return this.session.actions.entryAt(time, filter, options);
  }

  /**
   * Writes what happened into a file: JSON, NDJSON, CSV, text, Markdown, WebVTT, or the requests as an HTTP Archive 1.2.
   * Texts are whole, however long they are, and stay text in each format.
   *
   * @param query as of `entries`, without a limit by default, and the `format`
   * @throws as `entries`, and TypeError for an unknown format
   */
  exportEntries(query: EntryExportQuery, options: JobOptions = {}): Promise<Blob> {
    return this.session.actions.exportEntries(query, options);
  }

  /**
   * Every stretch in which a text was on the page of a window, by its start; those of one window do not touch. In either
   * case, and across line breaks; text that is only out of view or hidden by a style sheet counts, what users typed does
   * not. The first answer takes a pass over the recording; those after it come at once.
   *
   * @returns `start` and `end` in seconds from the start of the recording
   * @throws as `entries`
   */
  search(text: string, options: JobOptions = {}): Promise<readonly TextSpan[]> {
    return this.session.actions.search(text, options);
  }

  /**
   * The session in words: a line for each thing that happened, with its time.
   *
   * - `format`: `text` (default), `markdown`, `vtt` or `json`
   * - `detail`: `brief` tells what users did and what went wrong, `normal` (default) also what the page did, `full`
   *   everything
   * - `seen`: also what was on the page at each page, click and error, and at the end, as an accessibility outline in the
   *   YAML of Playwright's aria snapshots, and from then on what changed. Not in `vtt`. What was out of
   *   view or covered is marked where the player is displayed. What users typed and what is masked is not in it.
   *
   * @throws as `entries`, and TypeError for a format or a detail that is none
   */
  transcript(options: TranscriptOptions = {}, job: JobOptions = {}): Promise<string> {
    return this.session.actions.transcript(options, job);
  }

  /** Asks what happened at the playhead only once somebody wants to be told. */
  override addEventListener<K extends keyof PortableReplayEventMap>(
    type: K,
    listener: (this: this, event: PortableReplayEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
    if (type === 'entrychange') this.session.followEntries();
  }

  override removeEventListener<K extends keyof PortableReplayEventMap>(
    type: K,
    listener: (this: this, event: PortableReplayEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void {
    super.removeEventListener(type, listener, options);
  }
}
