import type { WarningLog } from '../warnings.ts';
import type { CostKind } from '../cost-kinds.ts';

/** More of them are only counted as this many. */
const MOST_NOTED = 10_000;

/** Counts what was left out because it costs too much, each once however often its page is read. */
export class CostLog {
  readonly #warnings: WarningLog;
  readonly #seen = new Set<string>();
  readonly #kinds = new Set<CostKind>();

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  /** @param what tells it from others of its kind: the number of a node, a text */
  note(kind: CostKind, what: number | string): void {
    const key = `${kind} ${typeof what === 'string' ? `${what.length} ${what.slice(0, 80)}` : what}`;
    if (this.#seen.size >= MOST_NOTED || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#kinds.add(kind);
    this.#warnings.set('too-costly', this.#seen.size, { kinds: [...this.#kinds] });
  }
}
