import type { TemplateResult } from 'lit';
import type { HiddenThings } from './core/hidden/hidden-things.ts';
import type { MaskKind } from './core/rrweb/mask-traces.ts';
import type { SessionState, TimelineMarks, TimeSpan } from './session/session-state.ts';
import type { PageOutlines } from './page-outline.ts';
import type { Locale } from './locale/locale.ts';
import type { ShortcutGroup } from './locale/words/shortcuts.ts';
import type { ClockState } from './locale/wall-clock.ts';
import type { StageSize } from './rrweb-view/stage-view.ts';
import type { StageMode } from './stage/stage-mode.ts';
import type { OpenedTrack } from './track-files.ts';
import type { TracksState } from './tracks/tracks-state.ts';

/**
 * Which controls stay in a bar that has little room: those for `wide` ones go first, those for `always` never. One
 * for `never` is used so little that it stands in the list of what there is more at once.
 */
export type BarRoom = 'always' | 'any' | 'medium' | 'wide' | 'never';

/** A button of the bar that something else than the bar brings along. */
export interface BarButton {
  /** What pages call it: see `CONTROL_NAMES`. */
  readonly name: string;
  /** Buttons stand by their order: below 25 what changes the page, then panels, and from 50 what is seldom used. */
  readonly order: number;
  /** How much room a bar has to have to show it. Until then it stands in the list of what there is more. */
  readonly room: BarRoom;
  readonly render: (state: PlayerState) => TemplateResult;
}

/** What a user did, in short over the page. Another object each time. */
export type Feedback =
  | { readonly type: 'play' | 'pause' }
  | { readonly type: 'skip'; readonly seconds: number }
  | { readonly type: 'rate'; readonly rate: number };

/** Keys that do something, as they are shown and told. */
export interface ShownShortcut {
  /** One of each: that of a panel is the panel's name. */
  readonly name: string;
  readonly group: ShortcutGroup;
  /** As `KeyboardEvent.key` has them, letters small; each does the same. */
  readonly keys: readonly string[];
  readonly label: (words: Locale) => string;
}

/** When a text that was searched for was on a page. */
export interface FoundOnPage {
  /** Empty while nothing is searched for. */
  readonly text: string;
  /** By start. */
  readonly spans: readonly TimeSpan[];
}

/** What came of copying a link: it is in the clipboard, or has to be copied from where it is shown. */
export interface CopiedLink {
  readonly link: string;
  readonly isCopied: boolean;
}

/** What the interface itself adds to what a session has to show. */
export interface InterfaceState {
  readonly tracks: TracksState;
  readonly stageMode: StageMode;
  /** Whether there are links to moments of the recording. */
  readonly canLink: boolean;
  /** What came of copying one; null when there is nothing to say. */
  readonly copiedLink: CopiedLink | null;
  /** What came of the WebVTT files that were opened last; empty where there is nothing to say. */
  readonly openedTracks: readonly OpenedTrack[];
  readonly masksShown: boolean;
  /** Hidden things on screen now; null while nobody looks. */
  readonly maskCounts: Readonly<Record<MaskKind, number>> | null;
  /** Whether what the stage points at can be seen. */
  readonly pointedAtShown: boolean;
  /** What is hidden in the recording; null while it is not known. */
  readonly hidden: HiddenThings | null;
  /** What is marked on the timeline; null while it is not known. */
  readonly marks: TimelineMarks | null;
  /** What the open panel outlines on the page; null for nothing. */
  readonly outlines: PageOutlines | null;
  /** Text that the open panel has found, to show on the timeline; null for none. */
  readonly found: FoundOnPage | null;
  /** How moments are told. */
  readonly clock: ClockState;
  /** The moment that the picture on the timeline is of, in seconds from the start; null where there is none. */
  readonly previewedTime: number | null;
  /** Whether the timeline draws stretches narrow in which nothing was done. */
  readonly narrowIdle: boolean;
  /** How large the page is shown. */
  readonly stageSize: StageSize;
  readonly fullscreen: boolean;
  /** Files are dragged over the player. */
  readonly dragging: boolean;
  /** Name of the panel that lies over the side of the picture; null for none. */
  readonly panel: string | null;
  readonly panelButtons: readonly BarButton[];
  /** What the user did last; null before anything. */
  readonly feedback: Feedback | null;
  /** Those that work: not those that the page around has taken away. */
  readonly shortcuts: readonly ShownShortcut[];
  /** Names of controls that the page wants to be without. */
  readonly omittedControls: ReadonlySet<string>;
}

/**
 * Everything the interface shows, in one frozen object that is replaced and never edited. It changes when the
 * player reports a change, not when a button was pressed.
 */
export interface PlayerState extends SessionState, InterfaceState {}
