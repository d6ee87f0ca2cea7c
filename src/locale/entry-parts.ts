import type { EntryDetails } from '../core/entries/entry.ts';

/** What titles of entries are made of in every language. */

/** Parts of a sentence; those that are empty are left out. */
export const said = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

const CHOSEN = new Set([
  'select',
  'color',
  'date',
  'datetime-local',
  'file',
  'month',
  'range',
  'time',
  'week',
]);
const TICKED = new Set(['checkbox', 'radio']);

/** What was done to a field. */
export function inputActOf({ type, value, checked }: EntryDetails['input']) {
  if (TICKED.has(type)) return checked ? 'ticked' : 'unticked';
  if (CHOSEN.has(type)) return 'chosen';
  return value === '' ? 'cleared' : 'typed';
}

/** Some tools use one tag for everything, and say in the payload what it is. */
export function kindOfEvent(payload: unknown): string {
  const fields = typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  return [fields['category'], fields['op'], fields['title']].find((text) => typeof text === 'string') ?? '';
}

/** The part of an address that tells pages of a site apart. Screens of apps have names, which are shown as they are. */
export function placeOf(href: string): string {
  if (!URL.canParse(href)) return href;
  const { host, pathname, search, hash } = new URL(href);
  const path = `${pathname}${search}${hash}`;
  return path === '/' ? `${host}/` : path;
}
