import { behind, endOfString } from '../text/css-ends.ts';
import type { CostKind } from '../cost-kinds.ts';
import { costOfDeclaration, type DeclarationCost, unescaped } from './declaration-cost.ts';
import { ANY, selectorKeys } from './selector-keys.ts';
import type { MatchedRule } from './matches.ts';
import type { StyleRules, StyleTrait } from './style-rules.ts';

/** What may stay of styles, and who is told what does not. */
export interface CssRules {
  /** How much of a kind there may be. */
  readonly most: (kind: CostKind) => number;
  /** Kinds of which nothing may stay, for there is too much of them on the page. */
  readonly over: ReadonlySet<CostKind>;
  /** Told of what was left out, and of the text that it was. */
  readonly note: (kind: CostKind, text: string) => void;
  /** What a picture in an address costs. */
  readonly picture: (address: string) => readonly (readonly [CostKind, number])[];
  /** Asked whether fonts may stay that a style names or brings. */
  readonly families: (names: readonly string[]) => boolean;
  /** Asked whether a rule may stay, by the elements that it is looked at for; null where nobody knows. */
  readonly matching: ((rule: MatchedRule) => boolean) | null;
  /** What became of sheets that came before; null for what is none. */
  readonly sheets: Map<string, string> | null;
  /** Told of what stays and costs by the elements that it is for; null where nobody asks. */
  readonly found: StyleRules | null;
}

/** Signs that mean something for where rules and declarations end. */
const SIGN = /\/\*|["'\\{};()]/g;
/** What tells of something that may cost much. */
const SIGNS_OF_COST =
  'column|-quote|transition|filter|animation|will-change|transform-style|perspective|text-wrap|attr\\(|font|float|' +
  'dense|data:|blur|shadow|repeat\\(|\\\\';
/** Declarations without any of these are cheap, unless they are long. */
const COSTLY = new RegExp(`${SIGNS_OF_COST}|url\\(|/\\*|--`, 'i');
const LONG = 1000;
/** Sheets without any of these have nothing to look for but how deep their rules are nested. */
const WANTED = new RegExp(`${SIGNS_OF_COST}|keyframes|@function|url\\(\\s*["']?#|[^{};]{${LONG}}`, 'i');

const ADDRESS = /"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|url\(((?:[^"'()\\]|\\[^])*)\)/gi;

interface Block {
  /** Where what stands before it begins. */
  readonly from: number;
  /** Where that ends. */
  readonly at: number;
  /** In how many ways a browser may have to read its selectors. */
  ways: number;
  /** True for a rule with selectors. */
  readonly isRule: boolean;
  /** True for an animation, and what is in it. */
  readonly isSteps: boolean;
  /** True for a function of the page's own, and what is in it. */
  readonly isFunction: boolean;
  /** How much longer a rule takes that stands in it. */
  readonly slowness: number;
  keys: readonly string[] | null;
}

const KEYFRAMES = /^@(?:-\w+-)?keyframes/i;
const CONTAINER = /^@container/i;
const FONT_FACE = /^@font-face/i;
const FUNCTION = /^@function/i;
/** More steps are in no sheet. */
const MOST_STEPS = 10_000;
/** What is asked of the elements around one takes so much longer than a selector. */
const OF_CONTAINER = 20;

const MOVING: DeclarationCost = { own: [], traits: ['motion'], places: [], families: [] };

/** For styles that are looked at by themselves: they belong to no sheet of the page, and nobody is told of them. */
export function apart(rules: CssRules, found: StyleRules): CssRules {
  return { ...rules, note: () => undefined, matching: null, sheets: null, found };
}

/** Leaves out of a sheet, a rule or a list of declarations what costs too much; one pass, whatever the text. */
export function cutCss(css: string, rules: CssRules): string {
  if (css.length <= 3) return css;
  const known = rules.sheets?.get(css);
  if (known !== undefined) return known;
  const cut = new CssCutter(css, rules).cut();
  // What was cut comes again.
  rules.sheets?.set(css, cut).set(cut, cut);
  return cut;
}

/** Values that cost too much, of which nothing may stay, and so on: why; null for what may stay. */
export function refusalOf(
  { own, traits, places, families: names }: DeclarationCost,
  { most, over, families }: CssRules,
): CostKind | null {
  const tooMuch = own.find(([kind, count]) => count > most(kind));
  if (tooMuch) return tooMuch[0];
  if (names.length > 0 && !families(names)) return 'families';
  const trait = traits.find((one) => over.has(kindOf(one)));
  return (trait && kindOf(trait)) ?? (places.length > 0 && over.has('drawing') ? 'drawing' : null);
}

function kindOf(trait: StyleTrait): CostKind {
  if (trait === 'floats' || trait === 'dense') return 'placing';
  return trait === 'filters' ? 'effects' : trait;
}

class CssCutter {
  readonly #css: string;
  readonly #rules: CssRules;
  readonly #blocks: Block[] = [];
  readonly #looksInside: boolean;
  #start = 0;
  #steps = 0;
  #parens = 0;
  /** How many of the open blocks are to be left out with all that is in them. */
  #refused = 0;
  #kept = '';
  #keptTo = 0;

  constructor(css: string, rules: CssRules) {
    this.#css = css;
    this.#rules = rules;
    this.#looksInside = WANTED.test(css);
  }

  cut(): string {
    const css = this.#css;
    SIGN.lastIndex = 0;
    for (let found = SIGN.exec(css); found; found = SIGN.exec(css)) {
      const { index } = found;
      const [sign] = found;
      if (sign === '/*') SIGN.lastIndex = behind(css.indexOf('*/', index + 2), 2, css);
      else if (sign === '\\') SIGN.lastIndex = index + 2;
      else if (sign === '"' || sign === "'") SIGN.lastIndex = endOfString(css, index + 1, sign);
      else if (sign === '(') this.#parens++;
      else if (sign === ')') this.#parens = Math.max(0, this.#parens - 1);
      else if (this.#parens === 0) this.#take(sign, index);
    }
    this.#endDeclaration(css.length);
    for (const block of this.#blocks) if (this.#isRefused(block)) return this.#kept;
    return this.#keptTo === 0 ? css : this.#kept + css.slice(this.#keptTo);
  }

  #take(sign: string, at: number): void {
    if (sign === '{') this.#open(at);
    else {
      this.#endDeclaration(at);
      if (sign === '}') this.#close(at);
    }
    this.#start = at + 1;
  }

  #open(at: number): void {
    const outer = this.#blocks.at(-1);
    const from = this.#start;
    const before = this.#css.slice(from, at).trimStart();
    const isRule = !before.startsWith('@');
    const around = outer?.ways ?? 0;
    const ways = isRule ? Math.max(1, around) * (around > 0 ? waysOf(before) : 1) : around;
    const block: Block = {
      from,
      at,
      ways,
      isRule,
      isSteps: outer?.isSteps === true || KEYFRAMES.test(before),
      isFunction: outer?.isFunction === true || FUNCTION.test(before),
      slowness: CONTAINER.test(before) ? OF_CONTAINER : (outer?.slowness ?? 1),
      keys: null,
    };
    this.#blocks.push(block);
    const refusal = this.#refused > 0 ? null : this.#refusalOf(block, before, outer);
    if (refusal) {
      block.ways = Infinity;
      this.#rules.note(refusal, before);
      this.#keepTo(from);
    }
    if (this.#isRefused(block)) this.#refused++;
  }

  /** @param block the innermost one that is open */
  #refusalOf(block: Block, before: string, outer: Block | undefined): CostKind | null {
    if (this.#isRefused(block) || (FUNCTION.test(before) && callsIn(before) > 2)) return 'rules';
    if (outer?.isSteps) return ++this.#steps > MOST_STEPS ? 'rules' : null;
    const { matching } = this.#rules;
    if (!matching || !(block.isRule || FONT_FACE.test(before))) return null;
    const keys = block.isRule ? this.#keys() : [ANY];
    const selectors = before.split(',').length * block.slowness;
    return matching({ keys, selectors, siblings: siblingsIn(before) }) ? null : 'matching';
  }

  #isRefused({ ways }: Block): boolean {
    return ways > this.#rules.most('rules');
  }

  #close(at: number): void {
    const block = this.#blocks.pop();
    if (!block || !this.#isRefused(block)) return;
    this.#refused--;
    if (this.#refused === 0) this.#keptTo = at + 1;
  }

  #endDeclaration(at: number): void {
    if (!this.#looksInside || this.#refused > 0) return;
    const text = this.#css.slice(this.#start, at);
    if (!(text.length > LONG || COSTLY.test(text)) || !text.includes(':') || /^\s*@/.test(text)) return;
    const cost = this.#isMoving(text) ? MOVING : costOfDeclaration(text);
    const refusal =
      refusalOf(cost, this.#rules) ??
      this.#refusedPicture(text) ??
      (this.#isRepeating(text) ? 'values' : null);
    if (refusal) {
      this.#rules.note(refusal, text);
      this.#keepTo(this.#start);
      this.#keptTo = at;
    } else if (this.#rules.found && cost.traits.length + cost.places.length > 0) {
      this.#tell(this.#rules.found, cost);
    }
  }

  /** True for a property of the page's own in the steps of an animation: all that inherit it are styled each time. */
  #isMoving(text: string): boolean {
    return /^\s*--/.test(text) && this.#blocks.at(-1)?.isSteps === true;
  }

  /** True for what calls functions of the page's own more than once, in one of them. */
  #isRepeating(text: string): boolean {
    return this.#blocks.at(-1)?.isFunction === true && callsIn(text) > 1;
  }

  #refusedPicture(text: string): CostKind | null {
    if (!/data:|\\/i.test(text)) return null;
    for (const [, double, single, plain] of text.matchAll(ADDRESS)) {
      const costs = this.#rules.picture(unescaped(double ?? single ?? plain ?? ''));
      const tooMuch = costs.find(([kind, count]) => count > this.#rules.most(kind));
      if (tooMuch) return tooMuch[0];
    }
    return null;
  }

  #tell(found: StyleRules, cost: DeclarationCost): void {
    const { traits, places } = cost;
    const keys = cost === MOVING ? [ANY] : this.#keys();
    for (const trait of traits) found.addTrait(keys, trait);
    for (const place of places) found.addPlace(keys, place);
  }

  /** What the elements have that the block is about which is read. */
  #keys(): readonly string[] {
    let keys: readonly string[] = [ANY];
    const inner = this.#blocks.findLast(({ isRule, keys: known }) => isRule && known !== null);
    const from = inner ? this.#blocks.indexOf(inner) : 0;
    for (const block of this.#blocks.slice(from)) {
      if (block.isRule) block.keys ??= selectorKeys(this.#css.slice(block.from, block.at), keys);
      keys = block.keys ?? keys;
    }
    return keys;
  }

  #keepTo(end: number): void {
    this.#kept += this.#css.slice(this.#keptTo, end);
    this.#keptTo = end;
  }
}

/** In how many ways selectors of a rule in another one lead to that. */
function waysOf(selectors: string): number {
  return Math.max(1, selectors.split('&').length - 1, selectors.split(',').length);
}

function callsIn(text: string): number {
  return text.match(/--[-\w]+\(/g)?.length ?? 0;
}

/** How many times a list of selectors looks at siblings. */
function siblingsIn(list: string): number {
  return list.match(/~(?!=)/g)?.length ?? 0;
}
