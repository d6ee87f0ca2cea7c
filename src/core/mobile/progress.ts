import { BACKGROUND, FOREGROUND } from './colors.ts';
import type { Draft } from './maker.ts';
import type { NodeIds } from './node-ids.ts';
import { element, svgElement, text, type ElementNode } from './nodes.ts';
import { placeholder } from './placeholder.ts';
import { cssWord, fullStyle, minimalStyle, placementStyle } from './styles.ts';
import { numberOf, styleOf } from './wireframe.ts';

const SPIN = '@keyframes spin { from { transform: rotate(0deg); } to { transform: rotate(360deg); } }';

/** A ring: what is drawn on it is seen only where the white disc in the middle ends. */
const DISC = 'radial-gradient(closest-side, #fff 80%, transparent 81%)';

const MAX_STARS = 100;

const STAR = 'M12 1.8L14.6 9.2L22.5 9.4L16.2 14.2L18.5 21.7L12 17.2L5.5 21.7L7.8 14.2L1.5 9.4L9.4 9.2Z';
const HOLE = 'M12 4.8L13.9 10.2L19.6 10.3L15 13.8L16.7 19.3L12 16L7.3 19.3L9 13.8L4.4 10.3L10.1 10.2Z';
const HALF_HOLE = 'M12 4.8L13.9 10.2L19.6 10.3L15 13.8L16.7 19.3L12 16Z';

const STAR_PATHS = {
  'filled star': STAR,
  'half-filled star': STAR + HALF_HOLE,
  'empty star': STAR + HOLE,
} as const;

type StarName = keyof typeof STAR_PATHS;

/** A bar, a ring or a row of stars, as the style's `bar` says. */
export function progress(draft: Draft): ElementNode {
  const { bar } = styleOf(draft.wireframe);
  if (bar === 'circular') return circle(draft);
  return bar === 'rating' ? rating(draft) : horizontalBar(draft);
}

function horizontalBar({ wireframe, id }: Draft): ElementNode {
  return element(id, 'progress', {
    value: positive(wireframe['value']),
    max: positive(wireframe['max']),
    style: fullStyle(wireframe),
  });
}

function circle({ wireframe, id, ids }: Draft): ElementNode {
  const style = styleOf(wireframe);
  const color = cssWord(style['color']) ?? FOREGROUND;
  const background = cssWord(style['backgroundColor']) ?? BACKGROUND;
  const value = positive(wireframe['value']);
  const max = positive(wireframe['max']) ?? 1;
  const place = placementStyle(wireframe);
  const outer = (inner: ElementNode) => element(id, 'div', { style: minimalStyle(wireframe) }, [inner]);

  if (value !== undefined && value <= max) {
    const percent = Number(((value / max) * 100).toFixed(2));
    const ring = `conic-gradient(${color} ${percent}%, ${background} 0)`;
    return outer(
      element(ids.next(), 'div', { style: `${place}border-radius:50%;background:${DISC}, ${ring};` }),
    );
  }
  const edge = cssWord(style['borderColor']) ?? color;
  const spinner =
    `background-color: ${background};${place}box-sizing:border-box;border:4px solid ${edge};` +
    'border-top:4px solid #fff;border-radius:50%;animation:spin 2s linear infinite;';
  const keyframes = element(ids.next(), 'style', { type: 'text/css' }, [text(ids.next(), SPIN)]);
  return outer(element(ids.next(), 'div', { style: spinner }, [keyframes]));
}

function rating(draft: Draft): ElementNode {
  const { wireframe, id, ids } = draft;
  const value = numberOf(wireframe['value']);
  const max = numberOf(wireframe['max']);
  if (value === undefined || max === undefined) return placeholder(draft, wireframe['label']);

  const filled = starCount(value);
  const half = value > 0 && value % 1 > 0 ? 1 : 0;
  const stars = [
    ...repeat('filled star', filled),
    ...repeat('half-filled star', half),
    ...repeat('empty star', starCount(max - filled - half)),
  ].map((name) => star(name, ids));
  const { color, backgroundColor } = styleOf(wireframe);
  const colors = [
    ['color', cssWord(color)],
    ['background-color', cssWord(backgroundColor)],
  ].map(([name, word]) => (word === undefined ? '' : `${name}: ${word};`));
  const style = `${colors.join('')}position:relative;display:flex;flex-direction:row;padding:2px 4px;`;
  return element(id, 'div', { style: fullStyle(wireframe) }, [element(ids.next(), 'div', { style }, stars)]);
}

function star(name: StarName, ids: NodeIds): ElementNode {
  const title = svgElement(ids.next(), 'title', {}, [text(ids.next(), name)]);
  const path = svgElement(ids.next(), 'path', { 'd': STAR_PATHS[name], 'fill-rule': 'evenodd' });
  const style = 'height:100%;overflow:hidden;';
  return svgElement(ids.next(), 'svg', { viewBox: '0 0 24 24', fill: 'currentColor', style }, [title, path]);
}

function repeat(name: StarName, count: number): StarName[] {
  return Array.from({ length: count }, () => name);
}

function starCount(value: number): number {
  return Math.min(Math.max(Math.floor(value), 0), MAX_STARS);
}

function positive(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
}
