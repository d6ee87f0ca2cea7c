import { RuleError } from '../rule-error.ts';
import { SelectorText } from './selector-text.ts';

/** `a, b > c`: one of several, each a chain of compounds. */
export type SelectorList = readonly ComplexSelector[];

export interface ComplexSelector {
  /** As it was written. */
  readonly source: string;
  readonly steps: readonly Step[];
}

/** A compound, and how its element stands to that of the compound before it. */
interface Step {
  /** Null for the first one, unless the selector is relative, as in `:has(> b)`. */
  readonly combinator: Combinator | null;
  readonly tests: readonly SimpleSelector[];
}

export type Combinator = ' ' | '>' | '+' | '~';

export type SimpleSelector =
  | { readonly type: 'universal' }
  | { readonly type: 'tag' | 'id' | 'class'; readonly name: string }
  | AttributeSelector
  | { readonly type: 'nested'; readonly name: 'is' | 'where' | 'not' | 'has'; readonly list: SelectorList }
  | { readonly type: 'root' | 'empty' }
  | CountedSelector;

export interface AttributeSelector {
  readonly type: 'attribute';
  readonly name: string;
  /** Empty when it is enough that there is one. */
  readonly operator: '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';
  readonly value: string;
  /** True where `i` says that case does not matter. */
  readonly isAnyCase: boolean;
}

/** `:nth-child(2n+1)` and its like: which of its siblings it is, counted from 1. */
export interface CountedSelector {
  readonly type: 'counted';
  readonly isFromEnd: boolean;
  /** Only siblings of the same tag count. */
  readonly isOfType: boolean;
  readonly step: number;
  readonly offset: number;
}

/** Nobody means so many in one another, and each takes room on the call stack. */
const MOST_NESTED = 16;

const COUNTED = /^(nth|first|last|only)(-last)?-(child|of-type)$/;
/** Source: https://drafts.csswg.org/css-syntax/#anb-microsyntax */
const FORMULA = /^[ \t\n]*(?:(odd|even)|([+-]?\d*)n(?:[ \t\n]*([+-])[ \t\n]*(\d+))?|([+-]?\d+))[ \t\n]*$/i;
/** Names in a namespace, by which browsers look for something else. */
const NAMESPACED = /^(?:xlink|xml|xmlns):/;

/**
 * A list of selectors as browsers read it. What they refuse is refused, and so is what they understand and this does
 * not: nothing is ever taken for something else. Sources: https://drafts.csswg.org/selectors-4/#grammar,
 * https://drafts.csswg.org/css-syntax/
 *
 * @throws RuleError for what is no selector, or asks for what a recording does not hold, such as `:hover`
 */
export function parseSelector(source: string): SelectorList {
  return new Parser(source).whole();
}

class Parser {
  readonly #text: SelectorText;
  readonly #source: string;
  #depth = 0;
  #isInHas = false;

  constructor(source: string) {
    this.#source = source;
    this.#text = new SelectorText(source, () => this.#invalid());
  }

  whole(): SelectorList {
    const list = this.#list(false);
    if (!this.#text.isAtEnd) throw this.#invalid();
    return list;
  }

  #list(isRelative: boolean): SelectorList {
    const list = [this.#complex(isRelative)];
    while (this.#text.take(',')) list.push(this.#complex(isRelative));
    return list;
  }

  #complex(isRelative: boolean): ComplexSelector {
    const text = this.#text;
    text.skipSpace();
    const from = text.at;
    let combinator = isRelative ? this.#combinator() : null;
    if (isRelative) {
      combinator ??= ' ';
      text.skipSpace();
    }
    const steps: Step[] = [{ combinator, tests: this.#compound() }];
    for (;;) {
      const end = text.at;
      const isApart = text.skipSpace();
      const next = this.#combinator();
      if (!next && (!isApart || text.isAtEnd || text.sees(',') || text.sees(')')))
        return { source: text.from(from, end), steps };
      text.skipSpace();
      steps.push({ combinator: next ?? ' ', tests: this.#compound() });
    }
  }

  #combinator(): Combinator | null {
    return (['>', '+', '~'] as const).find((sign) => this.#text.take(sign)) ?? null;
  }

  #compound(): readonly SimpleSelector[] {
    const text = this.#text;
    const tests: SimpleSelector[] = [];
    const type = this.#type();
    if (type) tests.push(type);
    for (;;) {
      if (text.take('.')) tests.push({ type: 'class', name: text.name() });
      else if (text.take('#')) tests.push({ type: 'id', name: text.name() });
      else if (text.take('[')) tests.push(this.#attribute());
      else if (text.take(':')) tests.push(this.#pseudo());
      else break;
    }
    if (tests.length === 0) throw this.#invalid();
    return tests;
  }

  #type(): SimpleSelector | null {
    const text = this.#text;
    let isAny = text.take('*');
    let name = isAny ? null : text.nameIfAny();
    if (text.take('|')) {
      // Without namespaces of its own a browser knows none by name, and `|a` matches nothing on a page.
      if (!isAny) throw this.#unsupported(`${name ?? ''}|`);
      isAny = text.take('*');
      name = isAny ? null : text.name();
    }
    if (isAny) return { type: 'universal' };
    return name === null ? null : { type: 'tag', name };
  }

  #attribute(): AttributeSelector {
    const text = this.#text;
    text.skipSpace();
    if (text.sees('*') || text.sees('|')) throw this.#unsupported('|');
    const name = text.name();
    if (NAMESPACED.test(name)) throw this.#unsupported(`[${name}]`);
    text.skipSpace();
    const plain = { type: 'attribute', name, operator: '', value: '', isAnyCase: false } as const;
    if (text.take(']')) return plain;
    const operator = (['=', '~=', '|=', '^=', '$=', '*='] as const).find((sign) => text.take(sign));
    if (!operator) throw text.sees('|') ? this.#unsupported('|') : this.#invalid();
    text.skipSpace();
    const value = text.string() ?? text.name();
    text.skipSpace();
    const flag = text.sees(']') ? '' : text.name().toLowerCase();
    // `s` is not known to all browsers.
    if (flag === 's') throw this.#unsupported(flag);
    text.skipSpace();
    if ((flag !== '' && flag !== 'i') || !text.take(']')) throw this.#invalid();
    return { ...plain, operator, value, isAnyCase: flag === 'i' };
  }

  #pseudo(): SimpleSelector {
    const text = this.#text;
    if (text.sees(':')) throw this.#unsupported('::');
    const name = text.name().toLowerCase();
    // Not with a comment between.
    if (text.sees('(') && text.take('(')) return this.#function(name);
    if (name === 'root' || name === 'empty') return { type: name };
    const [, which, last, kind] = COUNTED.exec(name) ?? [];
    if (which && which !== 'nth' && !last) {
      const counted = { type: 'counted', isOfType: kind === 'of-type', step: 0, offset: 1 } as const;
      if (which !== 'only') return { ...counted, isFromEnd: which === 'last' };
      const both = [false, true].map((isFromEnd) => ({ ...counted, isFromEnd }));
      return {
        type: 'nested',
        name: 'is',
        list: [{ source: '', steps: [{ combinator: null, tests: both }] }],
      };
    }
    throw this.#unsupported(`:${name}`);
  }

  #function(name: string): SimpleSelector {
    const [, which, last, kind] = COUNTED.exec(name) ?? [];
    if (which === 'nth')
      return { type: 'counted', ...this.#formula(), isFromEnd: Boolean(last), isOfType: kind === 'of-type' };
    if (name !== 'is' && name !== 'where' && name !== 'not' && name !== 'has')
      throw this.#unsupported(`:${name}()`);
    const isHas = name === 'has';
    // Browsers do not look for what contains what contains.
    if ((isHas && this.#isInHas) || ++this.#depth > MOST_NESTED) throw this.#unsupported(`:${name}()`);
    const wasInHas = this.#isInHas;
    this.#isInHas ||= isHas;
    const list = this.#list(isHas);
    this.#isInHas = wasInHas;
    this.#depth--;
    if (!this.#text.take(')')) throw this.#invalid();
    return { type: 'nested', name, list };
  }

  #formula(): { readonly step: number; readonly offset: number } {
    const text = this.#text.upTo(')');
    const [found, word, step, sign = '', plus, only] = FORMULA.exec(text) ?? [];
    if (found === undefined) throw this.#unsupported(`(${text})`);
    if (word) return { step: 2, offset: word.toLowerCase() === 'odd' ? 1 : 0 };
    if (only !== undefined) return { step: 0, offset: Number(only) };
    return {
      step: /\d/.test(step ?? '') ? Number(step) : Number(`${step}1`),
      offset: Number(sign + (plus ?? '0')),
    };
  }

  #invalid(): RuleError {
    return new RuleError({ reason: 'not-a-selector', rule: this.#source });
  }

  #unsupported(part: string): RuleError {
    return new RuleError({ reason: 'unsupported-selector', rule: this.#source, part });
  }
}
