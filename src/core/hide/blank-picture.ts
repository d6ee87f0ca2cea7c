/** Pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size stands within so many bytes of all but photographs with a long preface. */
const HEAD_CHARACTERS = 64 * 1024;
const DATA = /^data:image\/([a-z+.-]+)[^,]*?(;base64)?,/i;

/** A picture of the same size with nothing on it; empty for one whose size is not in the recording. */
export function blankPicture(uri: string): string {
  const size = sizeOfPicture(uri);
  if (!size) return '';
  const { width, height } = size;
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`;
}

function sizeOfPicture(uri: string): Size | null {
  const [head, type = '', isBase64] = DATA.exec(uri) ?? [];
  if (head === undefined) return null;
  const data = uri.slice(head.length, head.length + HEAD_CHARACTERS);
  try {
    if (type.startsWith('svg'))
      return sizeOfSvg(isBase64 ? atob(wholeGroups(data)) : decodeURIComponent(data));
    const bytes = Uint8Array.from(atob(wholeGroups(data)), (character) => character.charCodeAt(0));
    return sizeIn(new DataView(bytes.buffer));
  } catch {
    // Cut off in the middle of an escape, or not what it says it is.
    return null;
  }
}

function wholeGroups(base64: string): string {
  return base64.slice(0, base64.length - (base64.length % 4));
}

function sizeOfSvg(markup: string): Size | null {
  const tag = /<svg\b[^>]*>/i.exec(markup)?.[0] ?? '';
  const length = (name: string) =>
    Number(new RegExp(`\\b${name}=["']([\\d.]+)(?:px)?["']`, 'i').exec(tag)?.[1] ?? NaN);
  const [, , width = NaN, height = NaN] = (/\bviewBox=["']([^"']+)/i.exec(tag)?.[1] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return sizeOf(length('width') || width, length('height') || height);
}

/** @throws RangeError when the bytes end before the size */
function sizeIn(view: DataView): Size | null {
  const signature = view.getUint32(0);
  if (signature === 0x89504e47) return sizeOf(view.getUint32(16), view.getUint32(20));
  if (signature === 0x47494638) return sizeOf(view.getUint16(6, true), view.getUint16(8, true));
  if (signature === 0x52494646) return sizeOfWebp(view);
  return signature >>> 16 === 0xffd8 ? sizeOfJpeg(view) : null;
}

/** Source: https://developers.google.com/speed/webp/docs/riff_container */
function sizeOfWebp(view: DataView): Size | null {
  switch (view.getUint32(12)) {
    // VP8X, VP8L and "VP8 "
    case 0x56503858:
      return sizeOf(1 + (view.getUint32(23, true) >>> 8), 1 + (view.getUint32(26, true) >>> 8));
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return sizeOf(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }
    case 0x56503820:
      return sizeOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

/** The size stands in the first frame header, behind any number of other segments. Source: ITU T.81, annex B */
function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker >>> 8 !== 0xff) return null;
  }
}

function sizeOf(width: number, height: number): Size | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
