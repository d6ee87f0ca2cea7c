import type { EntryNote } from '../entry.ts';
import type { WindowView } from './session-view.ts';

/** A page that a window showed, whatever of its address after the path changed in the meantime. */
export interface Visit {
  readonly page: EntryNote<'page'>;
  readonly path: string;
  readonly start: number;
  /** When another page came; infinite for the last one. */
  readonly end: number;
}

export function visitsOf(window: WindowView): readonly Visit[] {
  const visits: { page: EntryNote<'page'>; path: string; start: number; end: number }[] = [];
  for (const page of window.of('page')) {
    const path = page.detail.href.replace(/[?#].*$/s, '');
    const last = visits.at(-1);
    if (last?.path === path) continue;
    if (last) last.end = page.time;
    visits.push({ page, path, start: page.time, end: Infinity });
  }
  return visits;
}
