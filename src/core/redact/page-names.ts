import type { TextKind } from '../text/text-finder.ts';

/** Attributes that styles, scripts and forms go by. */
const NAMES: ReadonlySet<string> = new Set(
  'class id for name type rel role slot part is lang dir xmlns'.split(' '),
);
const SHAPES: ReadonlySet<string> = new Set(
  'd points transform viewbox width height x y x1 x2 y1 y2 cx cy r rx ry dx dy offset fill stroke'.split(' '),
);
const STYLES: ReadonlySet<string> = new Set(['style', '_csstext']);

/**
 * Names of elements and attributes that are not looked into: they are those of every page, which is none without them.
 * All others are.
 */
const OF_EVERY_PAGE: ReadonlySet<string> = new Set(
  (
    'html head body title style link meta base script noscript template slot iframe canvas video audio source img ' +
    'picture svg path g div span p a ul ol li table tbody thead tr td th form input textarea button select option ' +
    'label h1 h2 h3 h4 h5 h6 section header footer main nav dialog class id for name type rel role part is lang ' +
    'dir xmlns d points transform viewbox width height fill stroke href src srcset sizes alt value placeholder ' +
    'checked selected disabled open hidden content charset media colspan rowspan _csstext rr_width rr_height ' +
    'rr_left rr_top rr_position rr_display rr_src rr_dataurl rr_scrolltop rr_scrollleft rr_mediastate ' +
    'rr_mediacurrenttime rr_mediaplaybackrate rr_mediamuted rr_medialoop rr_mediavolume rr_open_mode'
  ).split(' '),
);

/** True for a name of an element or attribute that is not looked into. */
export function isOfEveryPage(name: string): boolean {
  return OF_EVERY_PAGE.has(name.toLowerCase());
}

/** What the value of an attribute is. */
export function kindOfAttribute(name: string): TextKind {
  const key = name.toLowerCase();
  if (STYLES.has(key)) return 'style';
  if (NAMES.has(key)) return 'name';
  return SHAPES.has(key) ? 'shape' : 'content';
}
