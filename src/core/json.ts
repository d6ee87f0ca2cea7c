/** What stands in a file may be anything; these ask before they take it for something. */

/** An object of JSON, of whose fields nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value's fields; none for what has none. */
export function asRecord(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

/** A value's items; none for what has none. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value's text; empty for what is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value that names something, as text: numbers are written out; empty for what is neither. */
export function asId(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number, or one that is written as text; NaN for anything else, which JavaScript would ask what it is worth. */
export function asNumber(value: unknown): number {
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
}

/** A number that can be one of milliseconds or bytes; null for anything else: iOS writes -1 for what it does not know. */
export function asAmount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
