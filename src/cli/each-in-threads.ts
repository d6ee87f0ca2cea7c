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

/** Whether threads gain something, and can read the inputs: standard input is not theirs. */
export function canUseThreads(inputs: readonly Input[]): boolean {
  return inputs.length > 1 && inputs.every(({ source }) => typeof source === 'string');
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
