/**
 * What was found. `masked-input` is what a field holds in clear whose input the recorder masked, `other` is for rules
 * that a page's author adds.
 */
export type LeakKind =
  | 'email'
  | 'phone'
  | 'card'
  | 'iban'
  | 'national-id'
  | 'username'
  | 'password'
  | 'key'
  | 'token'
  | 'jwt'
  | 'url-credential'
  | 'private-address'
  | 'masked-input'
  | 'other';

/**
 * Where in a recording a text stands:
 * - `text`: the page's own, titles and comments included; `canvas`: written on a canvas
 * - `attribute`: of an element; `input`: what a field holds or was typed into it; `style`: any CSS
 * - `address`: of a page; `network-address`, `network-header`, `network-body`: of its requests
 * - `console`: a line or its trace
 * - `config`: what the SDK told of its own settings; `custom`: any other event of the page's or the SDK's own
 * - `person`, `marker`: what came with the recording: its person, the names of its analytics events
 */
export type LeakPlace =
  | 'text'
  | 'canvas'
  | 'attribute'
  | 'input'
  | 'style'
  | 'address'
  | 'network-address'
  | 'network-header'
  | 'network-body'
  | 'console'
  | 'config'
  | 'custom'
  | 'person'
  | 'marker';

/** Where a value stands behind the name of its field: nobody writes about fields there, as texts of pages do. */
export const FORM_PLACES: ReadonlySet<LeakPlace> = new Set([
  'attribute',
  'input',
  'address',
  'network-address',
  'network-header',
  'network-body',
  'console',
  'custom',
  'person',
]);

/** What stands around a candidate. */
export interface LeakContext {
  readonly place: LeakPlace;
  /** Up to 48 characters before it: a label, a field's name, the beginning of the sentence. */
  readonly before: string;
  /** Up to 16 characters behind it. */
  readonly after: string;
}

/** A form of value to look for, as data. */
export interface LeakPattern {
  /** Unique among the rules; part of the ids of what it finds. */
  readonly name: string;
  /**
   * What a candidate looks like. The value is the group named `value`, else the whole match. It must not need time in
   * proportion to more than the text's length: bound what repeats, begin where a word begins.
   */
  readonly pattern: RegExp;
  /** What has to stand before the value, in up to 48 characters. */
  readonly near?: RegExp;
  /** What must not stand before it. */
  readonly unless?: RegExp;
  /** True where the value may be spread over neighbouring texts of a page, such as a number in four boxes. */
  readonly spans?: boolean;
}

/** One form of value that is looked for. See `rules.ts` for those that come along. */
export interface LeakRule extends LeakPattern {
  readonly kind: LeakKind;
  /**
   * Matches in every text in which `pattern` does, and is quick: texts in which no rule's hint matches are not
   * looked at again. Without flags; absent: the pattern is tried on every text.
   */
  readonly hint?: RegExp;
  /** The last word: checksums, lists of what only looks like it. */
  readonly check?: (value: string, context: LeakContext) => boolean;
}

/** A value that was found: once for all places where it stands. */
export interface LeakFinding {
  /** The same whenever this recording is looked through by this rule; tells nothing of the value. */
  readonly id: string;
  readonly kind: LeakKind;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** Where it was seen first. */
  readonly place: LeakPlace;
  /** How often it was seen, by place. */
  readonly places: Readonly<Partial<Record<LeakPlace, number>>>;
  /** The value with most of its characters hidden, behind the name of its field where there is one. */
  readonly excerpt: string;
  /** Empty for what came with the recording and belongs to no window. */
  readonly windowId: string;
  /** When it was seen first, Unix milliseconds; the first event's time for what belongs to no moment. */
  readonly timestamp: number;
  /** rrweb's id of the node in which it was seen first; null outside of pages. */
  readonly nodeId: number | null;
  readonly count: number;
  /** The value itself, decoded. Not for the page. */
  readonly value: string;
  /** The value as it stands in the recording's strings: percent-encoded, escaped, as base64, with other spaces. */
  readonly forms: readonly string[];
}

/** A finding as the page is told of it: without the value, and with its moment in seconds from the start. */
export interface LeakReport extends Omit<LeakFinding, 'value' | 'forms' | 'timestamp'> {
  readonly time: number;
}
