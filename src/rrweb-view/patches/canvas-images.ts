import { asArray, asRecord } from '../../core/json.ts';
import { pictureOf } from '../../core/rrweb/canvas-values.ts';

/** A few megabytes of a file can hold a picture that takes gigabytes. */
const MAX_PIXELS = 4096 * 4096;
/** What is drawn again in each frame is decoded once. */
const MAX_KEPT = 50;

/** Pictures that recorded calls draw, decoded, by their data URL: what cannot be decoded is null. */
export class CanvasImages {
  readonly #found = new Map<string, HTMLImageElement | null | Promise<void>>();

  /**
   * What a recorded value stands for.
   *
   * @returns null where it cannot be had; a promise as long as it is being decoded
   */
  get(value: unknown): CanvasImageSource | null | Promise<void> {
    const bitmap = asRecord(value)['rr_type'] === 'ImageBitmap' ? asArray(asRecord(value)['args'])[0] : null;
    if (asRecord(bitmap)['rr_type'] === 'ImageData') return canvasOf(imageDataOf(bitmap));
    const url = pictureOf(value);
    if (url === null) return null;
    const known = this.#found.get(url);
    if (known !== undefined) return known;
    const [oldest] = this.#found.keys();
    if (this.#found.size >= MAX_KEPT && oldest !== undefined) this.#found.delete(oldest);
    const decoded = this.#decode(url);
    this.#found.set(url, decoded);
    return decoded;
  }

  async #decode(url: string): Promise<void> {
    const image = new Image();
    const isThere = await new Promise((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
      image.src = url;
    });
    const isFit = isThere === true && image.naturalWidth * image.naturalHeight <= MAX_PIXELS;
    this.#found.set(url, isFit ? image : null);
  }
}

/** Recorded pixels; null for what is none. */
export function imageDataOf(value: unknown): ImageData | null {
  const { rr_type: type, args } = asRecord(value);
  if (type !== 'ImageData') return null;
  const [pixels, width, height] = asArray(args);
  const bytes = bytesOf(asArray(asRecord(pixels)['args'])[0]);
  const isWhole = Number(width) * Number(height) * 4 === bytes?.length;
  return bytes && isWhole ? new ImageData(bytes, Number(width), Number(height)) : null;
}

/** Numbers, or a buffer in base64. */
function bytesOf(value: unknown): Uint8ClampedArray<ArrayBuffer> | null {
  if (Array.isArray(value)) return Uint8ClampedArray.from(value, Number);
  const { base64 } = asRecord(value);
  if (typeof base64 !== 'string') return null;
  return Uint8ClampedArray.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function canvasOf(pixels: ImageData | null): HTMLCanvasElement | null {
  if (!pixels) return null;
  const canvas = document.createElement('canvas');
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
