import type { Edit } from './edit.ts';
import { findMediaEdits } from './find-edits.ts';
import { editsOf } from './known-edits.ts';

/**
 * A sheet, or a rule, for a page that is replayed: states of the user as attributes that the view sets
 * (`user-marks.ts`), media queries about the screen as ones about the viewport, a choice of colour schemes as made,
 * Firefox's own names as all browsers know them. Nothing else of the text changes; to adapt it again changes nothing.
 */
export function adaptCss(css: string): string {
  return replace([css], editsOf(css))[0] ?? css;
}

/** The same for a sheet in several pieces, as in the text nodes of a style element. They may be cut anywhere. */
export function adaptStyleTexts(texts: readonly string[]): readonly string[] {
  return replace(texts, editsOf(texts.join('')));
}

/** A list of media queries, as in a `media` attribute. */
export function adaptMedia(media: string): string {
  return replace([media], findMediaEdits(media))[0] ?? media;
}

/** What is replaced where a piece ends goes into that piece. */
function replace(texts: readonly string[], edits: readonly Edit[]): readonly string[] {
  if (edits.length === 0) return texts;
  const whole = texts.join('');
  let [end, next, from] = [0, 0, 0];
  return texts.map((text) => {
    end += text.length;
    let piece = '';
    for (let edit = edits[next]; edit && edit.at < end; edit = edits[++next]) {
      piece += whole.slice(from, edit.at) + edit.text;
      from = edit.at + edit.length;
    }
    if (from >= end) return piece;
    piece += whole.slice(from, end);
    from = end;
    return piece;
  });
}
