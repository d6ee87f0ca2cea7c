import type { MaskingRules } from '../core/recording.ts';

/** How the recorder has hidden something. */
export type MaskKind = 'blocked' | 'text' | 'input';

/**
 * So many asterisks in a row are taken for masked text even where nothing else speaks for it: a single one marks
 * required fields, and short runs stand for footnotes and ratings.
 */
const MASKED_RUN = 3;

/** What the recorder masks when it masks all inputs. Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot */
const MASKED_BY_DEFAULT: ReadonlySet<string> = new Set([
  'color',
  'date',
  'datetime-local',
  'email',
  'month',
  'number',
  'password',
  'range',
  'search',
  'select',
  'tel',
  'text',
  'textarea',
  'time',
  'url',
  'week',
]);

/**
 * True when the recorder left the element out: it then keeps its size and nothing else.
 *
 * @param attributes as they were recorded; the replayed element no longer has them
 */
export function isBlocked(attributes: Readonly<Record<string, unknown>>): boolean {
  return 'rr_width' in attributes && 'rr_height' in attributes;
}

/** True when a text was replaced by asterisks, of which spaces are kept. */
export function isMaskedText(text: string, parent: Element | null, rules: MaskingRules | null): boolean {
  if (!text.includes('*') || !/^[\s*]+$/.test(text)) return false;
  if (parent?.closest('style, script, textarea, option')) return false;
  return text.includes('*'.repeat(MASKED_RUN)) || hasMaskedAncestor(parent, rules);
}

/** True when what was typed into a control was replaced by asterisks. */
export function isMaskedInput(control: Element, rules: MaskingRules | null): boolean {
  if (!holdsMask(control)) return false;
  const type = inputType(control);
  if (type === 'password') return true;
  if (!rules) return MASKED_BY_DEFAULT.has(type);
  return rules.maskAllInputs ? MASKED_BY_DEFAULT.has(type) : rules.maskInputOptions[type] === true;
}

/** A menu whose recorded value is asterisks has no option of that value, and so none is chosen. */
function holdsMask(control: Element): boolean {
  if ('selectedIndex' in control) return control.selectedIndex === -1 && control.childElementCount > 0;
  return 'value' in control && /^\*+$/.test(String(control.value));
}

function inputType(control: Element): string {
  const tag = control.localName;
  if (tag !== 'input') return tag;
  if (control.hasAttribute('data-rr-is-password')) return 'password';
  return (control.getAttribute('type') ?? 'text').toLowerCase();
}

function hasMaskedAncestor(element: Element | null, rules: MaskingRules | null): boolean {
  const selectors = [`.${CSS.escape(rules?.maskTextClass ?? 'ph-mask')}`, rules?.maskTextSelector];
  return selectors.some((selector) => selector && closest(element, selector) !== null);
}

/** `closest` with a selector that comes from a recording and may be none. */
function closest(element: Element | null, selector: string): Element | null {
  try {
    return element?.closest(selector) ?? null;
  } catch {
    return null;
  }
}
