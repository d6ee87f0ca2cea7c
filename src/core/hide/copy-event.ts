import { type Fields, isRecord } from '../json.ts';

/** An event of its own for those who change it. Pages are no deeper than the call stack once they are put right. */
export function copyEvent(event: Fields): Record<string, unknown> {
  return copy(event) as Record<string, unknown>;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isRecord(value)) return value;
  const own: Record<string, unknown> = {};
  for (const key in value) own[key] = copy(value[key]);
  return own;
}
