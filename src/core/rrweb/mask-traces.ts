import type { MaskingRules } from '../recording.ts';

/**
 * How something is hidden, by what it leaves behind:
 *
 * - `blocked`: an element of which only its size was recorded
 * - `text`, `input`: what stood there was replaced by asterisks
 * - `exposed`: so was what is in this input, but it is in the recording in clear as well
 * - `ignored`: what was typed was not recorded
 * - `network`: parts of a request were taken out
 * - `canvas`: a drawing of which there is no picture
 * - `frame`: a page of another site inside of this one
 * - `covered`: hidden by the viewer, not by the recorder
 * - `redacted`: removed when this copy of a recording was made
 */
export const MASK_KINDS = [
  'blocked',
  'text',
  'input',
  'exposed',
  'ignored',
  'network',
  'canvas',
  'frame',
  'covered',
  'redacted',
] as const;

export type MaskKind = (typeof MASK_KINDS)[number];

/** Attribute of elements that the viewer has hidden. */
export const COVERED_ATTRIBUTE = 'data-replay-covered';

/** Attribute of elements that were hidden when a copy of a recording was made. */
export const REDACTED_ATTRIBUTE = 'data-replay-redacted';

/**
 * Attribute of elements of a copy in which texts were removed by themselves: their own, or an attribute's that is seen.
 * Asterisks there are not the recorder's.
 */
export const REDACTED_TEXT_ATTRIBUTE = 'data-replay-redacted-text';

/** Attributes of elements that are hidden with all in them: what is inside is not told of by itself. */
export const WHOLE_ATTRIBUTES: readonly string[] = [COVERED_ATTRIBUTE, REDACTED_ATTRIBUTE];

/** The class that keeps inputs out of a recording where its options do not name one: PostHog's and rrweb's. */
export const IGNORE_CLASSES: readonly string[] = ['ph-ignore-input', 'rr-ignore'];

/** Controls of these types have nothing that could be typed or chosen. */
const TYPES_WITHOUT_INPUT: ReadonlySet<string> = new Set(['hidden', 'submit', 'reset', 'button', 'image']);

/**
 * So many asterisks in a row are taken for masked text even where nothing else speaks for it: a single one marks
 * required fields, and short runs stand for footnotes and ratings.
 */
const MASKED_RUN = '***';

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

type Attributes = Readonly<Record<string, unknown>>;

/**
 * True when the recorder left the element out: it then keeps its size and nothing else.
 *
 * @param attributes as they were recorded; the replayed element no longer has them
 */
export function isBlocked(attributes: Attributes): boolean {
  return 'rr_width' in attributes && 'rr_height' in attributes;
}

/** True for a frame that the recorder could not look into: its address stands elsewhere, so that it is not loaded. */
export function isUnrecordedFrame(attributes: Attributes): boolean {
  return 'rr_src' in attributes;
}

/** Attribute of a menu whose value PostHog's recorder has masked. */
export const MASKED_SELECT = 'rr_maskedSelect';

export function isMaskedSelect(attributes: Attributes): boolean {
  const value = attributes[MASKED_SELECT];
  return value !== undefined && value !== null && value !== false && value !== 'false';
}

/** Attribute of inputs on the replayed page whose type does not take the asterisks that were recorded: what it was. */
export const MASKED_TYPE = 'data-replay-type';

/** True when a text was replaced by asterisks, of which spaces are kept. */
export function isMaskedText(text: string, isInMaskedClass: () => boolean): boolean {
  if (!text.includes('*') || !/^[\s*]+$/.test(text)) return false;
  return text.includes(MASKED_RUN) || isInMaskedClass();
}

/** True when a text, of an element with the attribute for it, shows that something was removed. */
export function isRedactedText(text: unknown): boolean {
  return typeof text === 'string' && text.includes('*');
}

/** True for the recorded value of a control when it is nothing but asterisks. */
export function isMaskedValue(value: unknown): boolean {
  return typeof value === 'string' && /^\*+$/.test(value);
}

/** @param type of an input, else its tag */
export function masksType(type: string, rules: MaskingRules | null): boolean {
  if (type === 'password') return true;
  if (!rules || rules.maskAllInputs) return MASKED_BY_DEFAULT.has(type);
  return rules.maskInputOptions[type] === true;
}

/** True for a control of which the recorder was told to leave out what is entered. */
export function isIgnored(classNames: string, type: string, rules: MaskingRules | null): boolean {
  if (TYPES_WITHOUT_INPUT.has(type)) return false;
  const names = rules?.ignoreClass === undefined ? IGNORE_CLASSES : [rules.ignoreClass];
  return names.some((name) => hasClass(classNames, name));
}

export function hasClass(classNames: string, name: string): boolean {
  return classNames.includes(name) && classNames.split(/\s+/).includes(name);
}
