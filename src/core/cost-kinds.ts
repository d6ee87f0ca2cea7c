/**
 * What a page can be made of that costs a browser far more than its file is long, and how much of it one page may
 * have. Each is several times what any page known to us has, and takes a browser about a second.
 *
 * - `depth`: elements in elements
 * - `levels`: of elements deeper than 100, how much deeper each is
 * - `elements`: elements
 * - `frames`: documents in frames, or frames without one
 * - `media`: videos and sounds
 * - `cells`: places in tables that cells span
 * - `pixels`: of all canvases together, or of one picture
 * - `marks`: characters that join the one before them, in a row; letters of another script than the one before, and of
 *   scripts without spaces, count less
 * - `quotes`: quotation marks that a browser counts
 * - `drawing`: elements of SVG drawn, each as often as others refer to it
 * - `columns`: columns in columns
 * - `effects`: elements with filters or animations, or drawn on layers of their own; filters count more
 * - `wrapping`: levels of elements on a page that has its lines balanced
 * - `matching`: how often a selector is looked at for an element
 * - `placing`: children of an element that are placed around one another: floats, those of a grid that fills its gaps
 * - `motion`: elements with transitions, or with properties of the page's own that move
 * - `rules`: ways to read the selectors of a rule in a rule
 * - `values`: parts of one value of a style
 * - `blur`: pixels around a point that a filter or a shadow looks at
 * - `strokes`: lines and curves that one canvas draws at a time, each as often as it is drawn
 * - `fonts`: bytes of one font
 * - `families`: names of fonts that are asked for, and fonts in style sheets
 */
export const MOST_OF_PAGE = {
  depth: 256,
  levels: 200_000,
  elements: 300_000,
  frames: 50,
  media: 50,
  cells: 1_000_000,
  pixels: 40_000_000,
  marks: 20_000,
  quotes: 2000,
  drawing: 100_000,
  columns: 6,
  effects: 5000,
  wrapping: 100,
  matching: 5_000_000,
  placing: 4000,
  motion: 20_000,
  rules: 5000,
  values: 2000,
  blur: 1000,
  strokes: 1_000_000,
  fonts: 32 * 1024 * 1024,
  families: 2000,
} as const;

export type CostKind = keyof typeof MOST_OF_PAGE;

/** How much of each kind a page may have. */
export type PageAllowance = Readonly<Record<CostKind, number>>;

/** Deeper than this no browser goes, whoever asks for it. */
const ALWAYS: ReadonlySet<string> = new Set<CostKind>(['depth']);

/** @param pageCost how many times as much as by default; `Infinity` for all there is */
export function allowanceOf(pageCost: number): PageAllowance {
  const most = Object.entries(MOST_OF_PAGE).map(([kind, count]) => [
    kind,
    ALWAYS.has(kind) ? count : count * Math.max(0, pageCost),
  ]);
  return Object.fromEntries(most) as PageAllowance;
}

/** Of kinds of which a page has too much: the numbers of the nodes that may have some. */
export type Kept = ReadonlyMap<CostKind, ReadonlySet<number>>;
