const HATCH_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect width="16" height="16"/>' +
  '<path fill="#2D2D2D" d="M0 8 8 0h8L0 16zM8 16l8-8v8z"/></svg>';

/** Dark stripes behind everything that was not recorded, as a CSS image. */
export const HATCH = `url("data:image/svg+xml,${encodeURIComponent(HATCH_SVG)}")`;

/** A data URI of an image that the SDKs send as one, or as bare base64, which is PNG then. */
export function imageUri(text: string): string {
  const line = text.replace(/[\r\n]/g, '');
  return line.startsWith('data:image/') ? line : `data:image/png;base64,${line}`;
}

/** The same as a CSS image; text that is one already stays as it is. */
export function cssImage(text: string): string {
  if (text.startsWith('url(')) return text;
  return `url('${imageUri(text).replace(/'/g, '%27').replace(/\\/g, '%5C')}')`;
}
