import { type Fields, asRecord } from '../json.ts';
import { cssImage } from './images.ts';
import { numberOf, styleOf, type Wireframe } from './wireframe.ts';

const ALIGNMENTS = new Map<unknown, string>([
  ['top', 'flex-start'],
  ['left', 'flex-start'],
  ['center', 'center'],
  ['bottom', 'flex-end'],
  ['right', 'flex-end'],
]);

const SIZES: ReadonlySet<unknown> = new Set(['contain', 'cover', 'auto']);

const PADDINGS = ['Left', 'Right', 'Top', 'Bottom'] as const;

type Declaration = readonly [property: string, value: string | undefined];

/**
 * All that a wireframe's style can say, as CSS.
 * Source: PostHog/posthog: common/replay-shared/src/mobile/transformer/wireframeStyle.ts
 *
 * @param overrides taken before what the wireframe's style says
 */
export function fullStyle(wireframe: Wireframe, overrides: Fields = {}): string {
  const style = { ...styleOf(wireframe), ...overrides };
  return css([
    ...background(style),
    ...border(style),
    ['color', cssWord(style['color'])],
    ...placement(wireframe),
    ...layout(style),
    ...font(style),
  ]);
}

/** Where it is, how it lays out what is inside, its font: all that a mere container needs. */
export function minimalStyle(wireframe: Wireframe): string {
  const style = styleOf(wireframe);
  return css([...placement(wireframe), ...layout(style), ...font(style)]);
}

/** Size and place alone. */
export function placementStyle(wireframe: Wireframe): string {
  return css(placement(wireframe));
}

/** A colour or another single value of a style; undefined for what is none or could end the declaration. */
export function cssWord(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !/[;{}]/.test(value) ? value : undefined;
}

function css(declarations: readonly Declaration[]): string {
  return declarations.map(([name, value]) => (value === undefined ? '' : `${name}: ${value};`)).join('');
}

function background(style: Fields): Declaration[] {
  const { backgroundColor, backgroundImage: image, backgroundSize: size } = asRecord(style);
  const color: Declaration = ['background-color', cssWord(backgroundColor)];
  if (typeof image !== 'string' || image === '') return [color];
  return [
    color,
    ['background-image', cssImage(image)],
    ['background-size', SIZES.has(size) ? String(size) : 'contain'],
    ['background-repeat', cssWord(style['backgroundRepeat']) ?? 'no-repeat'],
  ];
}

function border(style: Fields): Declaration[] {
  const declarations: Declaration[] = [
    ['border-width', pixels(style['borderWidth'])],
    ['border-radius', pixels(style['borderRadius'])],
    ['border-color', cssWord(style['borderColor'])],
  ];
  const isVisible = declarations.some(([, value]) => value !== undefined);
  return isVisible ? [...declarations, ['border-style', 'solid']] : [];
}

/** `fixed`, since children say where they are on the screen and not within their parent. */
function placement(wireframe: Wireframe): Declaration[] {
  const { x, y, width, height, isPinnedToBottom } = asRecord(wireframe);
  const size: Declaration[] = [
    ['width', width === '100vw' ? width : pixelsOfNumber(width)],
    ['height', pixelsOfNumber(height)],
  ];
  if (isPinnedToBottom === true) return [...size, ['bottom', '0'], ['position', 'fixed']];
  return [
    ...size,
    ['position', 'fixed'],
    ['left', `${numberOf(x) ?? 0}px`],
    ['top', `${numberOf(y) ?? 0}px`],
  ];
}

function layout(style: Fields): Declaration[] {
  const vertical = ALIGNMENTS.get(style['verticalAlign']);
  const horizontal = ALIGNMENTS.get(style['horizontalAlign']);
  return [
    ['align-items', vertical],
    ['justify-content', horizontal],
    ['display', (vertical ?? horizontal) ? 'flex' : undefined],
    ...PADDINGS.map((side): Declaration => [
      `padding-${side.toLowerCase()}`,
      pixels(style[`padding${side}`]),
    ]),
  ];
}

function font(style: Fields): Declaration[] {
  return [
    ['font-size', pixels(style['fontSize'])],
    ['font-family', cssWord(style['fontFamily'])],
  ];
}

function pixels(value: unknown): string | undefined {
  if (typeof value !== 'string') return pixelsOfNumber(value);
  const length = cssWord(value.replace(/px$/, ''));
  return length === undefined ? undefined : `${length}px`;
}

function pixelsOfNumber(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? `${value}px` : undefined;
}
