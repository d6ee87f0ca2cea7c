import { asText, type Fields } from '../../json.ts';
import { isBlocked } from '../../rrweb/mask-traces.ts';
import { attributesOf, tagNameOf } from '../../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';

/**
 * What can be told from a click by what it is on:
 *
 * - `control`: the page should answer, and the answer would be recorded
 * - `unseen`: the browser itself may answer, or the answer is not recorded
 * - `plain`: nobody said that it does anything
 */
export type ClickSurface = 'control' | 'unseen' | 'plain';

/** What they show is drawn, played or chosen without a change of the page. */
const UNSEEN_TAGS: ReadonlySet<string> = new Set(
  'canvas video audio embed object iframe select option textarea label'.split(' '),
);
const BUTTON_TYPES: ReadonlySet<string> = new Set(['button', 'submit', 'reset', 'image']);
const CONTROL_TAGS: ReadonlySet<string> = new Set(['button', 'summary', 'img', 'svg']);
const CONTROL_ROLES: ReadonlySet<string> = new Set(
  'button link tab menuitem menuitemcheckbox menuitemradio option switch checkbox radio treeitem img'.split(
    ' ',
  ),
);
/** Roles of fields: a click puts the caret there. */
const FIELD_ROLES: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'slider',
]);
/** Attributes of what waits for clicks. */
const CONTROL_ATTRIBUTES = ['onclick', 'aria-haspopup', 'aria-expanded', 'aria-pressed'];
/** The browser opens and closes popovers by itself. */
const POPOVER_ATTRIBUTES = ['popovertarget', 'commandfor'];
const BUTTON_CLASS = /(^|[\s_-])(btn|button|clickable)($|[\s_-])/i;

/** By the innermost element that tells; a click on an icon is one on its button. */
export function clickSurfaceOf(treeNode: ReadonlyTreeNode | null): ClickSurface {
  let found: ClickSurface = 'plain';
  for (let at = treeNode; at; at = at.parent) {
    const tag = tagNameOf(at.node);
    const attributes = attributesOf(at.node);
    if (isUnseen(tag, attributes)) return 'unseen';
    if (found === 'plain' && isControl(tag, attributes)) found = 'control';
    // What is around a document, or a whole page that takes clicks, says nothing of what is in it.
    if (tag === 'body') break;
  }
  return found;
}

function isUnseen(tag: string, attributes: Fields): boolean {
  if (UNSEEN_TAGS.has(tag) || isBlocked(attributes)) return true;
  if (tag === 'input') return !BUTTON_TYPES.has(asText(attributes['type']).toLowerCase());
  if (tag === 'a' && 'href' in attributes) return leadsAway(asText(attributes['href']));
  if (POPOVER_ATTRIBUTES.some((name) => name in attributes)) return true;
  const editable = attributes['contenteditable'];
  if (editable !== undefined && editable !== 'false') return true;
  return FIELD_ROLES.has(asText(attributes['role']));
}

/**
 * A link that leads somewhere may open a file, a program or another tab: nothing is seen of it then. Those that lead
 * nowhere, `#` and `javascript:`, wait for a script.
 */
function leadsAway(href: string): boolean {
  return !/^(javascript:|[^#]*#$|$)/i.test(href.trim());
}

function isControl(tag: string, attributes: Fields): boolean {
  if (CONTROL_TAGS.has(tag) || tag === 'input' || tag === 'a') return true;
  if (CONTROL_ROLES.has(asText(attributes['role']))) return true;
  if (CONTROL_ATTRIBUTES.some((name) => name in attributes)) return true;
  return BUTTON_CLASS.test(asText(attributes['class']));
}
