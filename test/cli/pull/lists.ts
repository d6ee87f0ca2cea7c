import { type Answer, json, told } from './answers.ts';
import type { ServedSession } from './snapshots.ts';

const LIST_PARAMETERS = new Set([
  'date_from',
  'date_to',
  'distinct_ids',
  'person_uuid',
  'having_predicates',
  'limit',
  'offset',
  'after',
]);

interface Predicate {
  readonly type: string;
  readonly key: string;
  readonly operator: string;
  readonly value: number;
}

/** How a server pages. */
export interface Paging {
  /** Whether lists have a cursor, as newer servers give it. */
  readonly hasCursor: boolean;
}

/** A page of a list. */
export function listOf(
  sessions: Iterable<ServedSession>,
  query: URLSearchParams,
  { hasCursor }: Paging,
): Answer {
  for (const name of query.keys())
    if (!LIST_PARAMETERS.has(name))
      return told(400, 'invalid_input', `Extra inputs are not permitted: ${name}`);
  const from = dateOf(query.get('date_from') ?? '-3d');
  const to = query.get('date_to');
  const distinctIds = valueOf(query, 'distinct_ids') as string[] | null;
  const person = query.get('person_uuid');
  const predicates = (valueOf(query, 'having_predicates') ?? []) as Predicate[];
  const all = [...sessions]
    .filter(({ start }) => start >= from)
    .filter(({ start }) => to === null || start.slice(0, 10) <= to)
    .filter(({ distinctId }) => distinctIds === null || distinctIds.includes(distinctId ?? ''))
    .filter(({ personId }) => person === null || personId === person)
    .filter((session) => predicates.every((predicate) => holds(predicate, session)))
    .sort((a, b) => (a.start < b.start ? 1 : -1));
  const after = query.get('after');
  const offset =
    after === null ? Number(query.get('offset') ?? 0) : all.findIndex(({ id }) => id === after) + 1;
  const limit = Number(query.get('limit') ?? 50);
  const results = all.slice(offset, offset + limit);
  const hasNext = offset + limit < all.length;
  return json({
    results: results.map(listed),
    has_next: hasNext,
    version: 4,
    ...(hasCursor && hasNext && { next_cursor: results.at(-1)!.id }),
  });
}

function dateOf(text: string): string {
  if (text === 'all') return '';
  const [, days] = /^-(\d+)d$/.exec(text) ?? [];
  return days === undefined ? text : new Date(Date.now() - Number(days) * 86_400_000).toISOString();
}

/** A session as lists have it, and as it is told alone. */
export function listed({ id, start, end, ongoing = false, distinctId = 'visitor' }: ServedSession): object {
  return {
    id,
    distinct_id: distinctId,
    start_time: start,
    end_time: end,
    recording_duration: secondsOf(start, end),
    ongoing,
  };
}

const secondsOf = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 1000;

function holds({ type, key, operator, value }: Predicate, { start, end }: ServedSession): boolean {
  if (type !== 'recording' || key !== 'duration') throw new Error(`Not a predicate of recordings: ${key}`);
  const seconds = secondsOf(start, end);
  return operator === 'gte' ? seconds >= value : operator === 'lte' && seconds <= value;
}

/** As the server reads its parameters: what is JSON is taken for it. */
function valueOf(query: URLSearchParams, name: string): unknown {
  const text = query.get(name);
  return text === null ? null : JSON.parse(text);
}
