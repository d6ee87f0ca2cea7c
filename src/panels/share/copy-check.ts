import type { JobControls } from '../../core/latest-job.ts';
import { LatestJob } from '../../core/latest-job.ts';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { OpenedCopy } from '../../session/opened-copy.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import type { PanelContext } from '../panel.ts';
import type { CopyCheckState } from './share-state.ts';

/** Lets a reader look at a copy that was made, and search it, while the recording that it is of stays as it is. */
export class CopyCheck {
  readonly #context: PanelContext;
  readonly #scan: LatestJob<readonly LeakReport[]>;
  readonly #opening: LatestJob<null>;
  #read: { readonly blob: Blob; readonly copy: OpenedCopy } | null = null;
  /** Of the recording whose copy is in the player. */
  #left: { readonly startAt: number; readonly loopRange: TimeSpan | null } | null = null;

  constructor(context: PanelContext, changed: () => void, told: (thrown: unknown) => string) {
    this.#context = context;
    this.#scan = new LatestJob(changed, told);
    this.#opening = new LatestJob(changed, told);
  }

  get state(): CopyCheckState {
    return { scan: this.#scan.state, opening: this.#opening.state, isOpen: this.isOpen };
  }

  /** The copy is in the player. */
  get isOpen(): boolean {
    return this.#left !== null;
  }

  /** Looks for leaks in a copy; null stops looking. */
  scan(blob: Blob | null): void {
    const { player, session } = this.#context;
    if (!blob) this.#scan.stop();
    else
      void this.#scan.start(async (controls) =>
        session.actions.scan(player.leakRules, controls, await this.#copyOf(blob, controls)),
      );
  }

  /** Puts a copy into the player, at the moment on screen; null stops reading it. */
  open(blob: Blob | null): void {
    if (!blob) this.#opening.stop();
    else
      void this.#opening.start(async (controls) => {
        const copy = await this.#copyOf(blob, controls);
        if (!controls.signal.aborted) this.#enter(copy);
        return null;
      });
  }

  /** Puts the recording back into the player, at the moment on screen. */
  close(): void {
    const { player } = this.#context;
    const left = this.#left;
    if (!left) return;
    const at = this.#now;
    this.#left = null;
    this.#show(null, (at - left.startAt) / 1000);
    player.loopRange = left.loopRange;
  }

  /** Lets go of what was read and found. */
  release(): void {
    this.#scan.stop();
    this.#opening.stop();
    this.#left = null;
    this.#read?.copy.close();
    this.#read = null;
  }

  #enter(copy: OpenedCopy): void {
    const { player, session } = this.#context;
    const { startAt = 0 } = session.loading.outline ?? {};
    const at = this.#now;
    this.#left = { startAt, loopRange: player.loopRange };
    this.#show(copy, (at - copy.entry.outline.startAt) / 1000);
  }

  /** Unix milliseconds. */
  get #now(): number {
    const { player, session } = this.#context;
    return (session.loading.outline?.startAt ?? 0) + player.currentTime * 1000;
  }

  #show(copy: OpenedCopy | null, time: number): void {
    const { player, session } = this.#context;
    // What is asked for between two recordings is where the next one begins.
    const begin = () => (player.currentTime = Math.max(0, time));
    player.addEventListener('emptied', begin, { once: true });
    session.loading.showCopy(copy?.entry ?? null);
    // It closes with each recording.
    player.panel = 'share';
  }

  async #copyOf(blob: Blob, controls: JobControls): Promise<OpenedCopy> {
    if (this.#read?.blob === blob) return this.#read.copy;
    const copy = await this.#context.session.actions.openCopy(blob, controls);
    // Somebody else may have been faster, or nobody be waiting any more.
    if (controls.signal.aborted || this.#read) copy.close();
    controls.signal.throwIfAborted();
    this.#read ??= { blob, copy };
    return this.#read.copy;
  }
}
