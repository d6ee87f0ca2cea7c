import type { ReactiveControllerHost } from 'lit';
import type { RecordingCopy } from '../../core/copy/copy-recording.ts';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { CopyPlan } from '../../copies/copy-plan.ts';
import { saveFile } from '../../copies/save-file.ts';
import type { JobOptions } from '../../worker/recording-reader.ts';
import { planCopy, type Position } from './plan-copy.ts';
import { type CopyDraft, NOTHING_SHARED, type PickedThing, type ShareState } from './share-state.ts';

/** What can be done with the recording in the player. */
export interface RecordingActions {
  readonly scan: (options: JobOptions) => Promise<readonly LeakReport[]>;
  readonly makeCopy: (plan: CopyPlan, options: JobOptions) => Promise<RecordingCopy>;
}

type ShareHost = Pick<ReactiveControllerHost, 'requestUpdate'> & EventTarget & Position;

/**
 * How far a reader has come with handing a recording on; begins anew with each recording. One that leaves the page is
 * emptied, one that is only moved is not.
 */
export class ShareController {
  readonly #host: ShareHost;
  readonly #actions: RecordingActions;
  #state = NOTHING_SHARED;
  #scan: AbortController | null = null;
  #copy: AbortController | null = null;

  constructor(host: ShareHost, actions: RecordingActions) {
    this.#host = host;
    this.#actions = actions;
    host.addEventListener('emptied', this.#reset);
  }

  get state(): ShareState {
    return this.#state;
  }

  /** Looks for leaks, or stops looking. */
  scan(isWanted: boolean): void {
    this.#scan?.abort();
    this.#scan = null;
    if (isWanted) void this.#runScan((this.#scan = new AbortController()));
    else this.#set({ scan: { step: 'idle' } });
  }

  /** Makes a copy, which `save` then hands out, or stops making one. */
  copy(isWanted: boolean): void {
    this.#copy?.abort();
    this.#copy = null;
    if (isWanted) void this.#runCopy((this.#copy = new AbortController()));
    else this.#set({ copy: { step: 'idle' } });
  }

  /** Hands the copy that was made, or the summary of what was removed from it, to the reader as a download. */
  save(what: 'copy' | 'summary', name: string): void {
    const { copy } = this.#state;
    if (copy.step !== 'done') return;
    const { blob, summary } = copy.copy;
    if (what === 'copy') saveFile(blob, copy.plan.format === 'html' ? `${name}.html` : `${name}.json`);
    else saveFile(new Blob([JSON.stringify(summary, null, 2)]), `${name}-removed.json`);
  }

  /**
   * Keeps what was filled in, however often the panel comes and goes. A copy of what was filled in before is let go:
   * handed out now, it would hold what has been named since.
   */
  draft(change: Partial<CopyDraft>): void {
    this.copy(false);
    this.#set({ draft: Object.freeze({ ...this.#state.draft, ...change }) });
  }

  pick(isWanted: boolean): void {
    this.#set({ picking: isWanted });
  }

  addPicked(thing: PickedThing): void {
    const isKnown = ({ windowId, nodeId }: PickedThing) =>
      windowId === thing.windowId && nodeId === thing.nodeId;
    const others = this.#state.draft.picked.filter((one) => !isKnown(one));
    this.pick(false);
    this.draft({ picked: [...others, thing] });
  }

  async #runScan(run: AbortController): Promise<void> {
    this.#set({ scan: { step: 'running', share: 0 } });
    const onProgress = (share: number) => {
      if (this.#scan === run) this.#set({ scan: { step: 'running', share } });
    };
    try {
      const findings = await this.#actions.scan({ signal: run.signal, onProgress });
      if (this.#scan !== run) return;
      this.#set({ scan: { step: 'done', findings } });
      // What was found is ticked, and a copy from before holds it.
      if (findings.length > 0) this.copy(false);
    } catch (error) {
      if (this.#scan === run) this.#set({ scan: { step: 'failed', message: messageOf(error) } });
    }
  }

  async #runCopy(run: AbortController): Promise<void> {
    this.#set({ copy: { step: 'running', share: 0 } });
    const onProgress = (share: number) => {
      if (this.#copy === run) this.#set({ copy: { step: 'running', share } });
    };
    try {
      const plan = planCopy(this.#state, this.#host);
      const copy = await this.#actions.makeCopy(plan, { signal: run.signal, onProgress });
      if (this.#copy === run) this.#set({ copy: { step: 'done', plan, copy } });
    } catch (error) {
      if (this.#copy === run) this.#set({ copy: { step: 'failed', message: messageOf(error) } });
    }
  }

  readonly #reset = (): void => {
    this.#scan?.abort();
    this.#copy?.abort();
    this.#scan = this.#copy = null;
    this.#set(NOTHING_SHARED);
  };

  #set(change: Partial<ShareState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    this.#host.requestUpdate();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
