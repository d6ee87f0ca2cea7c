import type { PageClock } from '../page-clock.ts';
import type { NodeAges } from './node-ages.ts';

/** What is recorded within so many milliseconds, a browser has shown at once. */
const FRAME_MS = 16;

/**
 * Why something moves: the page was `built` as it was at a moment; something `happened` on it; or it was only moved to
 * another moment.
 */
export type Cause = 'built' | 'happened' | 'moved';

/** What of the page is moved by its styles, animations and transitions, and since when each is on its way. */
export class Motions {
  readonly #clock: PageClock;
  readonly #ages: NodeAges;
  readonly #trees = new Set<Document | ShadowRoot>();
  /** When they began, Unix milliseconds; NaN for what the page itself has paused. */
  readonly #running = new Map<Animation, number>();
  /** Animations that have come to their end, from which the page may go back. */
  readonly #ended = new Set<Animation>();

  constructor(clock: PageClock, ages: NodeAges) {
    this.#clock = clock;
    this.#ages = ages;
  }

  /** A document or shadow root of the page, in which something may move. */
  addTree(tree: Document | ShadowRoot): void {
    this.#trees.add(tree);
  }

  /**
   * Takes over what has begun to move since the last time.
   *
   * @param at when that was, Unix milliseconds
   * @param time the moment to which it has come by now, Unix milliseconds
   * @returns false when there is nothing new
   */
  discover(cause: Cause, at: number, time: number): boolean {
    const listed = this.#listed();
    const isKnown = (one: Animation) => this.#running.has(one) || this.#ended.has(one);
    const fresh = cause === 'built' ? new Set([...this.#running.keys(), ...this.#ended, ...listed]) : listed;
    const found = [...fresh].filter(
      (one) => (cause === 'built' || !isKnown(one)) && one.playState !== 'idle',
    );
    if (cause === 'built') {
      this.#running.clear();
      this.#ended.clear();
    }
    for (const one of found) this.#running.set(one, this.#beganAt(one, cause, at));
    this.#followPauses(cause, at);
    this.#move(found, time);
    return found.length > 0;
  }

  /** Makes all stand where it was at a moment, Unix milliseconds, and go on at the pace of the clock. */
  moveTo(time: number): void {
    this.#move([...this.#running.keys()], time);
  }

  #move(all: readonly Animation[], time: number): void {
    // All is asked before anything is moved: each answer after that would have styles worked out anew.
    const states = all.map((one) => ({ one, state: one.playState, endsAt: end(one) }));
    for (const { one, state, endsAt } of states) {
      const began = this.#running.get(one) ?? NaN;
      if (state === 'idle') {
        this.#running.delete(one);
      } else if (time - began >= endsAt) {
        this.#finish(one, state);
      } else {
        one.playbackRate = this.#clock.rate;
        if (!Number.isNaN(began)) one.currentTime = time - began;
      }
    }
  }

  #finish(one: Animation, state: AnimationPlayState): void {
    // Chromium has one that has come to its end by itself go on when it is given another pace.
    if (state !== 'finished') {
      one.playbackRate = 1;
      one.finish();
    }
    this.#running.delete(one);
    if (!isTransition(one)) this.#ended.add(one);
  }

  /** A page may pause what moves on it, and let it go on. */
  #followPauses(cause: Cause, at: number): void {
    for (const [one, began] of this.#running) {
      const isPaused = one.playState === 'paused';
      if (isPaused === Number.isNaN(began)) continue;
      const changedAt = cause === 'built' ? frameOf(this.#restyledAt(one)) : at;
      if (isPaused) one.currentTime = Math.max(changedAt - began, 0);
      this.#running.set(one, isPaused ? NaN : at - Number(one.currentTime));
    }
  }

  #restyledAt(one: Animation): number {
    const element = targetOf(one);
    return element ? this.#ages.restyledAt(element) : -Infinity;
  }

  #beganAt(one: Animation, cause: Cause, at: number): number {
    const element = targetOf(one);
    if (isTransition(one)) return cause === 'happened' ? this.#noticedAt(one, at) : -Infinity;
    if (!element) return at;
    const addedAt = this.#ages.addedAt(element);
    // Of what goes on without end nobody can tell from a page whether it was begun anew since.
    if (end(one) === Infinity) return frameOf(addedAt);
    if (cause !== 'built') return this.#noticedAt(one, at);
    return frameOf(one.playState === 'paused' ? addedAt : Math.max(addedAt, this.#restyledAt(one)));
  }

  /** What begins without an event, such as after another, has been on its way for a while when it is noticed. */
  #noticedAt({ currentTime }: Animation, at: number): number {
    const { time, rate } = this.#clock;
    return Number(currentTime) > FRAME_MS ? time - Number(currentTime) * rate : at;
  }

  #listed(): Animation[] {
    const found: Animation[] = [];
    for (const tree of this.#trees) {
      if (isThere(tree)) found.push(...tree.getAnimations().filter(isOfStyles));
      else this.#trees.delete(tree);
    }
    return found;
  }
}

/** The beginning of the frame that a moment belongs to. */
export function frameOf(time: number): number {
  return Math.floor(time / FRAME_MS) * FRAME_MS;
}

function end({ effect }: Animation): number {
  return Number(effect?.getComputedTiming().endTime ?? 0);
}

/** By their members: they are of another window, whose classes are not ours. */
function isTransition(animation: Animation): boolean {
  return 'transitionProperty' in animation;
}

/** Not what goes with how far something is scrolled. */
function isOfStyles(animation: Animation): boolean {
  const isTimed = animation.timeline === targetOf(animation)?.ownerDocument.timeline;
  return isTimed && (isTransition(animation) || 'animationName' in animation);
}

/** Of pseudo-elements the element that they belong to. */
function targetOf({ effect }: Animation): Element | null {
  return effect && 'target' in effect ? (effect as KeyframeEffect).target : null;
}

function isThere(tree: Document | ShadowRoot): boolean {
  return 'host' in tree ? tree.host.isConnected : tree.defaultView !== null;
}
