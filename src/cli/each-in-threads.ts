import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Input, Origin } from './inputs.ts';
import { inOrder } from './pool/in-order.ts';
import { type Outcome, runTasks } from './pool/run-tasks.ts';
import type { Answer, Asked, TaskName } from './pool/tasks.ts';
import { Progress } from './progress.ts';
import { fatalOutcome, type RecordingOutcome, reportFailure } from './recording-outcome.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, worst } from './verb.ts';

/** Tasks about one input each, which answer with the outcomes of its recordings. */
type InputTask = {
  [N in TaskName]: Asked<N> extends { readonly input: Input }
    ? Answer<N> extends readonly RecordingOutcome<unknown>[]
      ? N
      : never
    : never;
}[TaskName];
type AnswerAbout<N extends InputTask> = Extract<Answer<N>[number], { readonly answer: unknown }>['answer'];

interface ThreadOptions {
  /** So many threads at most. */
  readonly jobs: number;
  readonly terminal: Terminal;
}

/** Threads take as long to start, and to become fast, as it takes to read so much. */
const WORTH_BYTES = 8 * 1024 ** 2;
/** A recording takes as long as so much of it, however small it is. */
const LEAST_BYTES = 64 * 1024;

/**
 * How many threads are to read the inputs; 0 where one after the other is as fast, or none can: standard input is not
 * theirs.
 *
 * @param jobs as many as the user wants
 */
export async function threadsFor(inputs: readonly Input[], jobs?: number): Promise<number> {
  const paths = inputs.map(({ source }) => source).filter((source) => typeof source === 'string');
  if (inputs.length < 2 || paths.length < inputs.length) return 0;
  if (jobs !== undefined) return jobs;
  // What is not there, or at an address, is of a size that nobody knows.
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const bytes = sizes.reduce((sum, size) => sum + Math.max(size, LEAST_BYTES), 0);
  return bytes < WORTH_BYTES ? 0 : availableParallelism();
}

/**
 * Has threads read recordings, and hands over what they have found out, in the order of the inputs. A recording that
 * cannot be read, or that a thread dies of, is told of on standard error, and the next one comes.
 *
 * @returns the worst code of all
 * @throws what is not about a recording; the signal's reason
 */
export async function eachInThreads<N extends InputTask>(
  name: N,
  tasks: readonly Asked<N>[],
  { jobs, terminal }: ThreadOptions,
  visit: (answer: AnswerAbout<N>, origin: Origin) => Promise<ExitCode>,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const { signal } = terminal;
  const bar = new Progress(terminal, 'recordings', tasks.length);
  try {
    let done = 0;
    for await (const outcome of inOrder(tasks, runTasks(name, tasks, { jobs, signal }))) {
      bar.stop();
      for (const told of outcomesOf(outcome) as readonly RecordingOutcome<AnswerAbout<N>>[])
        codes.push('error' in told ? reportFailure(told, terminal) : await visit(told.answer, told));
      bar.resume();
      bar.update(++done);
    }
  } finally {
    bar.stop();
  }
  return worst(codes);
}

/** @throws the error where it is not about a recording */
function outcomesOf(outcome: Outcome<InputTask>): readonly RecordingOutcome<unknown>[] {
  if ('answer' in outcome) return outcome.answer;
  const { asked, error } = outcome;
  if (!error.isFatal) throw error;
  return [fatalOutcome(asked.input, error)];
}
