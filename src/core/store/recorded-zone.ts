import { asRecord } from '../json.ts';

/** Properties of a person that name a time zone: what the browser said, and what PostHog makes of an address. */
const PROPERTIES = ['$timezone', 'timezone', '$geoip_time_zone', '$initial_geoip_time_zone'];

/**
 * The time zone that a session was recorded in, such as `Europe/Berlin`, as far as the file tells; null otherwise.
 *
 * @param person as JSON text; null when there is none
 */
export function recordedZone(person: string | null): string | null {
  if (person === null) return null;
  const properties = asRecord(asRecord(JSON.parse(person))['properties']);
  const named = PROPERTIES.map((name) => properties[name]).find(isTimeZone);
  return named ?? null;
}

/** Only what a clock can be set by: an offset such as `+02:00` is none, as it does not hold all year. */
function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[a-z]/i.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
