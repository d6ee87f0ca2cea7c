import { BACKGROUND } from './colors.ts';
import { HATCH } from './images.ts';
import type { Draft } from './maker.ts';
import { element, text, type ElementNode } from './nodes.ts';
import { cssWord, fullStyle } from './styles.ts';
import { styleOf, textOf } from './wireframe.ts';

/** A hatched box with a word in the middle, for what was not recorded. */
export function placeholder({ wireframe, id, ids }: Draft, label: unknown): ElementNode {
  const { backgroundColor, color } = styleOf(wireframe);
  const style = fullStyle(wireframe, {
    verticalAlign: 'center',
    horizontalAlign: 'center',
    backgroundColor: cssWord(backgroundColor) ?? BACKGROUND,
    // Upstream writes in a dark colour, which cannot be read on the hatch.
    color: cssWord(color) ?? BACKGROUND,
    backgroundImage: HATCH,
    backgroundSize: 'auto',
    backgroundRepeat: 'unset',
  });
  const wrapped = 'white-space:normal;overflow-wrap:anywhere;align-items:safe center;overflow:hidden;';
  const word = textOf(label) ?? textOf(wireframe['type']) ?? 'PLACEHOLDER';
  return element(id, 'div', { style: style + wrapped }, [text(ids.next(), word)]);
}
