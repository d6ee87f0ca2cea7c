import { base64Head } from './data-address.ts';

/**
 * How many pixels a picture in a data address has, as its first bytes say: PNG, GIF, BMP and WebP. Zero where they do
 * not; of a JPEG and an SVG that is not known so early, and a browser makes them no larger than they are shown.
 */
export function pixelsOf(address: string): number {
  const bytes = base64Head(address, 32);
  if (!bytes) return 0;
  const view = new DataView(bytes.buffer);
  const head = String.fromCharCode(...bytes);
  const starts = (signature: string, at = 0) => head.startsWith(signature, at);
  if (bytes.length < 30) return 0;
  if (starts('PNG', 1)) return view.getUint32(16) * view.getUint32(20);
  if (starts('GIF8')) return view.getUint16(6, true) * view.getUint16(8, true);
  if (starts('BM')) return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
  if (!starts('RIFF') || !starts('WEBP', 8)) return 0;
  if (starts('VP8X', 12)) return (1 + uint24(bytes, 24)) * (1 + uint24(bytes, 27));
  if (starts('VP8 ', 12)) return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  if (!starts('VP8L', 12)) return 0;
  const packed = view.getUint32(21, true);
  return (1 + (packed & 0x3fff)) * (1 + ((packed >> 14) & 0x3fff));
}

function uint24(bytes: Uint8Array, at: number): number {
  const [low = 0, middle = 0, high = 0] = bytes.subarray(at, at + 3);
  return low | (middle << 8) | (high << 16);
}
