import { asArray, asId, asNumber, asRecord, asText, isRecord, type Fields } from '../json.ts';
import { pictureOf } from '../rrweb/canvas-values.ts';
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
const DRAWS: ReadonlySet<unknown> = new Set(['fill', 'stroke', 'clip']);
/** What is drawn at once, by where in its arguments width and height stand. */
const AREAS: Readonly<Record<string, number>> = { clearRect: 2, fillRect: 2, strokeRect: 2 };
/** A pixel is drawn so much faster than a line. */
const PIXELS_OF_STEP = 4096;
/** What is blurred takes so much longer. */
const BLURRED = 30;

/** What one canvas has drawn, and what it is at. */
export class CanvasCost {
  #path = 0;
  #blur = 1;
  #saved: number[] = [];

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
    if (setter === true) {
      if (property === 'shadowBlur') this.#blur = asNumber(values[0]) > 0 ? BLURRED : 1;
      if (property === 'filter') this.#blur = /blur|shadow|url/i.test(asText(values[0])) ? BLURRED : 1;
      return 0;
    }
    if (STEPS.has(property)) {
      this.#path++;
      return 1;
    }
    if (DRAWS.has(property)) return (1 + this.#path) * this.#blur;
    if (property === 'beginPath') this.#path = 0;
    else if (property === 'save') this.#saved.push(this.#blur);
    else if (property === 'restore') this.#blur = this.#saved.pop() ?? 1;
    const at = AREAS[asText(property)];
    const [width, height] = at === undefined ? values.slice(-2) : values.slice(at, at + 2);
    const isPicture = property === 'drawImage' && values.length >= 5;
    if (at === undefined && !isPicture) return this.#blur;
    const pixels =
      Math.min(Math.abs(asNumber(width)), 4096) * Math.min(Math.abs(asNumber(height)), 4096) || 0;
    return (1 + pixels / PIXELS_OF_STEP) * this.#blur;
  }
}
