/** Anything that was parsed from JSON and is not a list: no field of it is certain. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A view of an app as the mobile SDKs describe it: `{id, type, x, y, width, height, style, childWireframes}`
 * and fields of its type.
 * Source: PostHog/posthog: common/replay-shared/src/mobile/mobile.types.ts
 */
export type Wireframe = Fields;

/** Views that are nested deeper than this are left out; real apps stay far below. */
export const MAX_DEPTH = 200;

/** The wireframe's type; one without any is a plain box. */
export function typeOf(wireframe: Wireframe): string {
  return textOf(wireframe['type'] ?? 'div') ?? '';
}

export function styleOf(wireframe: Wireframe): Fields {
  return fieldsOf(wireframe['style']);
}

export function childrenOf(wireframe: Wireframe): readonly Wireframe[] {
  return listOf(wireframe['childWireframes']).filter(isFields);
}

/** Text to show, also of a number; undefined for what is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A number, also one that was written as text; undefined for all else. */
export function numberOf(value: unknown): number | undefined {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  const number = isNumeric ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
