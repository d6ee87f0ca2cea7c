/** Larger ones are pictures of pixels, or take longer to look through than they could take to draw. */
const MOST_SVG = 4_000_000;
const SVG_ADDRESS = /^\s*data:\s*image\/svg\+xml([^,]*),/i;

/** Ends of lines and tabs: a browser takes them out of an address before it reads what is left. */
const SKIPPED = /[\t\n\r]/g;

/** How an address begins, as a browser reads it. */
export function headOf(address: string): string {
  return address.slice(0, 200).replace(SKIPPED, '');
}

/** The text of an SVG in a data address; null for any other address. */
export function svgOf(address: string): string | null {
  if (!/svg/i.test(headOf(address))) return null;
  const plain = address.replace(SKIPPED, '');
  const [head, parameters = ''] = SVG_ADDRESS.exec(plain) ?? [];
  if (head === undefined || plain.length > MOST_SVG) return null;
  const content = plain.slice(head.length);
  try {
    if (!/;\s*base64\s*$/i.test(parameters)) return unescaped(content);
    const bytes = Uint8Array.from(atob(unescaped(content).replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // No browser can read it either.
    return null;
  }
}

/** The first bytes of what a data address holds in base64; null for any other address. */
export function base64Head(address: string, length: number): Uint8Array<ArrayBuffer> | null {
  const [head] = /^\s*data:\s*image\/[^,]{0,100};\s*base64\s*,/i.exec(headOf(address)) ?? [];
  if (head === undefined) return null;
  const signs = address
    .slice(head.length, head.length + Math.ceil(length / 3) * 4 + 100)
    .replace(/[^A-Za-z0-9+/]/g, '');
  const whole = signs.slice(0, Math.min(Math.ceil(length / 3) * 4, signs.length - (signs.length % 4)));
  return Uint8Array.from(atob(whole), (sign) => sign.charCodeAt(0));
}

/** A `%` that begins no escape stays one. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}
