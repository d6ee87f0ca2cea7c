import type { HiddenThings } from '../core/hidden/hidden-things.ts';
import type { MaskKind } from '../core/rrweb/mask-traces.ts';
import { RecordingSearch } from './recording-search.ts';

const NONE: ReadonlySet<number> = new Set();

type NumbersByWindow = ReadonlyMap<string, ReadonlySet<number>>;

/** What is hidden in the recording in a player, and where. */
export class HiddenSearch extends RecordingSearch<HiddenThings> {
  /** By window. */
  #emptyCanvases: NumbersByWindow = new Map();
  #exposedInputs: NumbersByWindow = new Map();

  constructor(changed: () => void) {
    super(async (recording, cover, options) => {
      const found = await recording.ask('hidden', cover, options);
      this.#emptyCanvases = numbersOf('canvas', found);
      this.#exposedInputs = numbersOf('exposed', found);
      return found;
    }, changed);
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
