import { NodeType } from '@rrweb/types';
import { childrenOf, placesIn, type PlaceView } from '../fold/place.ts';
import { asText } from '../json.ts';
import type { PageChange } from './followed-page.ts';
import { isElement, tagOf } from './selector.ts';

/** Texts that a reader sees as one. */
export interface TextLine {
  readonly places: readonly PlaceView[];
  readonly text: string;
}

/** Elements that go on with the line they stand in. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tspan time tt u var wbr'.split(
    ' ',
  ),
);
/** Texts in these are no part of any line. */
const APART: ReadonlySet<string> = new Set(['style', 'script', 'textarea', 'option']);
/** Characters; no text that is looked for is spread over more. */
const LONGEST = 2000;

/** The lines of more than one text in which a change has put a text. */
export function* linesOf({ added, texts }: PageChange): Generator<TextLine> {
  const blocks = new Set<PlaceView>();
  for (const top of added) for (const place of placesIn(top)) if (isText(place)) blocks.add(blockOf(place));
  for (const place of texts) if (isText(place)) blocks.add(blockOf(place));
  for (const block of blocks) if (!APART.has(tagOf(block))) yield* linesIn(block);
}

export function isText({ node }: PlaceView): boolean {
  return node['type'] === NodeType.Text;
}

/** The nearest node around a text that begins a line of its own. */
function blockOf(text: PlaceView): PlaceView {
  let at = text;
  while (at.parent && (at === text || isInline(at))) at = at.parent;
  return at;
}

function* linesIn(block: PlaceView): Generator<TextLine> {
  let places: PlaceView[] = [];
  let text = '';
  const stack = childrenOf(block).reverse();
  for (let place = stack.pop(); place; place = stack.pop()) {
    const own = isText(place) ? asText(place.node['textContent']) : '';
    if (text.length + own.length > LONGEST || (isElement(place) && !isInline(place))) {
      if (places.length > 1) yield { places, text };
      places = [];
      text = '';
    }
    if (own !== '' && own.length <= LONGEST) {
      places.push(place);
      text += own;
    } else if (isInline(place)) {
      stack.push(...childrenOf(place).reverse());
    }
  }
  if (places.length > 1) yield { places, text };
}

function isInline(place: PlaceView): boolean {
  return place.node['isShadow'] !== true && INLINE.has(tagOf(place));
}
