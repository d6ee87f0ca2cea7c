import { type Command, InvalidArgumentError, Option } from 'commander';
import { secondsOf } from '../common-options.ts';
import { Progress } from '../progress.ts';
import { ApiError } from '../pull/api-error.ts';
import { parseHost } from '../pull/host.ts';
import { listSessions, type SessionFilter } from '../pull/list-sessions.ts';
import { PosthogApi } from '../pull/posthog-api.ts';
import { pullSessions, type WantedSession } from '../pull/pull-sessions.ts';
import { PullSummary } from '../pull/pull-summary.ts';
import { complain } from '../report-error.ts';
import { type Terminal, write } from '../terminal.ts';
import { EXIT, UsageError, type Verb } from '../verb.ts';

interface PullOptions extends SessionFilter {
  readonly host: URL;
  readonly project: string;
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const KEY = 'POSTHOG_PERSONAL_API_KEY';
/** Shorter waits are not worth a word. */
const NOTEWORTHY_MS = 5000;

export const pull: Verb<PullOptions> = {
  args: '[sessions...]',
  configure,
  examples: [
    'pull 0198c5f2-7d1e-7c31-9a53-1b2f0c6d9e11 --host https://eu.posthog.com --project 12345 --out backup',
    'pull --from -2d --host https://eu.posthog.com --project 12345 --out backup',
    'pull --person user@example.com --min-duration 1m --host https://us.posthog.com --project 12345 --out backup --json',
  ],
  async run(ids, options, terminal) {
    const { host, project, out, force = false, json = false } = options;
    const { env, stdout, stderr, signal } = terminal;
    const key = keyIn(env[KEY]);
    let progress: Progress | null = null;
    const tell = (say: () => void) => (progress ? progress.pauseFor(say) : say());
    const onWait = (ms: number) => {
      if (!stderr.isTTY || ms < NOTEWORTHY_MS) return;
      tell(() => void stderr.write(`PostHog is asked again in ${Math.ceil(ms / 1000)} s.\n`));
    };
    const api = new PosthogApi({ host, project, key, signal, onWait });
    const summary = new PullSummary();
    try {
      const wanted = await wantedSessions(ids, options, api);
      progress = new Progress(terminal, 'Pulling', wanted.length);
      for await (const outcome of pullSessions(wanted, { api, folder: out, force, signal })) {
        const problem = summary.add(outcome);
        if (problem !== null) tell(() => complain(problem, terminal));
        progress.update(summary.count);
        if (json) await write(stdout, PullSummary.line(outcome));
      }
    } catch (thrown) {
      return failed(thrown, terminal);
    } finally {
      progress?.stop();
    }
    if (!json) await write(stdout, `${summary.text(out)}\n`);
    return summary.hasProblems ? EXIT.unreadable : EXIT.done;
  },
};

function configure(command: Command): Command {
  return command
    .addOption(hostOption())
    .requiredOption('--project <id>', 'the number of the project, from its settings')
    .requiredOption('-o, --out <folder>', 'where the files and manifest.ndjson go')
    .addOption(dateOption('--from <date>', 'sessions that began on that day or later (date_from)'))
    .addOption(dateOption('--to <date>', 'sessions that began on that day or before (date_to)'))
    .option('--person <id>', 'of a person: a distinct id (distinct_ids), or a UUID (person_uuid)')
    .addOption(durationOption('--min-duration <time>', 'not shorter: 90, 1:30, 1m30s (having_predicates)'))
    .addOption(durationOption('--max-duration <time>', 'not longer (having_predicates)'))
    .option('--playlist <short-id>', 'of a collection (session_recording_playlists/…/recordings)')
    .option('-f, --force', 'reads sessions again that are there')
    .option('--json', 'one line of JSON for each session')
    .addHelpText(
      'after',
      `
Downloads sessions from PostHog: those that are named, or all that a filter lets through. What is there is not read
again, so a run that was stopped goes on where it was, and a run each night is a backup.

The key comes from ${KEY}, needs the scope session_recording:read, and for --playlist
session_recording_playlist:read. It is sent to the host alone. In brackets is what an option is to PostHog's API.
Dates are 2026-11-01, -7d, -12h or all, in the time zone of the project.`,
    );
}

function hostOption(): Option {
  return new Option(
    '--host <address>',
    'where PostHog is: https://eu.posthog.com, https://us.posthog.com or your own',
  )
    .makeOptionMandatory()
    .argParser((text: string) => {
      try {
        return parseHost(text);
      } catch (thrown) {
        throw new InvalidArgumentError(thrown instanceof Error ? thrown.message : String(thrown));
      }
    });
}

function dateOption(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string) => {
    if (DATE.test(text)) return text;
    throw new InvalidArgumentError('A date is written 2026-11-01, 2026-11-01T08:00:00Z, -7d, -12h or all.');
  });
}

const DATE =
  /^(?:all|-\d+[hdwmqy]|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)$/;

const durationOption = (flags: string, about: string) => new Option(flags, about).argParser(secondsOf);

/** @throws UsageError for what cannot be a key, without a word of it */
function keyIn(text = ''): string {
  const key = text.trim();
  if (key === '')
    throw new UsageError(`Put a personal API key of PostHog's into the environment, as ${KEY}.`);
  if (!/^[!-~]+$/.test(key))
    throw new UsageError(`What is in ${KEY} is not a key: it has spaces or odd characters.`);
  return key;
}

async function wantedSessions(
  ids: readonly string[],
  { from, to, person, minDuration, maxDuration, playlist }: SessionFilter,
  api: PosthogApi,
): Promise<readonly WantedSession[]> {
  const filter = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(person !== undefined && { person }),
    ...(minDuration !== undefined && { minDuration }),
    ...(maxDuration !== undefined && { maxDuration }),
    ...(playlist !== undefined && { playlist }),
  };
  const isFiltered = Object.keys(filter).length > 0;
  if (ids.length > 0 && isFiltered) throw new UsageError('Name sessions or a filter, not both.');
  if (ids.length === 0 && !isFiltered)
    throw new UsageError('Name sessions, or a filter such as --from -7d; --from all is all that there is.');
  if (playlist !== undefined && (from !== undefined || to !== undefined))
    throw new UsageError('PostHog lists a playlist as a whole: --from and --to do not go with --playlist.');
  return ids.length > 0 ? [...new Set(ids)].map((id) => ({ id })) : listSessions(api, filter);
}

/** What ends a run: a key or a filter that PostHog does not take is for its user to mend. */
function failed(thrown: unknown, terminal: Terminal) {
  if (!(thrown instanceof ApiError) || terminal.signal.aborted) throw thrown;
  complain(thrown.message, terminal);
  const isRefused = thrown.status !== null && thrown.status >= 400 && !thrown.isTransient;
  return isRefused ? EXIT.misused : EXIT.unreadable;
}
