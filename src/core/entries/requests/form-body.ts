/** A field of a form that was sent. */
export interface FormField {
  readonly name: string;
  readonly value: string;
  /** Name of the file that it held; null where it held none. */
  readonly file: string | null;
}

/** Names and values without what must be encoded there, joined by `=` and `&`. */
const ENCODED = /^[^\s=&{}[\]"<>]+=[^\s&{}[\]"<>]*(?:&[^\s=&{}[\]"<>]+=[^\s&{}[\]"<>]*)*$/;

/** The same without a type that says so: no code of letters and digits that ends with `=`. */
const ENCODED_UNTYPED = /^[\w.%+*[\]-]+=[\w.%+*-]+(?:&[\w.%+*[\]-]+=[\w.%+*-]*)*$/;

/**
 * The fields of a form; null where a body is none, whatever its type says. Recorders write `FormData` as a query
 * (PostHog's wrapper of XMLHttpRequest, rrweb), then mostly without the type, which the browser sets, or as it was sent
 * (of fetch).
 *
 * @param type with its parameters, as in the header
 */
export function readForm(body: string, type: string): readonly FormField[] | null {
  const [, boundary = ''] = /^multipart\/form-data\b.*;\s*boundary="?([^";]+)"?/i.exec(type) ?? [];
  if (boundary && body.includes(`--${boundary}`)) return readParts(body, boundary);
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  const isEncoded = isForm ? ENCODED.test(body) : type === '' && ENCODED_UNTYPED.test(body);
  return isEncoded ? readQuery(body) : null;
}

function readQuery(body: string): FormField[] {
  return [...new URLSearchParams(body)].map(([name, value]) => ({ name, value, file: null }));
}

function readParts(body: string, boundary: string): FormField[] | null {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  const fields = parts.map(readPart);
  return fields.every((field) => field !== null) && fields.length > 0 ? fields : null;
}

function readPart(part: string): FormField | null {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = part.slice(0, end);
  const [, name] = /;\s*name="((?:[^"\\]|\\.)*)"/i.exec(head) ?? [];
  const [, file] = /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(head) ?? [];
  return name === undefined ? null : { name, value: part.slice(end + 4), file: file ?? null };
}
