import { asArray, asRecord, asText, isRecord } from '../../core/json.ts';
import { ApiError } from './api-error.ts';
import type { PosthogApi, Query } from './posthog-api.ts';

/** A session as PostHog lists it. */
export interface Session {
  readonly id: string;
  /** ISO dates; null when PostHog does not say. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whether events have come in the last five minutes. */
  readonly isOngoing: boolean;
}

/** Which sessions are wanted. */
export interface SessionFilter {
  /** As PostHog takes dates: `2026-11-01`, `-7d`, `all`. */
  readonly from?: string;
  readonly to?: string;
  /** A distinct id, or the UUID of a person. */
  readonly person?: string;
  /** Seconds. */
  readonly minDuration?: number;
  readonly maxDuration?: number;
  /** The short id of a collection. */
  readonly playlist?: string;
}

const PAGE = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The sessions that a filter lets through, each once, the oldest first: they expire first.
 *
 * @throws ApiError
 */
export async function listSessions(api: PosthogApi, filter: SessionFilter): Promise<readonly Session[]> {
  const path = filter.playlist === undefined ? 'session_recordings' : await collection(api, filter.playlist);
  const found = new Map<string, Session>();
  for (const query of queriesOf(filter)) {
    for await (const session of listed(api, path, query)) found.set(session.id, session);
  }
  return [...found.values()].sort((a, b) => order(a.start ?? '', b.start ?? '') || order(a.id, b.id));
}

/**
 * What PostHog knows of one session.
 *
 * @throws ApiError
 */
export async function findSession(api: PosthogApi, id: string): Promise<Session> {
  return sessionIn(asRecord(await api.getJson(`session_recordings/${encodeURIComponent(id)}`)), id);
}

/** A UUID may be that of a person or a distinct id; PostHog does not join the two by "or". */
function queriesOf(filter: SessionFilter): readonly Query[] {
  const { from = 'all', to, person } = filter;
  const common = {
    date_from: from,
    ...(to !== undefined && { date_to: to }),
    ...havingOf(filter),
  };
  if (person === undefined) return [common];
  const byDistinctId = { ...common, distinct_ids: JSON.stringify([person]) };
  return UUID.test(person) ? [{ ...common, person_uuid: person }, byDistinctId] : [byDistinctId];
}

function havingOf({ minDuration, maxDuration }: SessionFilter): Query {
  const limits = [
    { operator: 'gte', value: minDuration },
    { operator: 'lte', value: maxDuration },
  ].filter(({ value }) => value !== undefined);
  if (limits.length === 0) return {};
  const predicates = limits.map((limit) => ({ type: 'recording', key: 'duration', ...limit }));
  return { having_predicates: JSON.stringify(predicates) };
}

/** Newer servers page by a cursor, older ones by an offset. */
async function* listed(api: PosthogApi, path: string, query: Query): AsyncGenerator<Session> {
  let after = '';
  for (let offset = 0; ; offset += PAGE) {
    const page = asRecord(
      await api.getJson(path, {
        ...query,
        limit: String(PAGE),
        ...(after === '' ? { offset: String(offset) } : { after }),
      }),
    );
    const results = asArray(page['results']);
    for (const result of results) if (isRecord(result)) yield sessionIn(result, asText(result['id']));
    const next = asText(page['next_cursor']);
    if (page['has_next'] !== true || results.length === 0 || (next !== '' && next === after)) return;
    after = next;
  }
}

/** Where the recordings of a playlist are listed. Those of a saved filter are found by PostHog's page alone. */
async function collection(api: PosthogApi, shortId: string): Promise<string> {
  const path = `session_recording_playlists/${encodeURIComponent(shortId)}`;
  const { type } = asRecord(await api.getJson(path));
  if (type === 'filters')
    throw new ApiError(
      `playlist ${shortId} is a saved filter, which the API does not apply; it lists collections. Use --from, --person or --min-duration`,
      { status: 400 },
    );
  return `${path}/recordings`;
}

function sessionIn(fields: Readonly<Record<string, unknown>>, id: string): Session {
  return {
    id,
    start: dateIn(fields['start_time']),
    end: dateIn(fields['end_time']),
    isOngoing: fields['ongoing'] === true,
  };
}

/** Dates in one notation, which sorts by time. */
function dateIn(value: unknown): string | null {
  const at = Date.parse(asText(value));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
