import { MouseInteractions, PointerTypes } from '@rrweb/types';
import type { Fields } from '../../json.ts';
import type { EntryDetails, EntryTarget } from '../entry.ts';
import { elementAtPoint } from '../naming/element-at-point.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** Two clicks so soon after each other can be a double click. */
const DOUBLE_MS = 1000;
/** A click on a label is passed on to its control at once. */
const PASSED_ON_MS = 100;

const BOXES: ReadonlySet<string> = new Set(['body', 'div', 'img']);

interface Click {
  readonly at: number;
  readonly id: number;
  readonly target: EntryTarget | null;
  readonly detail: EntryDetails['click'];
}

/** Clicks, double clicks, right clicks and taps. */
export class Clicks implements EntryFinder {
  readonly #window: WindowContext;
  /** Those that may turn out to be a double click; at most two. */
  #waiting: Click[] = [];
  /** Something was pressed that has not been clicked yet. */
  #isPressed = false;
  /** A touch on the screen of an app, which knows no clicks. */
  #touched: Click | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note(event: WindowEvent): void {
    const { kind, at, data } = event;
    while (this.#waiting[0] && at - this.#waiting[0].at > DOUBLE_MS) this.#release();
    if (kind !== 'mouseInteraction') return;
    const id = Number(data['id']);
    switch (data['type']) {
      case MouseInteractions.MouseDown:
        this.#isPressed = true;
        return;
      case MouseInteractions.TouchStart:
        this.#isPressed = true;
        if (this.#window.isMobile) this.#touched = this.#clickOf('touch', event, this.#touchedAt(data) ?? id);
        return;
      case MouseInteractions.TouchEnd:
        this.#endTouch(at);
        return;
      case MouseInteractions.Click:
        this.#click(event, id);
        return;
      case MouseInteractions.ContextMenu:
        this.#tell(this.#clickOf('right', event, id));
        return;
      case MouseInteractions.DblClick:
        this.#doubleClick(event, id);
    }
  }

  end(): void {
    while (this.#waiting.length > 0) this.#release();
  }

  #click(event: WindowEvent, id: number): void {
    const last = this.#waiting.at(-1);
    const wasPressed = this.#isPressed;
    this.#isPressed = false;
    const button = event.data['pointerType'] === PointerTypes.Touch ? 'touch' : 'left';
    const click = this.#clickOf(button, event, id);
    const isPassedOn = last && !wasPressed && event.at - last.at <= PASSED_ON_MS;
    // The label stands for its control: both have the same target.
    if (isPassedOn && last.target?.nodeId === click.target?.nodeId) return;
    if (this.#waiting.length === 2) this.#release();
    this.#waiting.push(click);
  }

  /** It comes after the two clicks that it consists of. */
  #doubleClick(event: WindowEvent, id: number): void {
    const clicks = this.#waiting;
    const isOne = clicks.length === 2 && clicks.every(({ detail }) => detail.button !== 'touch');
    const first = isOne ? clicks[0] : clicks.at(-1);
    if (!first) {
      this.#tell(this.#clickOf('double', event, id));
      return;
    }
    if (isOne) this.#waiting = [];
    else this.#waiting = clicks.slice(0, -1);
    this.#tell({ ...first, detail: { ...first.detail, button: 'double' } }, event.at);
  }

  /** Screens of apps consist of boxes, of which most are nothing by themselves. */
  #targetOf(id: number): EntryTarget | null {
    const target = this.#window.targetOf(id);
    const isBox = this.#window.isMobile && target?.name === '' && BOXES.has(target.role);
    return isBox ? null : target;
  }

  /** Apps do not say what was touched. */
  #touchedAt({ x, y }: Fields): number | null {
    const { tree } = this.#window;
    return tree && typeof x === 'number' && typeof y === 'number' ? elementAtPoint(tree, x, y) : null;
  }

  #endTouch(at: number): void {
    if (this.#touched) this.#tell(this.#touched, at);
    this.#touched = null;
  }

  #clickOf(button: EntryDetails['click']['button'], { at, data }: WindowEvent, id: number): Click {
    const detail = { button, x: coordinate(data['x']), y: coordinate(data['y']) };
    return { at, id, target: this.#targetOf(id), detail };
  }

  #release(): void {
    const click = this.#waiting.shift();
    if (click) this.#tell(click);
  }

  #tell({ at, target, detail }: Click, endAt?: number): void {
    this.#window.add('click', at, detail, { target, endAt });
  }
}

function coordinate(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
