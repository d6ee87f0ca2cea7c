import { RuleError } from '../rule-error.ts';
import type { FindingTexts } from '../text/finding-texts.ts';

/** What is to be removed from a recording. */
export interface RedactRules {
  /** Lists of selectors in CSS: these elements and all in them, from the beginning of their page to its end. */
  readonly selectors?: readonly string[];
  /** Elements that somebody picked in the replay, wherever else their page shows them too. */
  readonly elements?: readonly PickedElement[];
  /**
   * Exact values, such as findings of the scan; case and encoding do not matter. Of two characters at least. They are
   * removed from names and style sheets as well, however common.
   */
  readonly strings?: readonly string[];
  /**
   * Forms of text: regular expressions or their sources. A group named `value` is what is removed, else the whole
   * match. They are not tried on names and numbers of which style sheets and drawings are made.
   */
  readonly patterns?: readonly (string | RegExp)[];
  /** Names of parameters in addresses whose values are removed; `*` stands for all. */
  readonly urlParameters?: readonly string[];
  /** What is taken out as a whole. */
  readonly kinds?: readonly RedactKind[];
  /** What is kept, in seconds from the start of the recording; everything before and after it is removed. */
  readonly range?: { readonly start: number; readonly end: number };
}

export interface PickedElement {
  readonly windowId: string;
  /** rrweb's id of a node on the page that the window showed. */
  readonly nodeId: number;
  /** When it was picked, in seconds from the start of the recording. */
  readonly time: number;
}

/**
 * - `console`: lines of the browser's console, and Sentry's breadcrumbs
 * - `network`: all requests, and Sentry's spans; `network-bodies`, `network-headers`: these of their parts
 * - `config`: what the SDK told of its own settings
 * - `custom`: all other events that the page or the SDK made up, but for changes of the address
 * - `person`: who was recorded
 * - `masked-inputs`: what fields hold in clear whose input the recorder masked, wherever else it stands
 */
export type RedactKind = (typeof REDACT_KINDS)[number];

export const REDACT_KINDS = [
  'console',
  'network',
  'network-bodies',
  'network-headers',
  'config',
  'custom',
  'person',
  'masked-inputs',
] as const;

/** One of the rules: which list it is in, and where. Findings count as `strings` behind those that were named. */
export interface RuleRef {
  readonly rule: 'selectors' | 'elements' | 'strings' | 'patterns' | 'urlParameters' | 'kinds';
  readonly index: number;
}

/** Where texts were masked because something in them was removed. */
export type RedactPlace =
  | 'text'
  | 'attribute'
  | 'input'
  | 'style'
  | 'address'
  | 'canvas'
  | 'console'
  | 'network'
  | 'custom'
  | 'person'
  | 'other';

/** What was removed, without any of it. */
export interface RedactionSummary {
  readonly version: 1;
  /** Each rule by its list and its place in it. */
  readonly rules: readonly RuleCount[];
  /** Texts in which something was masked, besides those of hidden elements, by place. */
  readonly places: Readonly<Partial<Record<RedactPlace, number>>>;
  /** Events, requests or facts that were taken out as a whole or in part, by kind. */
  readonly kinds: Readonly<Partial<Record<RedactKind, number>>>;
  /** Events outside of the range to keep; null when all was kept. */
  readonly outOfRange: number | null;
  /** Texts of hidden elements that were too short or too common to be looked for elsewhere. */
  readonly skipped: number;
}

export interface RuleCount extends RuleRef {
  /** Elements hidden by it, anew on each page. */
  readonly elements: number;
  /** Texts elsewhere in which something was masked by it. */
  readonly texts: number;
  /** Events with fields that were masked by it, which `kinds` counts as well; of findings only. */
  readonly events?: number;
}

/** Rules, and what follows from findings. */
export interface WantedRules extends RedactRules {
  readonly findings?: readonly FindingTexts[];
}

/** The rule of a finding, by its place among them. */
export function findingRef({ strings = [] }: RedactRules, finding: number): RuleRef {
  return { rule: 'strings', index: strings.length + finding };
}

/** @throws TypeError for rules that cannot be meant; selectors are checked where they are compiled */
export function checkRules(rules: RedactRules): void {
  for (const text of rules.strings ?? []) {
    if (text.trim().length < 2) throw new RuleError({ reason: 'too-short', rule: text });
  }
  for (const kind of rules.kinds ?? []) {
    if (!REDACT_KINDS.includes(kind)) {
      throw new TypeError(`"${kind}" is not a kind to remove. The kinds are ${REDACT_KINDS.join(', ')}.`);
    }
  }
  const { start, end } = rules.range ?? { start: 0, end: 0 };
  if (!(start >= 0 && start <= end)) throw new RuleError({ reason: 'not-a-range' });
}
