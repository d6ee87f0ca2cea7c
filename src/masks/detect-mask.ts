import {
  COVERED_ATTRIBUTE,
  isBlocked,
  isIgnored,
  isMaskedSelect,
  isMaskedText as isTraceOfMaskedText,
  isMaskedValue,
  isRedactedText,
  isUnrecordedFrame,
  MASKED_TYPE,
  type MaskKind,
  masksType,
  REDACTED_ATTRIBUTE,
  REDACTED_TEXT_ATTRIBUTE,
} from '../core/rrweb/mask-traces.ts';
import type { MaskingRules } from '../core/recording.ts';

/**
 * What hides an element by what it is; controls and canvases are asked when they are drawn, as what they hold changes
 * without a trace in the document.
 *
 * @param attributes as they were recorded; the replayed element no longer has all of them
 */
export function elementMask(
  element: Element,
  attributes: Readonly<Record<string, unknown>>,
): MaskKind | null {
  if (element.hasAttribute(COVERED_ATTRIBUTE)) return 'covered';
  if (isBlocked(attributes)) return 'blocked';
  if (element.hasAttribute(REDACTED_ATTRIBUTE)) return 'redacted';
  if (element.localName === 'select' && isMaskedSelect(attributes)) return 'input';
  return element.localName === 'iframe' && isUnrecordedFrame(attributes) ? 'frame' : null;
}

/** True when a text was replaced by asterisks, of which spaces are kept. */
export function isMaskedText(text: string, parent: Element | null, rules: MaskingRules | null): boolean {
  return (
    isTraceOfMaskedText(text, () => hasMaskedAncestor(parent, rules)) &&
    !parent?.closest('style, script, textarea, option')
  );
}

/**
 * What hides the content of a control, if anything does.
 *
 * @param isExposed known as one that was masked in vain: what it shows may even be the value
 */
export function controlMask(
  control: Element,
  rules: MaskingRules | null,
  isExposed: boolean,
): MaskKind | null {
  const type = inputType(control);
  if (isIgnored(control.getAttribute('class') ?? '', type, rules)) return 'ignored';
  if (isExposed && 'value' in control && control.value !== '') return 'exposed';
  if (isRedactedControl(control)) return 'redacted';
  if (!holdsMask(control) || !masksType(type, rules)) return null;
  return hasClearDefault(control) ? 'exposed' : 'input';
}

/** True where a text of the element itself was removed, or what it shows in place of a picture. */
export function isRedactedIn(element: Element): boolean {
  if (!element.hasAttribute(REDACTED_TEXT_ATTRIBUTE)) return false;
  return isRedactedText(element.getAttribute('alt')) || redactedTexts(element).length > 0;
}

/** The text nodes directly inside an element of which something was removed. */
export function redactedTexts(element: Element): Node[] {
  if (!element.hasAttribute(REDACTED_TEXT_ATTRIBUTE)) return [];
  return [...element.childNodes].filter(
    ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && isRedactedText(nodeValue),
  );
}

function isRedactedControl(control: Element): boolean {
  if (!control.hasAttribute(REDACTED_TEXT_ATTRIBUTE)) return false;
  if ('selectedIndex' in control) return isRedactedText(control.textContent) || holdsMask(control);
  const value = 'value' in control ? control.value : '';
  return isRedactedText(value === '' ? control.getAttribute('placeholder') : value);
}

/** True while there is no picture of what was drawn; the player shows it as the background. */
export function isEmptyCanvas(canvas: Element): boolean {
  return canvas.ownerDocument.defaultView?.getComputedStyle(canvas).backgroundImage === 'none';
}

/** A menu whose recorded value is asterisks has no option of that value, and so none is chosen. */
function holdsMask(control: Element): boolean {
  if ('selectedIndex' in control) return control.selectedIndex === -1 && control.childElementCount > 0;
  return 'value' in control && isMaskedValue(control.value);
}

/** The attribute `value`, or the text in a text area, stays where something else was typed. */
function hasClearDefault(control: Element): boolean {
  const value = 'defaultValue' in control ? control.defaultValue : '';
  return typeof value === 'string' && value.trim() !== '' && !isMaskedValue(value);
}

function inputType(control: Element): string {
  const tag = control.localName;
  if (tag !== 'input') return tag;
  if (control.hasAttribute('data-rr-is-password')) return 'password';
  return (control.getAttribute(MASKED_TYPE) ?? control.getAttribute('type') ?? 'text').toLowerCase();
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
