/** So many loads of a page may be on their way to a first frame. Each needs a thread, and all need the page's. */
const AT_ONCE = 2;
/** Who waits for a server for longer than this does not keep others waiting. */
const LONGEST_MS = 1000;

/** A load's turn. It is over when its first frame is there, or there is none to come; at the latest when others are due. */
export class LoadTurn {
  /** Whether somebody would see the first frame at once. */
  readonly isInView: () => boolean;
  /** Resolves when the turn begins; never, where it is over before that. */
  readonly begun: Promise<void>;
  readonly #ended: (turn: LoadTurn) => void;
  #begin!: () => void;
  #state: 'waiting' | 'begun' | 'over' = 'waiting';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(isInView: () => boolean, ended: (turn: LoadTurn) => void) {
    this.isInView = isInView;
    this.#ended = ended;
    this.begun = new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  get state(): 'waiting' | 'begun' | 'over' {
    return this.#state;
  }

  begin(): void {
    this.#state = 'begun';
    this.#timer = setTimeout(() => this.end(), LONGEST_MS);
    this.#begin();
  }

  /** Others may go now. */
  end(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    clearTimeout(this.#timer);
    this.#ended(this);
  }
}

/**
 * The loads of the players of a page, one after the other: twelve at once keep each other from showing anything, while
 * two show their pages about as fast as one. What is in view comes first. `idlechange` tells that `isIdle` is another.
 */
export class LoadTurns extends EventTarget {
  readonly #waiting = new Set<LoadTurn>();
  readonly #begun = new Set<LoadTurn>();
  #isIdle = true;

  /** Nobody waits for a first frame. */
  get isIdle(): boolean {
    return this.#isIdle;
  }

  /** @param isInView whether somebody would see the first frame at once */
  take(isInView: () => boolean): LoadTurn {
    const turn = new LoadTurn(isInView, (ended) => {
      this.#waiting.delete(ended);
      this.#begun.delete(ended);
      this.#beginNext();
    });
    this.#waiting.add(turn);
    this.#beginNext();
    return turn;
  }

  #beginNext(): void {
    while (this.#begun.size < AT_ONCE) {
      const next = this.#first();
      if (!next) break;
      this.#waiting.delete(next);
      this.#begun.add(next);
      next.begin();
    }
    const isIdle = this.#begun.size === 0;
    if (isIdle === this.#isIdle) return;
    this.#isIdle = isIdle;
    this.dispatchEvent(new Event('idlechange'));
  }

  #first(): LoadTurn | undefined {
    const [first, ...others] = this.#waiting;
    // Looking for it costs a layout.
    return others.length === 0 ? first : ([...this.#waiting].find((turn) => turn.isInView()) ?? first);
  }
}

/** Those of this page. */
export const LOAD_TURNS = new LoadTurns();
