import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { PageText } from './page-text.ts';
import type { TextSpan } from './text-spans.ts';

export interface TextQuery {
  /** In either case; spaces and line breaks count as one space. */
  readonly text: string;
  /** Selectors of what the viewer hides besides: nothing in it is found. */
  readonly cover: readonly string[];
}

interface Kept {
  readonly key: string;
  readonly text: PageText;
}

/** The texts of each recording, for as long as it is there. */
const kept = new WeakMap<RecordingStore, Kept>();

/**
 * Every stretch in which a text was on the page of a window, by its start. What counts is the document: the text of its
 * nodes, also out of view, without what attributes hide and what users typed. The first answer takes a pass over the
 * recording; those after it come at once.
 *
 * @throws TypeError for a selector in `cover` that is none, and the signal's reason
 */
export async function findText(
  store: RecordingStore,
  { text, cover }: TextQuery,
  job: Job,
): Promise<readonly TextSpan[]> {
  const key = JSON.stringify([store.table.size, store.complete, cover]);
  const before = kept.get(store);
  const now = before?.key === key ? before : { key, text: new PageText(store, cover) };
  kept.set(store, now);
  await now.text.gather(job);
  return now.text.find(text);
}
