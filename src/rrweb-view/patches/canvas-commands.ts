import { isRecord } from '../../core/json.ts';
import { pictureOf } from '../../core/rrweb/canvas-values.ts';
/**
 * Canvas events come in two shapes: PostHog's recorder sends whole frames as images, rrweb's sends the calls
 * that were made on the drawing context. Both are untrusted: an image is only ever used as a data URL of a
 * checked form, and of the calls only those listed here are made with plain values, and three with pictures.
 */

/** One call or assignment on a drawing context. */
export interface CanvasCommand {
  readonly property: string;
  readonly args: readonly unknown[];
  readonly setter: boolean;
}

const METHODS: ReadonlySet<string> = new Set([
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'ellipse',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'resetTransform',
  'restore',
  'rotate',
  'roundRect',
  'save',
  'scale',
  'setLineDash',
  'setTransform',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
]);

const PROPERTIES: ReadonlySet<string> = new Set([
  'direction',
  'fillStyle',
  'filter',
  'font',
  'globalAlpha',
  'globalCompositeOperation',
  'imageSmoothingEnabled',
  'lineCap',
  'lineDashOffset',
  'lineJoin',
  'lineWidth',
  'miterLimit',
  'shadowBlur',
  'shadowColor',
  'shadowOffsetX',
  'shadowOffsetY',
  'strokeStyle',
  'textAlign',
  'textBaseline',
]);

export function commandsOf(data: unknown): CanvasCommand[] {
  if (!isRecord(data)) return [];
  const list = Array.isArray(data['commands']) ? (data['commands'] as unknown[]) : [data];
  return list.flatMap((item) =>
    isRecord(item) && typeof item['property'] === 'string' && Array.isArray(item['args'])
      ? [{ property: item['property'], args: item['args'] as unknown[], setter: item['setter'] === true }]
      : [],
  );
}

/** The whole picture that `drawImage` of a recorded bitmap puts on the canvas, as a data URL; null for any other call. */
export function frameOf({ property, args }: CanvasCommand): string | null {
  const [bitmap] = args;
  if (property !== 'drawImage' || !isRecord(bitmap) || bitmap['rr_type'] !== 'ImageBitmap') return null;
  const url = pictureOf(bitmap);
  // It becomes a part of a style sheet.
  return url !== null && /^[^"\\\s]*$/.test(url) ? url : null;
}

/** True for a method that can do no harm with plain arguments. */
export function isMethod(name: string): boolean {
  return METHODS.has(name);
}

/** Filters that are made of numbers and colours. One that is in a file would be asked for by the page around. */
const FILTERS =
  /^\s*(?:none|(?:(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)\((?:[\w\s.,%#/+-]|(?:rgb|hsl)a?\([\w\s.,%/+-]*\))*\)\s*)+)$/i;

/** True for what can be assigned and does no harm. */
export function isAssignable(name: string, value: unknown): boolean {
  return PROPERTIES.has(name) && (name !== 'filter' || FILTERS.test(String(value)));
}

export function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'number');
  return value === null || ['number', 'string', 'boolean', 'undefined'].includes(typeof value);
}
