import type { Outcome } from './run-tasks.ts';
import type { Asked, TaskName } from './tasks.ts';

/** Outcomes in the order of their tasks, each as soon as those before it are there. */
export async function* inOrder<N extends TaskName>(
  tasks: readonly Asked<N>[],
  outcomes: AsyncIterable<Outcome<N>>,
): AsyncGenerator<Outcome<N>> {
  const early = new Map<Asked<N>, Outcome<N>>();
  let place = 0;
  for await (const outcome of outcomes) {
    early.set(outcome.asked, outcome);
    for (;;) {
      const asked = tasks[place];
      const next = asked && early.get(asked);
      if (!next) break;
      early.delete(asked);
      place++;
      yield next;
    }
  }
}
