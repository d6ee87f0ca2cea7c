import { behind, endOfString } from '../text/css-ends.ts';
import type { CostKind } from '../cost-kinds.ts';
import { costOfDeclaration, type DeclarationCost } from './declaration-cost.ts';
import { ANY, selectorKeys } from './selector-keys.ts';
import type { StyleRules } from './style-rules.ts';

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
  /** Told of what stays and costs by the elements that it is for; null where nobody asks. */
  readonly found: StyleRules | null;
}

/** Signs that mean something for where rules and declarations end. */
const SIGN = /\/\*|["'\\{};()]/g;
/** Declarations without any of these are cheap, unless they are long. */
const COSTLY = /column|-quote|transition|blur|shadow|repeat\(|url\(|\\|\/\*|--/i;
const LONG = 1000;
/** Sheets without any of these have nothing to look for but how deep their rules are nested. */
const WANTED =
  /column|-quote|transition|keyframes|blur|shadow|filter|repeat\(|url\(\s*["']?#|data:image|\\|[^{};]{1000}/i;

const ADDRESS = /(?:"([^"]*)"|'([^']*)'|url\(([^"'()]*)\))/gi;

interface Block {
  /** Where what stands before it begins. */
  readonly from: number;
  /** Where that ends. */
  readonly at: number;
  /** In how many ways a browser may have to read its selectors. */
  readonly ways: number;
  /** True for a rule with selectors. */
  readonly isRule: boolean;
  keys: readonly string[] | null;
}

const MOVING: DeclarationCost = { own: [], traits: ['motion'], places: [] };

/** Leaves out of a sheet, a rule or a list of declarations what costs too much; one pass, whatever the text. */
export function cutCss(css: string, rules: CssRules): string {
  return css.length > 3 ? new CssCutter(css, rules).cut() : css;
}

/** Values that cost too much, of which nothing may stay, and so on: why; null for what may stay. */
export function refusalOf(
  { own, traits, places }: DeclarationCost,
  { most, over }: CssRules,
): CostKind | null {
  const tooMuch = own.find(([kind, count]) => count > most(kind));
  if (tooMuch) return tooMuch[0];
  const trait = traits.find((one) => over.has(one));
  return trait ?? (places.length > 0 && over.has('drawing') ? 'drawing' : null);
}

class CssCutter {
  readonly #css: string;
  readonly #rules: CssRules;
  readonly #blocks: Block[] = [];
  readonly #looksInside: boolean;
  #start = 0;
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
    const block: Block = { from, at, ways, isRule, keys: null };
    if (this.#refused === 0 && this.#isRefused(block)) {
      this.#rules.note('rules', before);
      this.#keepTo(from);
    }
    if (this.#isRefused(block)) this.#refused++;
    this.#blocks.push(block);
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
    const refusal = refusalOf(cost, this.#rules) ?? this.#refusedPicture(text);
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
    if (!/^\s*--/.test(text)) return false;
    return this.#blocks.some((block) =>
      /^\s*@(?:-\w+-)?keyframes/i.test(this.#css.slice(block.from, block.from + 40)),
    );
  }

  #refusedPicture(text: string): CostKind | null {
    if (!/data:image/i.test(text)) return null;
    for (const [, double, single, plain] of text.matchAll(ADDRESS)) {
      const costs = this.#rules.picture(double ?? single ?? plain ?? '');
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
