import { imageUri } from './images.ts';
import { inputMaker } from './inputs.ts';
import type { Draft, Maker } from './maker.ts';
import { element, text, type ElementNode } from './nodes.ts';
import { placeholder } from './placeholder.ts';
import { fullStyle } from './styles.ts';
import { numberOf, textOf, typeOf, type Wireframe } from './wireframe.ts';

/**
 * By type of wireframe.
 * Source: PostHog/posthog: common/replay-shared/src/mobile/transformer/transformers.ts
 */
const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['div', (draft) => box(draft, 'overflow:hidden;white-space:nowrap;')],
  ['rectangle', (draft) => box(draft, '')],
  ['radio_group', (draft) => box(draft, '')],
  ['text', textBox],
  ['image', image],
  ['screenshot', image],
  ['placeholder', (draft) => placeholder(draft, draft.wireframe['label'])],
  ['web_view', (draft) => placeholder(draft, draft.wireframe['url'])],
]);

/** How a wireframe is drawn; undefined for types that are not known, which are left out with all inside. */
export function makerOf(wireframe: Wireframe): Maker | undefined {
  const type = typeOf(wireframe);
  return type === 'input' ? inputMaker(wireframe) : MAKERS.get(type);
}

/** An image that can be drawn; screenshots of masked views come without. */
export function imageOf(wireframe: Wireframe): string | null {
  const { base64 } = wireframe;
  return typeof base64 === 'string' && base64 !== '' ? imageUri(base64) : null;
}

function box({ wireframe, id }: Draft, extraStyle: string): ElementNode {
  return element(id, 'div', { style: fullStyle(wireframe) + extraStyle });
}

function textBox({ wireframe, id, ids }: Draft): ElementNode {
  const content = textOf(wireframe['text']);
  const style = `${fullStyle(wireframe)}overflow:hidden;white-space:normal;`;
  return element(id, 'div', { style }, content === undefined ? [] : [text(ids.next(), content)]);
}

function image(draft: Draft): ElementNode {
  const { wireframe, id } = draft;
  const src = imageOf(wireframe);
  if (src === null) return placeholder(draft, wireframe['label']);
  return element(id, 'img', {
    src,
    width: numberOf(wireframe['width']),
    height: numberOf(wireframe['height']),
    style: fullStyle(wireframe),
    'data-posthog-screenshot': typeOf(wireframe) === 'screenshot' ? 'true' : undefined,
  });
}
