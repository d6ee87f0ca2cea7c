import { asArray, asId, asNumber, asRecord, asText, isRecord, type Fields } from '../json.ts';
import { pictureOf } from '../rrweb/canvas-values.ts';
import { areaOf, CanvasPath } from './canvas-path.ts';
import type { CssRules } from './css-cutter.ts';
import { costOfValue } from './declaration-cost.ts';

const STEPS: ReadonlySet<unknown> = new Set([
  ...[
    'arc',
    'arcTo',
    'bezierCurveTo',
    'ellipse',
    'lineTo',
    'moveTo',
    'quadraticCurveTo',
    'rect',
    'roundRect',
  ],
]);
/** What is drawn at once, by where in its arguments width and height stand. */
const AREAS: Readonly<Record<string, number>> = { clearRect: 2, fillRect: 2, strokeRect: 2 };
/** A pixel is drawn so much faster than a line. */
const PIXELS_OF_STEP = 1024;
/** What is blurred takes so much longer. */
const BLURRED = 30;
/** No browser draws more dashes of one line. */
const MOST_DASHES = 1_000_000;

/** How things are drawn, which a canvas can keep and take up again. */
interface Manner {
  readonly blur: number;
  /** How many times as large as it says. */
  readonly scale: number;
  /** How long dashes are; 0 for none. */
  readonly dash: number;
}

/** What one canvas has drawn, and what it is at. */
export class CanvasCost {
  #path = new CanvasPath();
  #manner: Manner = { blur: 1, scale: 1, dash: 0 };
  #saved: Manner[] = [];

  /**
   * Leaves out the calls of an event that cost too much. Edits the event's data.
   *
   * @param left how much may still be drawn
   * @returns how much was
   */
  cut(data: Record<string, unknown>, left: number, rules: CssRules): number {
    let cost = 0;
    const isAllowed = (call: Fields) => {
      if (!this.#isFit(call, rules)) return false;
      cost += this.#costOf(call);
      return cost <= left;
    };
    if (Array.isArray(data['commands'])) {
      const calls = data['commands'] as unknown[];
      const kept = calls.filter((call) => isAllowed(asRecord(call)));
      if (kept.length < calls.length) {
        rules.note('strokes', asId(data['id']));
        data['commands'] = kept;
      }
    } else if (!isAllowed(data)) {
      rules.note('strokes', asId(data['id']));
      Object.assign(data, { commands: [] });
    }
    return Math.min(cost, left);
  }

  #isFit({ property, args, setter }: Fields, rules: CssRules): boolean {
    const [first] = asArray(args);
    if (setter === true && property === 'shadowBlur') return asNumber(first) <= rules.most('blur');
    if (setter === true && property === 'filter' && typeof first === 'string')
      return costOfValue('filter', first).own.every(([kind, count]) => count <= rules.most(kind));
    if (!isRecord(first)) return true;
    const picture = pictureOf(first);
    return picture === null || rules.picture(picture).every(([kind, cost]) => cost <= rules.most(kind));
  }

  #costOf({ property, args, setter }: Fields): number {
    const values = asArray(args);
    const { blur, scale, dash } = this.#manner;
    if (setter === true) {
      if (property === 'shadowBlur') this.#change({ blur: asNumber(values[0]) > 0 ? BLURRED : 1 });
      if (property === 'filter')
        this.#change({ blur: /blur|shadow|url/i.test(asText(values[0])) ? BLURRED : 1 });
      return 0;
    }
    if (STEPS.has(property)) {
      this.#path.add(asText(property), values);
      return 1;
    }
    const sizes = values.map((value) => Math.abs(asNumber(value)));
    switch (property) {
      case 'beginPath':
        this.#path = new CanvasPath();
        break;
      case 'save':
        this.#saved.push(this.#manner);
        break;
      case 'restore':
        this.#manner = this.#saved.pop() ?? this.#manner;
        break;
      case 'scale':
        this.#change({ scale: scale * Math.max(...sizes) || 1 });
        break;
      case 'transform':
      case 'setTransform':
        this.#change({ scale: (property === 'transform' ? scale : 1) * Math.max(...sizes.slice(0, 4)) || 1 });
        break;
      case 'resetTransform':
        this.#change({ scale: 1 });
        break;
      case 'setLineDash': {
        const lengths = asArray(values[0]).map((length) => Math.abs(asNumber(length)));
        const all = lengths.reduce((sum, length) => sum + length, 0);
        this.#change({ dash: all / lengths.length || 0 });
        break;
      }
      case 'stroke': {
        const dashes = dash > 0 ? Math.min(this.#path.length / dash, MOST_DASHES) : 0;
        return (1 + this.#path.steps + dashes) * blur;
      }
      case 'fill':
      case 'clip':
        return (1 + this.#path.steps + this.#path.area(scale) / PIXELS_OF_STEP) * blur;
      case 'fillText':
      case 'strokeText':
        return (1 + asText(values[0]).length) * blur;
    }
    const at = AREAS[asText(property)];
    const [width = 0, height = 0] = at === undefined ? sizes.slice(-2) : sizes.slice(at, at + 2);
    const isPicture = property === 'drawImage' && values.length >= 5;
    if (at === undefined && !isPicture) return blur;
    return (1 + areaOf(width * scale, height * scale) / PIXELS_OF_STEP) * blur;
  }

  #change(change: Partial<Manner>): void {
    this.#manner = { ...this.#manner, ...change };
  }
}
