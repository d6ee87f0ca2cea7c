import { ApiError } from './api-error.ts';
import { findSession, type Session } from './list-sessions.ts';
import { Manifest, type ManifestEntry } from './manifest.ts';
import type { PosthogApi } from './posthog-api.ts';
import { readSession, ReadReport } from './read-session.ts';
import { fileNameOf, prepareFolder, writeSession } from './session-file.ts';

/** A session that is wanted: as PostHog listed it, or by its id alone. */
export type WantedSession = Session | { readonly id: string };

/**
 * What became of a session:
 *
 * - `pulled`: it was read and written
 * - `kept`: it was there already
 * - `failed`: it could not be read, for the reason
 */
export type Outcome =
  | { readonly status: 'pulled' | 'kept'; readonly entry: ManifestEntry }
  | { readonly status: 'failed'; readonly id: string; readonly reason: string };

export interface PullOptions {
  readonly api: PosthogApi;
  readonly folder: string;
  /** Whether sessions are read again that are there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/**
 * Brings a folder up to date: each session that is wanted and not there is read, written and noted in the manifest, one
 * after the other. It can be stopped at any moment and started again.
 *
 * @throws ApiError when the key is not accepted, since nothing else would be read either; errors of the file system; the
 *   signal's reason
 */
export async function* pullSessions(
  wanted: Iterable<WantedSession>,
  options: PullOptions,
): AsyncGenerator<Outcome> {
  await prepareFolder(options.folder);
  const manifest = await Manifest.open(options.folder);
  for (const session of wanted) {
    const kept = await manifest.find(session.id);
    if (kept && !options.force && !hasMore(session, kept)) yield { status: 'kept', entry: kept };
    else yield await pullSession(session, kept, manifest, options);
  }
}

/** Whether a session went on after it was pulled. */
function hasMore(session: WantedSession, { complete, end }: ManifestEntry): boolean {
  const isLonger = 'end' in session && session.end !== null && end !== null && session.end > end;
  return !complete || isLonger;
}

async function pullSession(
  wanted: WantedSession,
  kept: ManifestEntry | undefined,
  manifest: Manifest,
  { api, folder, signal }: PullOptions,
): Promise<Outcome> {
  const { id } = wanted;
  try {
    const file = fileNameOf(id);
    if (file === null) throw new ApiError('no file can be named by this id', { status: 400 });
    const { start, end, isOngoing } = 'end' in wanted ? wanted : await findSession(api, id);
    const report = new ReadReport();
    const lines = notLess(readSession(api, id, report), report, kept);
    const written = await writeSession(folder, file, lines, signal);
    const { missingBlocks } = report;
    const sources = [...report.sources];
    // What was not in storage yet is a part of what will be.
    const complete = !isOngoing && missingBlocks === 0 && !report.sources.has('realtime');
    const entry = { id, file, start, end, ...written, sources, missingBlocks, complete };
    await manifest.set(entry);
    return { status: 'pulled', entry };
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.status === 401) throw thrown;
    return { status: 'failed', id, reason: thrown.message };
  }
}

/** A session's lines, with an error at their end when more is missing of them than of the file that is there. */
async function* notLess(
  lines: AsyncIterable<Uint8Array>,
  report: ReadReport,
  kept: ManifestEntry | undefined,
): AsyncGenerator<Uint8Array> {
  yield* lines;
  if (kept && report.missingBlocks > kept.missingBlocks)
    throw new ApiError(
      `PostHog cannot read ${report.missingBlocks} of its blocks any more; the file from before is kept`,
      { status: 404 },
    );
}
