import type { TemplateResult } from 'lit';
import type { CopiedTrack } from '../core/copy/copied-track.ts';
import type { RecordingCopy } from '../core/copy/copy-recording.ts';
import type { EntryMoment, EntryPage } from '../core/entries/entry-query.ts';
import type { EntryFilter, EntryKind, EntryQuery, ReplayEntry } from '../core/entries/entry.ts';
import type { EntryExportFormat } from '../core/entries/export/export-format.ts';
import type { TextSpan } from '../core/page-text/text-spans.ts';
import type { RecordingInfo } from '../core/recording.ts';
import type { LeakPattern, LeakReport } from '../core/scan/leak.ts';
import type { TranscriptOptions } from '../core/transcript/transcript.ts';
import type { RequestHandlers } from '../events.ts';
import type { Locale } from '../locale/locale.ts';
import type { PageOutlines } from '../page-outline.ts';
import type { BarButton, FoundOnPage, PlayerState } from '../player-state.ts';
import type { ExportOptions, RedactRequest } from '../session/recording-actions.ts';
import type { ReplaySession } from '../session/replay-session.ts';
import type { TimeSpan } from '../session/session-state.ts';
import type { StageModes } from '../stage/stage-mode.ts';
import type { Notes } from '../tracks/notes.ts';
import type { JobOptions } from '../worker/recording-reader.ts';

/** The player that a panel belongs to, as far as panels use it. */
export interface PanelPlayer extends Node {
  /** Seconds from the start of the recording. Setting it seeks. */
  currentTime: number;
  windowId: string;
  masks: 'show' | 'hide';
  /** Name of the open panel; null for none. */
  panel: string | null;
  /** Seconds. */
  readonly duration: number;
  /** The range that is repeated, in seconds; null for none. `looprangechange` tells that it is another. */
  loopRange: TimeSpan | null;
  readonly leakRules: readonly LeakPattern[];
  readonly recording: RecordingInfo | null;
  pause(): void;
  goToError(direction: 1 | -1): void;
  requestUpdate(): void;
  exportRecording(options: ExportOptions): Promise<Blob>;
  redact(request: RedactRequest, options?: Partial<ExportOptions>): Promise<RecordingCopy>;
  entries(query?: EntryQuery, options?: JobOptions): Promise<EntryPage<ReplayEntry>>;
  exportEntries(query: EntryFilter & { format: EntryExportFormat }, options?: JobOptions): Promise<Blob>;
  entryAt(time: number, filter?: EntryFilter, options?: JobOptions): Promise<EntryMoment<ReplayEntry>>;
  search(text: string, options?: JobOptions): Promise<readonly TextSpan[]>;
  transcript(options?: TranscriptOptions, job?: JobOptions): Promise<string>;
  scanForLeaks(options?: JobOptions): Promise<readonly LeakReport[]>;
}

export interface PanelContext {
  readonly player: PanelPlayer;
  readonly session: ReplaySession;
  readonly notes: Notes;
  /** The text tracks that go along with a page that is saved; another object once something of them changes. */
  readonly tracksToCopy: () => readonly CopiedTrack[];
  readonly stageModes: StageModes;
}

/** What a panel shows on the timeline while it is open. */
export interface PanelOnTimeline {
  /** Kinds of entries that are marked there, in place of those that usually are; left out for these. */
  readonly kinds?: readonly EntryKind[];
  /** When a text was on a page. */
  readonly found?: FoundOnPage;
}

/** A panel of one player. It lives as long as the player, and keeps what its elements forget when they go. */
export interface Panel {
  /** What the panel's own elements ask for. */
  readonly requests: RequestHandlers;
  readonly onTimeline?: PanelOnTimeline;
  /** What it outlines on the page while it is open; null for nothing. */
  readonly outlines?: PageOutlines | null;
  /** The player speaks another language: what was put into words before is said anew. */
  languageChanged?(): void;
  render(state: PlayerState): TemplateResult;
}

/** What the registry knows of a panel. */
export interface PanelDefinition {
  /** Value of the player's attribute `panel`. */
  readonly name: string;
  readonly title: (words: Locale) => string;
  /** Opens and closes it. */
  readonly key: string;
  /**
   * Over the side of the picture, for what is looked at for a moment; or beside it, for what one works with while the
   * page is in sight.
   */
  readonly place: 'over' | 'beside';
  /** What is hidden in the recording is looked for while it is open. */
  readonly showsHidden?: boolean;
  readonly button: BarButton;
  /** Its tags, each after those that it uses itself. */
  readonly elements: readonly (readonly [tag: string, element: CustomElementConstructor])[];
  readonly create: (context: PanelContext) => Panel;
}
