import { ReplayError } from '../../src/index.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { messageOf } from '../../src/locale/describe.ts';
import type { Locale } from '../../src/locale/locale.ts';
import type { LibraryWords } from './words.ts';

/** How browsers say that a file is not there any more, or is not as it was. */
const UNREADABLE = new Set(['NotReadableError', 'NotFoundError']);

/** What is said of whatever a library threw. */
export function problemText(thrown: unknown, { problems }: LibraryWords, locale: Locale): string {
  if (thrown instanceof ReplayError) return messageOf(locale, thrown);
  if (thrown instanceof LibraryError) {
    const { problem } = thrown;
    return problem.code === 'no-list'
      ? problems['no-list'](problem.found, problem.more)
      : problems[problem.code];
  }
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'QuotaExceededError') return problems.full;
  return UNREADABLE.has(name) ? problems.unreadable : problems.unavailable;
}
