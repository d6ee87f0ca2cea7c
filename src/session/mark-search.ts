import { LatestJob } from '../core/latest-job.ts';
import type { JobOptions, OpenRecording } from '../worker/recording-reader.ts';
import type { TimelineMarks } from './session-state.ts';

/** Has the recording in a player looked through for what is marked on its timeline, once somebody can see that. */
export class MarkSearch {
  readonly #job: LatestJob<TimelineMarks>;
  readonly #find: (options: JobOptions) => Promise<TimelineMarks>;
  #recording: OpenRecording | null = null;
  #cover = '';

  /**
   * @param find looks through the recording in the player
   * @param changed called when they are known, and when they are not any more
   */
  constructor(find: (options: JobOptions) => Promise<TimelineMarks>, changed: () => void) {
    this.#find = find;
    // There is no telling what a selector means that was not understood: the stage says so.
    this.#job = new LatestJob(changed, () => '');
  }

  /** Null while they are not known. */
  get found(): TimelineMarks | null {
    const { state } = this.#job;
    return state.step === 'done' ? state.result : null;
  }

  /**
   * @param recording the one in the player, read to its end; null for none
   * @param cover selectors of what the viewer hides in it
   */
  follow(recording: OpenRecording | null, cover: readonly string[], isWanted: boolean): void {
    if (recording !== this.#recording || cover.join() !== this.#cover) {
      this.#recording = recording;
      this.#cover = cover.join();
      this.#job.stop();
    }
    if (recording && isWanted && this.#job.state.step === 'idle')
      void this.#job.start(({ signal }) => this.#find({ signal }));
  }
}
