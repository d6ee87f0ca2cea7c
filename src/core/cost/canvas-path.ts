import { asNumber } from '../json.ts';

/** More pixels a side no canvas shows. */
const MOST_SIDE = 4096;

/** What a canvas is at: where its path reaches, how long it is. */
export class CanvasPath {
  steps = 0;
  #length = 0;
  #box: [left: number, top: number, right: number, bottom: number] | null = null;
  #last: readonly [x: number, y: number] = [0, 0];

  /** Takes a call in that makes the path longer. */
  add(name: string, values: readonly unknown[]): void {
    const [x = 0, y = 0, a = 0, b = 0] = values.slice(0, 4).map((value) => asNumber(value));
    this.steps++;
    if (name === 'arc' || name === 'ellipse') {
      const radius = Math.max(Math.abs(a), name === 'arc' ? 0 : Math.abs(b));
      this.#length += 2 * Math.PI * radius;
      this.#reach(x - radius, y - radius);
      this.#reach(x + radius, y + radius);
    } else if (name === 'rect' || name === 'roundRect') {
      this.#length += 2 * (Math.abs(a) + Math.abs(b));
      this.#reach(x, y);
      this.#reach(x + a, y + b);
    } else {
      for (let i = 0; i + 1 < values.length; i += 2) {
        const to = [asNumber(values[i]), asNumber(values[i + 1])] as const;
        if (name !== 'moveTo')
          this.#length += Math.abs(to[0] - this.#last[0]) + Math.abs(to[1] - this.#last[1]);
        this.#last = to;
        this.#reach(...to);
      }
    }
  }

  /** Pixels that it is filled with, at most. */
  area(scale: number): number {
    const [left, top, right, bottom] = this.#box ?? [0, 0, 0, 0];
    return areaOf((right - left) * scale, (bottom - top) * scale);
  }

  get length(): number {
    return this.#length || 0;
  }

  #reach(x: number, y: number): void {
    const box = (this.#box ??= [x, y, x, y]);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}

/** In pixels that a canvas can show. */
export function areaOf(width: number, height: number): number {
  return Math.min(Math.abs(width), MOST_SIDE) * Math.min(Math.abs(height), MOST_SIDE) || 0;
}
