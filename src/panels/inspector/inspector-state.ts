import type { EntryKind, ReplayEntry } from '../../core/entries/entry.ts';
import type { RowListState } from '../fixed-row-list.ts';
import type { TakenOut } from '../take-out.ts';

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

/** Everything the inspector shows. The details of the entry that is selected are open. */
export interface InspectorState extends RowListState {
  readonly view: InspectorView;
  readonly filter: InspectorFilter;
  /** How many entries there are by kind, whatever is wanted; null while they are not known. */
  readonly counts: Readonly<Partial<Record<EntryKind, number>>> | null;
  /** The share of the recording that was gone through, 0 to 1; null once the list is there. */
  readonly progress: number | null;
  /** Why there is no list; empty where there is one. */
  readonly failure: string;
  /** The entry of a place in the list; undefined while it is on its way. */
  readonly entryAt: (index: number) => ReplayEntry | undefined;
  /** Whether a step leads to an error, back or forward. */
  readonly hasErrorBefore: boolean;
  readonly hasErrorAfter: boolean;
  /** What came of copying or saving the list. */
  readonly taken: TakenOut;
  /** What the file says of the person; `hidden` until it is asked for, null where it says nothing. */
  readonly person: 'hidden' | { readonly json: unknown } | null;
}
