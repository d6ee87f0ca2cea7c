import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openRecordings, type Recording, ReplayError } from '../../core/index.ts';
import type { WarningCode } from '../../core/warning-kinds.ts';
import type { Input } from '../inputs.ts';
import { isSystemError } from '../misuse.ts';
import { MANIFEST } from '../pull/manifest.ts';
import { failureOf, type RecordingOutcome } from '../recording-outcome.ts';

/** A file that `pull` has noted. */
export interface PulledFile {
  readonly path: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** An input that is to be verified. */
export interface VerifyTask {
  readonly input: Input;
  /** Those of its files that are in a manifest. */
  readonly pulled: readonly PulledFile[];
}

/** What is wrong with a file, in the words and with the code of the warning or the error. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/**
 * Warnings that tell of data that is damaged or not there. All others tell of what was put right, or of what recorders
 * leave out of sound recordings, too.
 */
const DAMAGE: ReadonlySet<string> = new Set<WarningCode>([
  'undecodable',
  'bad-line',
  'truncated',
  'broken-off',
  'trailing-garbage',
  'bad-block',
  'missing-chunks',
  'oversized',
  'too-large',
  'too-deep',
  'unreplayable',
  'damaged-screens',
  'skipped-file',
  'no-first-page',
]);

const MISSING: Problem = { code: 'missing', message: `${MANIFEST} lists it, but it is not there.` };
const CHANGED: Problem = {
  code: 'changed',
  message: `Its SHA-256 is not the one in ${MANIFEST}: it has changed since it was pulled.`,
};

/** As `verifyInput`, in a thread. */
export async function verifyFile(task: VerifyTask): Promise<readonly RecordingOutcome<readonly Problem[]>[]> {
  const open = () => openRecordings(task.input.source);
  return [await verifyInput(task, open, new AbortController().signal)];
}

/**
 * Reads every event of an input, and compares its files with what was noted of them.
 *
 * @throws the signal's reason
 */
export async function verifyInput(
  { input: { name, stem }, pulled }: VerifyTask,
  open: () => Promise<readonly Recording[]>,
  signal: AbortSignal,
): Promise<RecordingOutcome<readonly Problem[]>> {
  const problems: Problem[] = [];
  try {
    for (const file of pulled) problems.push(...(await changesOf(file)));
    if (!problems.includes(MISSING)) problems.push(...(await damageIn(open, signal)));
  } catch (thrown) {
    signal.throwIfAborted();
    const failure = failureOf(thrown);
    // What could not be reached may be sound.
    if (failure.code === 'network' || failure.code === 'aborted') return { name, stem, error: failure };
    problems.push(failure);
  }
  return { name, stem, answer: problems };
}

async function changesOf({ path, sha256 }: PulledFile): Promise<readonly Problem[]> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    if (thrown.code === 'ENOENT') return [MISSING];
    throw new ReplayError('network', thrown.message, { cause: thrown });
  }
  return hash.digest('hex') === sha256 ? [] : [CHANGED];
}

async function damageIn(
  open: () => Promise<readonly Recording[]>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const recordings = await open();
  try {
    const found: Problem[] = [];
    for (const recording of recordings) {
      const events = recording.events();
      // Damage within compressed events is found when these are read.
      while (!(await events.next()).done) signal.throwIfAborted();
      const damage = recording.info.warnings.filter(({ code }) => DAMAGE.has(code));
      found.push(...damage.map(({ code, message }) => ({ code, message })));
    }
    return found;
  } finally {
    for (const recording of recordings) await recording.close();
  }
}
