import type { ReplayEntry } from '../../core/entries/entry.ts';
import type { TextSpan } from '../../core/page-text/text-spans.ts';
import type { TranscriptDetail } from '../../core/transcript/transcript.ts';
import type { RowListState } from '../fixed-row-list.ts';
import type { TakenOut } from '../take-out.ts';

/** What the panel shows: the session in words, or when a text was on the page. */
export const TRANSCRIPT_VIEWS = ['words', 'page'] as const;

export type TranscriptView = (typeof TRANSCRIPT_VIEWS)[number];

/** What is kept of an entry that is told. */
export interface ToldLine extends Pick<ReplayEntry, 'time' | 'windowId' | 'kind' | 'level' | 'title'> {
  /** The least detail in which it is told. */
  readonly from: TranscriptDetail;
}

/** What is known of a text on the page. */
export interface FoundText {
  /** Empty while nothing is searched for. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** Place of the stretch that was gone to last; -1 for none. */
  readonly selected: number;
  /** The share of the recording that was gone through, 0 to 1; null once the answer is there. */
  readonly progress: number | null;
  /** Why there is no answer; empty where there is one. */
  readonly failure: string;
}

/** Everything the panel shows. */
export interface TranscriptState extends RowListState {
  readonly view: TranscriptView;
  readonly detail: TranscriptDetail;
  /** What was seen is told in copies and files. */
  readonly seen: boolean;
  /** The lines that are shown. */
  readonly lines: readonly ToldLine[];
  readonly search: string;
  /** Places of the lines in which it stands; empty while nothing is searched for. */
  readonly matches: readonly number[];
  /** The share of the work that is done, 0 to 1; null once the lines are there. */
  readonly progress: number | null;
  /** Why there are no lines; empty where there are. */
  readonly failure: string;
  readonly taken: TakenOut;
  readonly found: FoundText;
}
