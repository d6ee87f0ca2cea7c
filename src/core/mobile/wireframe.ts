import { type Fields, asArray, asRecord, isRecord } from '../json.ts';

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
  return asRecord(wireframe['style']);
}

export function childWireframesOf(wireframe: Wireframe): readonly Wireframe[] {
  return asArray(wireframe['childWireframes']).filter(isRecord);
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
