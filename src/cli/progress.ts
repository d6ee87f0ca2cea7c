import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a command is, as a bar on standard error; nothing where that is no terminal. */
export class Progress {
  readonly #bar: SingleBar | null;

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
    this.#bar?.start(total, 0);
  }

  update(done: number): void {
    this.#bar?.update(done);
  }

  /** Takes it away, before something else is written or at the end. */
  stop(): void {
    this.#bar?.stop();
  }
}
