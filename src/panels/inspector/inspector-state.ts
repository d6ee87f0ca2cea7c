import type { EntryKind, ReplayEntry } from '../../core/entries/entry.ts';

/** What the inspector shows: all entries, those of some kinds, or what the file says of the person. */
export const INSPECTOR_VIEWS = ['all', 'console', 'network', 'pages', 'session'] as const;

export type InspectorView = (typeof INSPECTOR_VIEWS)[number];

/** Kinds of entries of a view; null for all of them, or where it is no list. */
export const KINDS_OF: Readonly<Record<InspectorView, readonly EntryKind[] | null>> = {
  all: null,
  console: ['console', 'error'],
  network: ['request'],
  pages: ['page'],
  session: null,
};

/** What of a view is wanted. */
export interface InspectorFilter {
  /** Kinds that were chosen; all of the view while none is. */
  readonly kinds: readonly EntryKind[];
  /** Empty for all windows. */
  readonly windowId: string;
  readonly search: string;
}

/** Everything the inspector shows, replaced and never edited. */
export interface InspectorState {
  readonly view: InspectorView;
  readonly filter: InspectorFilter;
  /** How many entries there are by kind, whatever is wanted; null while they are not known. */
  readonly counts: Readonly<Partial<Record<EntryKind, number>>> | null;
  /** How many entries are wanted. */
  readonly total: number;
  /** The share of the recording that was gone through, 0 to 1; null once the list is there. */
  readonly progress: number | null;
  /** Why there is no list; empty where there is one. */
  readonly failure: string;
  /** The entry of a place in the list; undefined while it is on its way. */
  readonly entryAt: (index: number) => ReplayEntry | undefined;
  /** Place of the last entry before the playhead; -1 for none. */
  readonly current: number;
  /** Place of the entry whose details are open; -1 for none. */
  readonly selected: number;
  /** Whether a step leads to an error, back or forward. */
  readonly errors: { readonly before: boolean; readonly after: boolean };
  /** What the file says of the person; `hidden` until it is asked for, null where it says nothing. */
  readonly person: 'hidden' | { readonly json: unknown } | null;
  /** The list scrolls with playback. */
  readonly follows: boolean;
}
