import { IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { type SerializedNode, writableAttributesOf } from '../rrweb/serialized-node.ts';

/** Of a canvas that does not say. */
const DEFAULT_SIZE = { width: 300, height: 150 } as const;
/** What they are asked is answered to the page, and changes nothing. */
const ASKS = /^(?:measureText|get(?!Context)\w+|is\w+|readPixels|checkFramebufferStatus)$/;
const PLACED: ReadonlySet<unknown> = new Set(['fillText', 'strokeText', 'drawImage', 'putImageData']);
const DRAWS: ReadonlySet<unknown> = new Set([
  ...PLACED,
  ...'fill stroke fillRect strokeRect clearRect drawArrays drawElements drawArraysInstanced'.split(' '),
  ...'drawElementsInstanced drawRangeElements'.split(' '),
]);
/** What a path is made of, and what it would be moved by. */
const OF_PATHS =
  /^(?:rect|moveTo|lineTo|arc|arcTo|ellipse|roundRect|\w+CurveTo|scale|rotate|translate|\w*[tT]ransform|restore)$/;
const COLOR_BUFFER_BIT = 0x4000;
/** Colours that may let through what is below. */
const MAY_BE_CLEAR = /^(?:#(?:.{4}|.{8})|transparent|.*[(/].*)$/i;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** Of a context: how far it is scaled and moved; null when it is turned as well. */
interface Scale {
  readonly by: Place;
  readonly to: Place;
}

const AS_IT_IS: Scale = { by: { x: 1, y: 1 }, to: { x: 0, y: 0 } };

interface Drawn {
  readonly command: Fields;
  readonly event: number;
  /** Where it begins, on the canvas; null when that is not known, undefined for what is in no place. */
  readonly at: Place | null | undefined;
}

/**
 * Takes from what was drawn on canvases what was cleared or painted over since. When in doubt a text is taken.
 *
 * @param resetAt when a canvas was last given a size, which clears it, by its number; Unix milliseconds
 */
export function foldDrawings(
  events: readonly ReplayEvent[],
  nodes: ReadonlyMap<number, SerializedNode>,
  resetAt: ReadonlyMap<number, number>,
): ReplayEvent[] {
  const canvases = new Map<number, PastCanvas>();
  const left = new Map<ReplayEvent, () => ReplayEvent[]>();
  for (const event of events) {
    const data = asRecord(event.data);
    if (data['source'] !== IncrementalSource.CanvasMutation) continue;
    const id = Number(data['id']);
    const node = nodes.get(id);
    if (!node || event.timestamp < (resetAt.get(id) ?? -Infinity)) {
      left.set(event, () => []);
      continue;
    }
    const canvas = canvases.get(id) ?? new PastCanvas(node);
    canvases.set(id, canvas);
    const number = canvas.draw(data);
    left.set(event, () => canvas.left(event, number));
  }
  for (const id of resetAt.keys()) {
    const node = nodes.get(id);
    if (node) delete writableAttributesOf(node)['rr_dataURL'];
  }
  return events.flatMap((event) => left.get(event)?.() ?? [event]);
}

class PastCanvas {
  readonly #node: SerializedNode;
  readonly #size: Place;
  #drawn: Drawn[] = [];
  #scale: Scale | null = AS_IT_IS;
  #fill = '#000000';
  #isPlain = true;
  /** The only shape of the path, as long as it is a rectangle. */
  #rect: readonly unknown[] | null = null;
  readonly #saved: (readonly [scale: Scale | null, fill: string, isPlain: boolean])[] = [];
  #count = 0;

  constructor(node: SerializedNode) {
    this.#node = node;
    const { width, height } = writableAttributesOf(node);
    this.#size = { x: sizeOf(width, DEFAULT_SIZE.width), y: sizeOf(height, DEFAULT_SIZE.height) };
  }

  /** @returns the number of the event among those of the canvas */
  draw(data: Fields): number {
    const event = this.#count++;
    const commands = Array.isArray(data['commands']) ? asArray(data['commands']).map(asRecord) : [data];
    for (const command of commands) this.#note(command, event);
    return event;
  }

  left({ timestamp, data }: ReplayEvent, event: number): ReplayEvent[] {
    const { property: _p, args: _a, setter: _s, ...rest } = asRecord(data);
    const commands = this.#drawn
      .filter((drawn) => drawn.event === event)
      .map(({ command: { property, args, setter } }) => ({
        property,
        args,
        ...(setter === true && { setter }),
      }));
    return commands.length > 0 ? [incrementalEvent(timestamp, { ...rest, commands })] : [];
  }

  #note(command: Fields, event: number): void {
    const { property } = command;
    const args = asArray(command['args']);
    if (typeof property !== 'string' || (ASKS.test(property) && command['setter'] !== true)) return;
    this.#follow(property, args, command['setter'] === true);
    this.#erase(property, args);
    this.#drawn.push({
      command,
      event,
      at: PLACED.has(property) ? this.#placeOf(property, args) : undefined,
    });
  }

  #follow(property: string, args: readonly unknown[], isSetter: boolean): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map(Number);
    if (property === 'beginPath') this.#rect = [];
    else if (OF_PATHS.test(property))
      this.#rect = property === 'rect' && this.#rect?.length === 0 ? args : null;
    if (isSetter) {
      if (property === 'fillStyle') this.#fill = typeof args[0] === 'string' ? args[0] : '';
      if (property === 'globalAlpha' && a < 1) this.#isPlain = false;
      if (property === 'globalCompositeOperation' && args[0] !== 'source-over') this.#isPlain = false;
    } else if (property === 'save') this.#saved.push([this.#scale, this.#fill, this.#isPlain]);
    else if (property === 'restore') {
      [this.#scale, this.#fill, this.#isPlain] = this.#saved.pop() ?? [
        this.#scale,
        this.#fill,
        this.#isPlain,
      ];
    } else if (property === 'resetTransform') this.#scale = AS_IT_IS;
    else if (property === 'setTransform')
      this.#scale =
        b === 0 && c === 0 && args.length === 6 ? { by: { x: a, y: d }, to: { x: e, y: f } } : null;
    else if (property === 'scale' && this.#scale) {
      const { by, to } = this.#scale;
      this.#scale = { by: { x: by.x * a, y: by.y * b }, to };
    } else if (property === 'translate' && this.#scale) {
      const { by, to } = this.#scale;
      this.#scale = { by, to: { x: to.x + by.x * a, y: to.y + by.y * b } };
    } else if (property === 'rotate' || property === 'transform') this.#scale = null;
    // What is painted within a shape covers no more than that.
    else if (property === 'clip') this.#isPlain = false;
  }

  #erase(property: string, args: readonly unknown[]): void {
    const box = this.#erasedBy(property, args);
    if (!box) return;
    const { x, y } = this.#size;
    const isAll = box.x <= 0 && box.y <= 0 && box.x + box.width >= x && box.y + box.height >= y;
    if (isAll) delete writableAttributesOf(this.#node)['rr_dataURL'];
    this.#drawn = this.#drawn.filter(({ command, at }) => {
      if (isAll) return !DRAWS.has(command['property']);
      if (at === undefined) return true;
      return at !== null && !isWithin(at, box);
    });
  }

  /** Null for what erases nothing. */
  #erasedBy(property: string, args: readonly unknown[]): Box | null {
    const whole = { x: 0, y: 0, width: this.#size.x, height: this.#size.y };
    if (property === 'reset') return whole;
    if (property === 'clear') return (Number(args[0]) & COLOR_BUFFER_BIT) !== 0 ? whole : null;
    const isRect = property === 'fillRect' || (property === 'fill' && this.#rect?.length === 4);
    const isPainted = isRect && this.#isPlain && !MAY_BE_CLEAR.test(this.#fill || 'transparent');
    if (property !== 'clearRect' && !isPainted) return null;
    const [x = 0, y = 0, width = 0, height = 0] = (property === 'fill' ? (this.#rect ?? []) : args).map(
      Number,
    );
    const from = this.#toCanvas({ x, y });
    const to = this.#toCanvas({ x: x + width, y: y + height });
    if (!from || !to) return null;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  }

  #placeOf(property: string, args: readonly unknown[]): Place | null {
    // Of part of a picture the place comes last but two.
    const first = property === 'drawImage' && args.length === 9 ? 5 : 1;
    const [x = NaN, y = NaN] = args.slice(first).map(Number);
    return this.#toCanvas({ x, y });
  }

  #toCanvas({ x, y }: Place): Place | null {
    const scale = this.#scale;
    if (!scale || Number.isNaN(x) || Number.isNaN(y)) return null;
    return { x: scale.to.x + scale.by.x * x, y: scale.to.y + scale.by.y * y };
  }
}

function sizeOf(value: unknown, otherwise: number): number {
  const size = parseInt(String(value), 10);
  return size >= 0 ? size : otherwise;
}

function isWithin({ x, y }: Place, box: Box): boolean {
  return box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height;
}
