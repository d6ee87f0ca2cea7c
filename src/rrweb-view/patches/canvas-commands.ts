import { isRecord } from '../../core/json.ts';
/**
 * Canvas events come in two shapes: PostHog's recorder sends whole frames as images, rrweb's sends the calls
 * that were made on the drawing context. Both are untrusted: an image is only ever used as a data URL of a
 * checked form, and of the calls only those listed here are made, with plain values.
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
export function frameOf(command: CanvasCommand): string | null {
  if (command.property !== 'drawImage') return null;
  const blob = firstArgument(command.args[0], 'ImageBitmap');
  if (!isRecord(blob) || blob['rr_type'] !== 'Blob' || !Array.isArray(blob['data'])) return null;
  const buffer = (blob['data'] as unknown[])[0];
  const base64 = isRecord(buffer) ? buffer['base64'] : undefined;
  return imageUrl(blob['type'], base64);
}

/** Makes the calls that are allowed; the others are left out. */
export function draw(context: CanvasRenderingContext2D, commands: readonly CanvasCommand[]): void {
  for (const { property, args, setter } of commands) {
    if (!args.every(isPlain)) continue;
    try {
      if (setter && PROPERTIES.has(property)) Reflect.set(context, property, args[0]);
      else if (!setter && METHODS.has(property)) {
        (Reflect.get(context, property) as (...values: unknown[]) => void).apply(context, [...args]);
      }
    } catch {
      // A damaged argument, such as a negative radius: the rest of the drawing is still worth having.
    }
  }
}

function imageUrl(type: unknown, base64: unknown): string | null {
  if (typeof type !== 'string' || !/^image\/[a-z0-9.+-]+$/i.test(type)) return null;
  if (typeof base64 !== 'string' || !/^[a-z0-9+/]+=*$/i.test(base64)) return null;
  return `data:${type};base64,${base64}`;
}

function firstArgument(value: unknown, type: string): unknown {
  return isRecord(value) && value['rr_type'] === type && Array.isArray(value['args'])
    ? (value['args'] as unknown[])[0]
    : undefined;
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'number');
  return value === null || ['number', 'string', 'boolean', 'undefined'].includes(typeof value);
}
