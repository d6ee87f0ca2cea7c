import { type Fields, isRecord } from '../json.ts';
import { isTag, tagNameOf } from '../rrweb/serialized-node.ts';
import { starsFor } from '../text/stars.ts';
import { blankPicture } from './blank-picture.ts';
import { hiddenDeclarations, hiddenStyle, plainValue, SHIELD } from './hidden-style.ts';
import { wordsOf } from './selector.ts';

/** Names that a style sheet of the page itself has, by which it gives elements their place. */
type Names = ReadonlySet<string>;

const LENGTHS = words(
  'width height rows cols colspan rowspan span size maxlength border cellpadding cellspacing start tabindex hspace ' +
    'vspace rr_width rr_height rr_left rr_top rr_scrollleft rr_scrolltop rr_mediacurrenttime rr_mediaplaybackrate ' +
    'rr_mediavolume data-rrweb-id',
);
const SWITCHES = words(
  'hidden disabled readonly required multiple open reversed nowrap rr_mediamuted rr_medialoop',
);
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  'dir': /^(?:ltr|rtl|auto)$/i,
  'align': /^(?:left|right|center|justify|top|middle|bottom|baseline)$/i,
  'valign': /^(?:top|middle|bottom|baseline)$/i,
  'popover': /^(?:auto|manual|hint)?$/i,
  'wrap': /^(?:hard|soft|off)$/i,
  'type':
    /^(?:button|checkbox|color|date|datetime-local|email|file|hidden|image|month|number|password|radio|range|reset|search|submit|tel|text|time|url|week|[1ai])$/i,
  'rr_mediastate': /^(?:played|paused)$/,
  'data-rr-is-password': /^(?:true)?$/,
  'aria-expanded': /^(?:true|false)$/,
  'aria-hidden': /^(?:true|false)$/,
  'aria-orientation': /^(?:horizontal|vertical)$/,
  'data-orientation': /^(?:horizontal|vertical)$/,
  'data-state': /^(?:open|closed|collapsed|expanded)$/,
};
const OF_SVG: Readonly<Record<string, RegExp>> = {
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  viewbox: /^\s*(?:-?\d{1,6}(?:\.\d{1,3})?[\s,]*){4}$/,
  preserveaspectratio: /^(?:none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?: meet| slice)?$/,
};
/** Texts that an element shows, or that take room. */
const SHOWN = words('value placeholder label alt title');

/**
 * What is left of attributes of a hidden element, or of changes of some: only what is on this list, by name and by
 * value. A value of null takes an attribute away.
 *
 * @param node the element
 * @param names of classes and ids that may stay
 */
export function hiddenAttributes(node: Fields, attributes: Fields, names: Names): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const key = name.toLowerCase();
    // Without it nothing stands in its way.
    if (key === 'style' && value === null) kept[name] = SHIELD;
    else if (value === null && isKnown(key)) kept[name] = null;
    else if (value !== null) {
      const hidden = hiddenAttribute(node, key, value, names);
      if (hidden !== undefined) kept[name] = hidden;
    }
  }
  return kept;
}

function isKnown(key: string): boolean {
  return (
    LENGTHS.has(key) ||
    SWITCHES.has(key) ||
    SHOWN.has(key) ||
    key in KEYWORDS ||
    key in OF_SVG ||
    /^(?:class|id|src|rr_dataurl|rr_position|rr_display)$/.test(key)
  );
}

/** Undefined for what is left out. */
function hiddenAttribute(node: Fields, key: string, value: unknown, names: Names): unknown {
  if (key === 'style') return styleOf(value);
  if (LENGTHS.has(key)) return isSized(node, key) ? lengthOf(value) : undefined;
  if (SWITCHES.has(key)) return typeof value === 'boolean' ? value : '';
  if (typeof value !== 'string') return undefined;
  if (key === 'class')
    return wordsOf(value)
      .filter((name) => names.has(name))
      .join(' ');
  if (key === 'id') return names.has(value) ? value : '';
  if (key === 'rr_position' || key === 'rr_display') return plainValue(value) ?? undefined;
  if (key === 'src' || key === 'rr_dataurl')
    return isTag(node, 'img') ? blankPicture(value) || undefined : undefined;
  if (key === 'value') return isTag(node, 'option') ? '' : starsForInput(value);
  if (SHOWN.has(key)) return starsFor(value);
  const allowed = KEYWORDS[key] ?? (isTag(node, 'svg') ? OF_SVG[key] : undefined);
  return allowed?.test(value) ? value : undefined;
}

function styleOf(value: unknown): unknown {
  if (typeof value === 'string') return hiddenStyle(value);
  return isRecord(value) ? hiddenDeclarations(value) : SHIELD;
}

/** Of no more digits than a length has. */
function lengthOf(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) < 1e6 ? Number(value.toFixed(3)) : undefined;
  return typeof value === 'string' ? (plainValue(value) ?? undefined) : undefined;
}

/** Of a drawing only the whole has a place on the page. */
function isSized(node: Fields, key: string): boolean {
  return node['isSVG'] !== true || tagNameOf(node) === 'svg' || key === 'data-rrweb-id';
}

/** What was typed is masked with its spaces. Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot/src/utils.ts */
export function starsForInput(text: string): string {
  return '*'.repeat(text.length);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
