/** Unix milliseconds of a number or a date; null for anything else. */
export function timeIn(value: unknown): number | null {
  return numberIn(value) ?? dateIn(value);
}

/** A number, also one that was written as text; null for anything else. */
export function numberIn(value: unknown): number | null {
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
