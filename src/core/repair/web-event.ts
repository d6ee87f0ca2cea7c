import { asRecord, isRecord } from '../json.ts';
import type { MobileTransformer } from '../mobile/mobile-transformer.ts';
import { numberIn, timeIn } from '../rrweb/event-time.ts';

/** The furthest that dates reach, in milliseconds from 1970. */
const LAST_DATE_MS = 8.64e15;

/** An event as it was parsed: nothing about it is certain but these three. */
export interface ParsedEvent {
  readonly type: number;
  /** Unix milliseconds. */
  readonly timestamp: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WebEvent extends ParsedEvent {
  /** All of the event. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** True when it differs from what was given and has to be written anew. */
  readonly changed: boolean;
}

/**
 * The web event in a parsed value: type and time as numbers, screens of mobile apps as pages. Null when it is no
 * event.
 */
export function toWebEvent(value: unknown, mobile: MobileTransformer): WebEvent | null {
  if (!isRecord(value)) return null;
  const type = numberIn(value['type']);
  const timestamp = timeIn(value['timestamp']);
  if (type === null || !Number.isInteger(type) || timestamp === null) return null;
  if (Math.abs(timestamp) > LAST_DATE_MS) return null;
  const isAsNumbers = value['type'] === type && value['timestamp'] === timestamp;
  const given = isAsNumbers ? value : { ...value, type, timestamp };
  const fields = mobile.transform(given);
  return {
    type: numberIn(fields['type']) ?? type,
    timestamp,
    data: asRecord(fields['data']),
    fields,
    changed: fields !== value,
  };
}
