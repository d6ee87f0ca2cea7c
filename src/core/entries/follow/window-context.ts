import type { Fields } from '../../json.ts';
import type { MaskingRules, ReplayEvent } from '../../recording.ts';
import type { EventKind } from '../../rrweb/event-kind.ts';
import type { PageTree } from '../../rrweb/page-tree.ts';
import type { EntryDetails, EntryKind, EntryTarget } from '../entry.ts';
import type { EntryLog } from '../entry-log.ts';

/** What is known of a window besides its events. Times are Unix milliseconds. */
export interface WindowFacts {
  /** What the recorder was told to hide. */
  rulesAt(at: number): MaskingRules | null;
  /** True when a recorder starts after a moment and until another, as it does on each page that is loaded. */
  isLoadedAt(from: number, to: number): boolean;
  /**
   * True for a field that the recorder masks; known once all events were looked at.
   *
   * @param page of the window's, counted from 1 by its full snapshots
   */
  isMaskedField(page: number, id: number): boolean;
  readonly isMobile: boolean;
}

/** A window as those see it who find entries in its events. */
export interface WindowContext extends WindowFacts {
  /** The page as it is now; null before there is one. */
  readonly tree: PageTree | null;
  /** Which of the window's pages that is, counted from 1 by its full snapshots. */
  readonly page: number;
  add<K extends EntryKind>(
    kind: K,
    at: number,
    detail: EntryDetails[K],
    besides?: Parameters<EntryLog['add']>[4],
  ): void;
  /** What a person would say was acted on at a node. */
  targetOf(id: number): EntryTarget | null;
  /** The element of a node itself, whatever it is in. */
  exactTargetOf(id: number): EntryTarget | null;
}

/** An event of a window. */
export interface WindowEvent {
  readonly kind: EventKind;
  /** Unix milliseconds. */
  readonly at: number;
  readonly data: Fields;
  /** The same as it was recorded. */
  readonly event: ReplayEvent;
}

/** Finds entries of some kinds in the events of one window. */
export interface EntryFinder {
  /** @param event in the order of time; the page is as it was after it */
  note(event: WindowEvent): void;
  /** There are no more events. @param at the end of the recording, Unix milliseconds */
  end?(at: number): void;
}
