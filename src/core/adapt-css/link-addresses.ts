import { LINK_ADDRESS } from '../rrweb/link-address.ts';
import type { Edit } from './edit.ts';

const SELECTOR = new RegExp(
  `\\[\\s*href\\s*([~|^$*]?=[^[\\]"']*(?:"[^"]*"|'[^']*')?[^[\\]"']*)\\](?!:where\\(:not\\(\\[${LINK_ADDRESS})`,
  'iy',
);
const VALUE = /\(\s*(href)(?![-\w])/iy;

/** What a selector that asks for a certain address is to be, where one begins at a place in a sheet; null for others. */
export function linkSelectorAt(css: string, at: number): Edit | null {
  SELECTOR.lastIndex = at;
  const [selector, value] = SELECTOR.exec(css) ?? [];
  if (selector === undefined || value === undefined) return null;
  const text = `:is(${selector}:where(:not([${LINK_ADDRESS}])),[${LINK_ADDRESS}${value}])`;
  return { at, length: selector.length, text };
}

/** The same for an `attr()` that shows an address, by the place of its bracket. */
export function linkValueAt(css: string, at: number): Edit | null {
  if (!/(?:^|[^-\w])attr$/i.test(css.slice(Math.max(0, at - 5), at))) return null;
  VALUE.lastIndex = at;
  const [found, name] = VALUE.exec(css) ?? [];
  if (found === undefined || name === undefined) return null;
  return { at: at + found.length - name.length, length: name.length, text: LINK_ADDRESS };
}
