import { LatestJob } from '../core/latest-job.ts';
import type { JobOptions, OpenRecording } from '../worker/recording-reader.ts';

/** Looks through a recording without what `cover` names: selectors of what the viewer hides in it. */
type Find<T> = (recording: OpenRecording, cover: readonly string[], options: JobOptions) => Promise<T>;

/** Has the recording in a player looked through for something, once somebody wants to know. */
export class RecordingSearch<T> {
  readonly #job: LatestJob<T>;
  readonly #find: Find<T>;
  #recording: OpenRecording | null = null;
  #cover = '';
  #about = '';

  /** @param changed called when it is found, and when that holds no more */
  constructor(find: Find<T>, changed: () => void) {
    this.#find = find;
    // There is no telling what a selector means that was not understood: the stage says so.
    this.#job = new LatestJob(changed, () => '');
  }

  /** Null while it is not known. */
  get found(): T | null {
    const { state } = this.#job;
    return state.step === 'done' ? state.result : null;
  }

  /** It is looked for anew, once it is wanted. */
  forget(): void {
    this.#job.stop();
  }

  /**
   * @param recording the one in the player, read to its end; null for none
   * @param cover selectors of what the viewer hides in it
   * @param about what is looked for, where that can be different things
   */
  follow(recording: OpenRecording | null, cover: readonly string[], isWanted: boolean, about = ''): void {
    if (recording !== this.#recording || cover.join() !== this.#cover || about !== this.#about) {
      this.#recording = recording;
      this.#cover = cover.join();
      this.#about = about;
      this.#job.stop();
    }
    if (recording && isWanted && this.#job.state.step === 'idle')
      void this.#job.start(({ signal }) => this.#find(recording, cover, { signal }));
  }
}
