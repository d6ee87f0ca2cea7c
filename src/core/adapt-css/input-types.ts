import { MASKED_TYPE } from '../rrweb/mask-traces.ts';
import type { Edit } from './edit.ts';

/**
 * Inputs of these types take no asterisks: when such a value was masked the view makes a text field of the input, and
 * keeps its type in another attribute, by which rules for the one type hold, and for the other do not.
 */
const REFUSING = 'number|date|datetime-local|month|week|time';
const SELECTOR = new RegExp(
  `\\[\\s*type\\s*=\\s*(["']?)(?:(${REFUSING})|text)\\1\\s*(?:[is]\\s*)?\\](?!,\\[${MASKED_TYPE}|:where\\(:not\\(\\[${MASKED_TYPE})`,
  'iy',
);

/** What a selector that asks for such a type is to be, where one begins at a place in a sheet; null for others. */
export function typeSelectorAt(css: string, at: number): Edit | null {
  SELECTOR.lastIndex = at;
  const found = SELECTOR.exec(css);
  if (!found) return null;
  const [selector, , type] = found;
  const text =
    type === undefined
      ? `${selector}:where(:not([${MASKED_TYPE}]))`
      : `:is(${selector},[${MASKED_TYPE}="${type.toLowerCase()}"])`;
  return { at, length: selector.length, text };
}
