import type { Edit } from './edit.ts';
import { findEdits } from './find-edits.ts';

/** Texts and edits that are kept, in characters; an edit takes about as much as so many. */
const MOST_KEPT = 4_000_000;
const EDIT_SIZE = 40;

/** By the whole text, the one that was used last at the end. */
const known = new Map<string, readonly Edit[]>();
let kept = 0;

/**
 * What `findEdits` finds, looked for once as long as the text is in use: the pages of a site have the same sheets, and
 * each is built several times. All readers in a worker share what is known, and so do all players in a page.
 */
export function editsOf(css: string): readonly Edit[] {
  const edits = known.get(css) ?? findEdits(css);
  const size = sizeOf(css, edits);
  if (edits.length === 0 || size > MOST_KEPT) return edits;
  if (!known.delete(css)) kept += size;
  known.set(css, edits);
  for (const [text, found] of known) {
    if (kept <= MOST_KEPT) break;
    known.delete(text);
    kept -= sizeOf(text, found);
  }
  return edits;
}

function sizeOf(css: string, edits: readonly Edit[]): number {
  return css.length + edits.length * EDIT_SIZE;
}
