import { isRecord } from '../json.ts';
import { attributesOf, isElement, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import { treeNodesIn } from '../rrweb/tree-node.ts';
import type { SessionEvent } from '../recording.ts';
import { FollowedPages } from '../hide/followed-page.ts';
import { wordsOf } from '../hide/selector.ts';
import type { SoughtTexts } from '../text/sought-texts.ts';
import type { HiddenPages } from './hidden-pages.ts';
import type { RuleRef } from './rules.ts';

/** A text in quotes; one that does not end goes to the end, so that nothing is read twice. */
const STRING = String.raw`"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)`;
const STRINGS = new RegExp(STRING, 'g');
const STRINGS_AND_ENDS = new RegExp(`${STRING}|[{};]`, 'g');
const DECLARATIONS = new RegExp(`(?:${STRING}|[^;"'])+`, 'g');
/** Properties by which a style sheet has an element show a text. */
const SAYS = /^\s*(?:content|quotes|text-overflow|list-style(?:-type)?|--[\w-]+)\s*:/i;
/** Characters of one selector. */
const LONGEST = 2000;
const NAME = /([.#]?)(-?(?:[a-z_\u0080-\uffff]|\\[^])(?:[\w\u0080-\uffff-]|\\[^])*)/gi;

interface Saying {
  /** What an element must be called for it: `.class`, `#id` or a tag. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Finds texts that style sheets, wherever they are, have hidden elements show. */
export class SheetContents {
  readonly #hidden: HiddenPages;
  readonly #pages = new FollowedPages();
  /** By selector and text: pages bring the same sheets again and again. */
  readonly #sayings = new Map<string, Saying>();
  /** What hidden elements are called, and a rule that hides one of the name. */
  readonly #names = new Map<string, RuleRef>();

  constructor(hidden: HiddenPages) {
    this.#hidden = hidden;
  }

  look({ windowId, event }: SessionEvent): void {
    this.#noteSayings(event);
    const page = this.#pages.of(windowId);
    const change = page.follow(event);
    if (!change) return;
    const hidden = this.#hidden.on(windowId, page.count);
    const changed = change.attributes.map(({ treeNode }) => treeNode);
    for (const treeNode of [...change.added.flatMap((top) => [...treeNodesIn(top)]), ...changed]) {
      const rule = hidden.get(treeNode.id);
      if (rule && isElement(treeNode.node)) this.#noteNames(treeNode.node, rule.ref);
    }
  }

  /** Notes the texts, once the whole session has been looked at. */
  collect(sought: SoughtTexts<RuleRef>): void {
    const [any] = this.#names.values();
    for (const { names, texts } of this.#sayings.values()) {
      const rule = names.length === 0 ? any : this.#names.get(names[0] ?? '');
      if (!rule || !names.every((name) => this.#names.has(name))) continue;
      for (const text of texts) sought.addContent(text, rule);
    }
  }

  #noteNames(node: Readonly<SerializedNode>, rule: RuleRef): void {
    const { class: classes, id } = attributesOf(node);
    const names = [
      tagNameOf(node),
      ...(typeof classes === 'string' ? wordsOf(classes).map((name) => `.${name}`) : []),
      ...(typeof id === 'string' ? [`#${id}`] : []),
    ];
    for (const name of names) if (!this.#names.has(name)) this.#names.set(name, rule);
  }

  #noteSayings(value: unknown): void {
    const stack = [value];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (Array.isArray(next)) for (const inner of next) stack.push(inner);
      else if (isRecord(next)) for (const key in next) stack.push(next[key]);
      else if (typeof next === 'string' && next.includes('{')) this.#noteCss(next);
    }
  }

  #noteCss(css: string): void {
    for (const { selectors, body } of rulesIn(withoutComments(css))) {
      const texts = (body.match(DECLARATIONS) ?? []).filter((one) => SAYS.test(one)).flatMap(quotedIn);
      if (texts.length === 0) continue;
      for (const selector of selectors.split(','))
        this.#sayings.set(`${selector}\n${texts.join('\n')}`, { names: namesIn(selector), texts });
    }
  }
}

/** Rules without others in them: what each is for, and what it says. */
function* rulesIn(css: string): Generator<{ readonly selectors: string; readonly body: string }> {
  let from = 0;
  let selectors: string | null = null;
  for (const { 0: sign, index } of css.matchAll(STRINGS_AND_ENDS)) {
    if (sign === '{') selectors = css.slice(from, index);
    else if (sign === '}' && selectors !== null) {
      yield { selectors, body: css.slice(from, index) };
      selectors = null;
    } else if (sign !== '}' && (sign !== ';' || selectors !== null)) continue;
    from = index + 1;
  }
}

function withoutComments(css: string): string {
  let plain = '';
  let at = 0;
  for (;;) {
    const from = css.indexOf('/*', at);
    const to = from < 0 ? -1 : css.indexOf('*/', from + 2);
    if (to < 0) return plain + css.slice(at);
    plain += `${css.slice(at, from)} `;
    at = to + 2;
  }
}

/** Of texts that are spelled with letters or digits: signs are no secret. */
function quotedIn(declaration: string): string[] {
  return (declaration.match(STRINGS) ?? [])
    .map((string) => unescaped(string.replace(/^["']|["']$/g, '')))
    .filter((text) => /[\p{L}\d]/u.test(text));
}

/** What the element itself must be called; what pseudo-classes ask for is left open. */
function namesIn(selector: string): readonly string[] {
  // Nobody writes such a one; it counts as if it were for everything.
  if (selector.length > LONGEST) return [];
  const plain = selector
    // An escape may end with a space, which leads to no other element.
    .replace(/\\[\da-f]{1,6}\s?/gi, unescaped)
    .replace(/\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?/g, '')
    .trim();
  return [...(plain.split(/[\s>+~]+/).at(-1) ?? '').matchAll(NAME)].map(([, sign = '', name = '']) =>
    sign === '' ? name.toLowerCase() : sign + unescaped(name),
  );
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code?: string, char?: string) => {
    const number = parseInt(code ?? '', 16);
    return number <= 0x10ffff ? String.fromCodePoint(number) : (char ?? '');
  });
}
