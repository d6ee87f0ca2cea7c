import type { HiddenThings } from '../core/hidden/hidden-things.ts';
import type { MaskKind } from '../core/rrweb/mask-traces.ts';
import { LatestJob } from '../core/latest-job.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';

const NONE: ReadonlySet<number> = new Set();

type NumbersByWindow = ReadonlyMap<string, ReadonlySet<number>>;

/** Has the recording in a player looked through for what is hidden, once somebody wants to know. */
export class HiddenSearch {
  readonly #job: LatestJob<HiddenThings>;
  #recording: OpenRecording | null = null;
  #cover = '';
  /** By window. */
  #emptyCanvases: NumbersByWindow = new Map();
  #exposedInputs: NumbersByWindow = new Map();

  constructor(changed: () => void) {
    // There is no telling what a selector means that was not understood: the stage says so.
    this.#job = new LatestJob(changed, () => '');
  }

  /** Null while it is not known. */
  get found(): HiddenThings | null {
    const { state } = this.#job;
    return state.step === 'done' ? state.result : null;
  }

  /** Canvases without any picture, by the numbers of their elements; null while they are not known. */
  emptyCanvases(windowId: string | null): ReadonlySet<number> | null {
    // Of very many hidden things not all are listed.
    const { counts, things } = this.found ?? {};
    if (!counts || things?.filter(({ kind }) => kind === 'canvas').length !== counts.canvas) return null;
    return this.#emptyCanvases.get(windowId ?? '') ?? NONE;
  }

  /** Inputs that were masked in vain, by the numbers of their elements; those that are known. */
  exposedInputs(windowId: string | null): ReadonlySet<number> {
    return (this.found && this.#exposedInputs.get(windowId ?? '')) ?? NONE;
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
    if (recording && isWanted && this.#job.state.step === 'idle') {
      void this.#job.start(async ({ signal }) => {
        const found = await recording.ask('hidden', cover, { signal });
        this.#emptyCanvases = numbersOf('canvas', found);
        this.#exposedInputs = numbersOf('exposed', found);
        return found;
      });
    }
  }
}

function numbersOf(wanted: MaskKind, { things }: HiddenThings): NumbersByWindow {
  const numbers = new Map<string, Set<number>>();
  for (const { kind, windowId, nodeId } of things) {
    if (kind !== wanted || nodeId === null) continue;
    const own = numbers.get(windowId) ?? new Set();
    numbers.set(windowId, own.add(nodeId));
  }
  return numbers;
}
