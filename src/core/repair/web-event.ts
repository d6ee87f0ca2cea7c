import { asRecord, isRecord } from '../json.ts';
import type { MobileTransformer } from '../mobile/mobile-transformer.ts';

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

/** Unix milliseconds of a number or a date; null for anything else. */
export function timeIn(value: unknown): number | null {
  return numberIn(value) ?? dateIn(value);
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Dates of databases are in UTC and do not say so; browsers would take them for the time at the viewer's. */
function dateIn(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const [, date, time, zone = ''] = /^(\d{4}-\d\d-\d\d)[ T]([\d:.]+) ?(.*)$/.exec(value) ?? [];
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = hours === undefined ? zone.replace(/^(UTC|GMT)?$/, 'Z') : `${hours}:${minutes}`;
  const timestamp = Date.parse(date && time ? `${date}T${time}${offset}` : value);
  return Number.isFinite(timestamp) ? timestamp : null;
}
