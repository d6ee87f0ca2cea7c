import type { Outcome } from './pull-sessions.ts';

/** Counts what became of the sessions of a run, and says so. */
export class PullSummary {
  count = 0;
  hasProblems = false;
  #pulled = 0;
  #bytes = 0;
  #kept = 0;
  #ongoing = 0;
  #failed = 0;

  /** A session as a line of JSON. */
  static line(outcome: Outcome): string {
    const fields = outcome.status === 'failed' ? outcome : { status: outcome.status, ...outcome.entry };
    return `${JSON.stringify(fields)}\n`;
  }

  /** @returns what is wrong with it, in a sentence; null when nothing is */
  add(outcome: Outcome): string | null {
    this.count++;
    if (outcome.status === 'kept') {
      this.#kept++;
      return null;
    }
    if (outcome.status === 'failed') {
      this.#failed++;
      this.hasProblems = true;
      return `${outcome.id}: ${outcome.reason}`;
    }
    const { id, bytes, missingBlocks, complete } = outcome.entry;
    this.#pulled++;
    this.#bytes += bytes;
    if (missingBlocks > 0) {
      this.hasProblems = true;
      return `${id}: PostHog cannot read ${missingBlocks} of its blocks; the rest is kept`;
    }
    if (!complete) this.#ongoing++;
    return null;
  }

  text(folder: string): string {
    return [
      `Pulled ${counted(this.#pulled, 'session', 'sessions')} (${(this.#bytes / 1e6).toFixed(1)} MB) into ${folder}.`,
      this.#kept > 0 && `${this.#kept} had been there already.`,
      this.#ongoing > 0 && `${this.#ongoing} may go on: the next run reads what comes.`,
      this.#failed > 0 && `${this.#failed} could not be read.`,
    ]
      .filter(Boolean)
      .join(' ');
  }
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
