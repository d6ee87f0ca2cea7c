/** Colours of views that stand in for something and say no colours themselves. */
export const BACKGROUND = '#f3f4ef';
export const FOREGROUND = '#35373e';
/** A toggle that is on. */
export const ACCENT = '#1d4aff';

/** Black or white, whichever reads better on a background; white text on what is no hexadecimal colour. */
export function readableOn(background: string): 'black' | 'white' {
  return isLight(background) ? 'black' : 'white';
}

function isLight(color: string): boolean {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined) return false;
  const channels = (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).match(/../g) ?? [];
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => parseInt(channel, 16));
  return Math.floor(0.299 * red + 0.587 * green + 0.114 * blue) > 128;
}
