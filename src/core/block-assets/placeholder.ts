interface Size {
  readonly width: number;
  readonly height: number;
}

/** What an image of unknown size measures: seen as one, and too small to push a page apart. */
const UNKNOWN: Size = { width: 48, height: 32 };
/** Videos are wider than images; 300 × 150 is what an empty one measures anyway. */
const VIDEO: Size = { width: 320, height: 180 };
/** Any width does: a candidate of a `srcset` is as wide on the page as its `sizes` say. */
const CANDIDATE_WIDTH = 480;

/**
 * A picture in place of an image that was not loaded, of the size and so the proportions that the element states.
 * Where it states one side only, the other is as in most images. Its greys are see-through: they are there on a
 * light page as on a dark one.
 */
export function placeholderFor(attributes: Readonly<Record<string, unknown>>, isVideo = false): string {
  return pictureOf(sizeOf(attributes, isVideo ? VIDEO : UNKNOWN));
}

/** A `srcset` that makes an image as wide as the one it stands for; null where it has no say in that. */
export function placeholderSet(srcset: string, attributes: Readonly<Record<string, unknown>>): string | null {
  if (!/\s\d+w\s*(,|$)/.test(srcset)) return null;
  const { width, height } = sizeOf(attributes, UNKNOWN);
  const scaled = { width: CANDIDATE_WIDTH, height: Math.round((CANDIDATE_WIDTH * height) / width) };
  return `${pictureOf(scaled)} ${CANDIDATE_WIDTH}w`;
}

function sizeOf(attributes: Readonly<Record<string, unknown>>, usual: Size): Size {
  const [width, height] = [pixelsIn(attributes['width']), pixelsIn(attributes['height'])];
  const ratio = usual.width / usual.height;
  if (width === null && height === null) return usual;
  return {
    width: width ?? Math.max(1, Math.round((height ?? 1) * ratio)),
    height: height ?? Math.max(1, Math.round((width ?? 1) / ratio)),
  };
}

function pixelsIn(value: unknown): number | null {
  const [, digits] = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(String(value)) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** A crossed box, as layouts are sketched with: the patterns of privacy masks look different. */
function pictureOf({ width, height }: Size): string {
  return `data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='${width}'%20height='${height}'%20viewBox='0%200%20${width}%20${height}'%20preserveAspectRatio='none'%3E%3Cpath%20d='M0%200H${width}V${height}H0ZL${width}%20${height}M${width}%200%200%20${height}'%20fill='%23888'%20fill-opacity='.16'%20stroke='%23888'%20stroke-opacity='.5'%20vector-effect='non-scaling-stroke'/%3E%3C/svg%3E`;
}
