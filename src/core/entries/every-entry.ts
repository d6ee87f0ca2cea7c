import type { EntryQuery } from './entry.ts';
import { checkedQuery } from './entry-query.ts';

/** So many entries are asked for at a time. */
const AT_ONCE = 1000;

/**
 * All entries that are wanted, asked for in parts.
 *
 * @param query all of them where it has no `limit`
 * @throws TypeError for an invalid `limit`, `offset` or `after`, and as `ask`
 */
export async function* everyEntry<E>(
  query: EntryQuery,
  ask: (part: EntryQuery) => Promise<{ readonly entries: readonly E[]; readonly next: string | null }>,
): AsyncGenerator<E> {
  const { limit = Infinity, offset, after, ...filter } = checkedQuery(query);
  let place: Pick<EntryQuery, 'after' | 'offset'> = {
    ...(offset !== undefined && { offset }),
    ...(after !== undefined && { after }),
  };
  for (let left = limit; left > 0; left -= AT_ONCE) {
    const { entries, next } = await ask({ ...filter, ...place, limit: Math.min(left, AT_ONCE) });
    yield* entries;
    if (next === null) return;
    place = { after: next };
  }
}
