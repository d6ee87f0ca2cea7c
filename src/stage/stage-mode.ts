import type { HiddenThing } from '../core/hidden/hidden-things.ts';

/**
 * What the pointer does on the replayed page, and what is drawn on it: one of these at a time.
 *
 * - `play`: a click plays and pauses
 * - `inspect`: text of the page can be selected and copied
 * - `pick`: a click chooses an element, and keys walk from one to the next
 * - `point`: something hidden is outlined; a click plays and pauses
 */
export type StageMode =
  | { readonly type: 'play' | 'inspect' }
  | { readonly type: 'pick'; readonly picker: StagePicker }
  | {
      readonly type: 'point';
      readonly thing: HiddenThing;
      /** When it is no longer outlined; seconds. */
      readonly end: number;
    };

/** Whoever is told of the pointer, in pixels of the window, and of keys while an element is picked. */
export interface StagePicker {
  pointAt(clientX: number, clientY: number): void;
  /** The pointer is no longer on the page. */
  pointAway(): void;
  pickAt(clientX: number, clientY: number): void;
  /** @returns false for a key that does nothing here */
  press(key: string): boolean;
}

export const PLAY: StageMode = Object.freeze({ type: 'play' });
export const INSPECT: StageMode = Object.freeze({ type: 'inspect' });

/** The mode of a player's stage. Entering one leaves the other. */
export class StageModes {
  readonly #changed: (before: StageMode) => void;
  #current = PLAY;

  constructor(changed: (before: StageMode) => void) {
    this.#changed = changed;
  }

  get current(): StageMode {
    return this.#current;
  }

  enter(mode: StageMode): void {
    const before = this.#current;
    if (mode === before) return;
    this.#current = mode;
    this.#changed(before);
  }

  /** Goes back to `play` from any of these modes. */
  leave(...types: readonly StageMode['type'][]): void {
    if (types.includes(this.#current.type)) this.enter(PLAY);
  }
}

/** Number of the element that is pointed at; null while it is not on the page that is shown. */
export function highlightedIn(shown: {
  readonly stageMode: StageMode;
  readonly windowId: string | null;
  /** Seconds. */
  readonly currentTime: number;
}): number | null {
  const { stageMode, windowId, currentTime } = shown;
  if (stageMode.type !== 'point' || stageMode.thing.windowId !== windowId) return null;
  const { thing, end } = stageMode;
  return thing.start <= currentTime && currentTime <= end ? thing.nodeId : null;
}

/** Tells whoever picks an element where the pointer is. */
export function tellPointer(mode: StageMode, { type, clientX, clientY }: PointerEvent): void {
  if (mode.type !== 'pick') return;
  if (type === 'pointerleave') mode.picker.pointAway();
  else mode.picker.pointAt(clientX, clientY);
}

/** Tells whoever picks an element of a key, which then does nothing else. @returns whether it is taken */
export function tellKey(mode: StageMode, event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (mode.type !== 'pick' || altKey || ctrlKey || metaKey || shiftKey) return false;
  const isTaken = mode.picker.press(key);
  if (isTaken) event.preventDefault();
  return isTaken;
}
