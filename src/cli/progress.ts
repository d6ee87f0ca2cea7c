import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a command is, as a bar on standard error; nothing where that is no terminal. */
export class Progress {
  readonly #bar: SingleBar | null;
  readonly #total: number;
  #done = 0;

  /** @param total of what it counts */
  constructor({ stderr }: Terminal, label: string, total: number) {
    this.#bar = stderr.isTTY
      ? new SingleBar(
          {
            stream: stderr,
            format: `${label} {bar} {percentage}% {eta_formatted}`,
            clearOnComplete: true,
            hideCursor: null,
          },
          Presets.shades_grey,
        )
      : null;
    this.#total = total;
    this.#bar?.start(total, 0);
  }

  update(done: number): void {
    this.#done = done;
    this.#bar?.update(done);
  }

  /** Takes it away for as long as something else is written. */
  pauseFor(say: () => void): void {
    this.stop();
    say();
    this.resume();
  }

  /** Brings it back after it was stopped. */
  resume(): void {
    this.#bar?.start(this.#total, this.#done);
  }

  /** Takes it away, before something else is written or at the end. */
  stop(): void {
    this.#bar?.stop();
  }
}
