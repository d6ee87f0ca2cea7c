import { SIGNAL_RULES } from './rules.ts';

const { leastPixels } = SIGNAL_RULES['scroll-thrash'].limits;

/** Tells when something that is scrolled turns back, up or down, after it went far enough. */
export class ScrollTurns {
  /** By the number of what is scrolled: the farthest it went in its direction, 1 for down, 0 for not known yet. */
  readonly #runs = new Map<number, { direction: -1 | 0 | 1; from: number; farthest: number }>();

  /** True where this position is far enough back from where it turned. */
  note(id: number, y: number): boolean {
    if (!Number.isFinite(y)) return false;
    const run = this.#runs.get(id);
    if (!run) {
      this.#runs.set(id, { direction: 0, from: y, farthest: y });
      return false;
    }
    const { direction, from, farthest } = run;
    if (direction === 0) {
      if (Math.abs(y - from) >= leastPixels) {
        run.direction = y > from ? 1 : -1;
        run.farthest = y;
      }
      return false;
    }
    if ((y - farthest) * direction > 0) run.farthest = y;
    if ((farthest - y) * direction < leastPixels) return false;
    run.direction = direction === 1 ? -1 : 1;
    run.farthest = y;
    return true;
  }

  /** Another page: its numbers mean others. */
  clear(): void {
    this.#runs.clear();
  }
}
