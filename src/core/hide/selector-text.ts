const SPACE = /[ \t\n]/;
const HEX = /^[\da-f]{1,6}[ \t\n]?/i;
/** Source: https://drafts.csswg.org/css-syntax/#non-ascii-ident-code-point, which not all browsers hold to yet. */
const NAME_START =
  /[a-z_\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f-\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/iu;
const DIGIT_OR_HYPHEN = /[\d-]/;
const REPLACEMENT = '\ufffd';

/**
 * Cuts a selector into the smallest pieces of CSS: names with their escapes, strings, signs, and the space and comments
 * between them. What a browser would mend at the end of the text, such as a missing quote, is refused.
 * Source: https://drafts.csswg.org/css-syntax/#tokenization
 */
export class SelectorText {
  /** How far it has been read. */
  at = 0;
  readonly #text: string;
  readonly #invalid: () => Error;

  /** @param invalid makes the error for what is not CSS */
  constructor(text: string, invalid: () => Error) {
    this.#text = text.replace(/\r\n?|\f/g, '\n').replaceAll('\0', REPLACEMENT);
    this.#invalid = invalid;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  sees(sign: string): boolean {
    return this.#text.startsWith(sign, this.at);
  }

  /** Goes past a sign and comments before it; false when it does not stand here. */
  take(sign: string): boolean {
    this.#skipComments();
    if (!this.sees(sign)) return false;
    this.at += sign.length;
    return true;
  }

  /** Goes past space and comments; true when there was space. */
  skipSpace(): boolean {
    let isApart = false;
    for (;;) {
      this.#skipComments();
      if (!SPACE.test(this.#text[this.at] ?? '')) return isApart;
      isApart = true;
      this.at++;
    }
  }

  name(): string {
    const name = this.nameIfAny();
    if (name === null) throw this.#invalid();
    return name;
  }

  /** Null when no name begins here. Source: https://drafts.csswg.org/css-syntax/#would-start-an-identifier */
  nameIfAny(): string | null {
    // `-->` is a sign of its own, from the time when styles stood in comments of HTML.
    if (this.sees('-->')) return null;
    const [first, second] = [this.#charAt(this.at), this.#charAt(this.at + 1)];
    const isStart =
      first === '-'
        ? second === '-' || startsName(second) || this.#isEscape(this.at + 1)
        : startsName(first) || this.#isEscape(this.at);
    if (!isStart) return null;
    let name = '';
    for (;;) {
      const char = this.#charAt(this.at);
      if (startsName(char) || DIGIT_OR_HYPHEN.test(char)) {
        name += char;
        this.at += char.length;
      } else if (this.#isEscape(this.at)) {
        name += this.#escape();
      } else {
        return name;
      }
    }
  }

  /** A text in quotes; null when none begins here. */
  string(): string | null {
    const quote = this.#text[this.at] ?? '';
    if (quote !== '"' && quote !== "'") return null;
    this.at++;
    let value = '';
    for (;;) {
      const char = this.#charAt(this.at);
      if (char === '' || char === '\n') throw this.#invalid();
      if (char === quote) break;
      if (char !== '\\') {
        if (isAlone(char)) throw this.#invalid();
        value += char;
        this.at += char.length;
      } else if (this.#text[this.at + 1] === '\n') this.at += 2;
      else if (this.#isEscape(this.at)) value += this.#escape();
      else throw this.#invalid();
    }
    this.at++;
    return value;
  }

  /** What stands before a sign, which is gone past. */
  upTo(sign: string): string {
    const end = this.#text.indexOf(sign, this.at);
    if (end < 0) throw this.#invalid();
    const text = this.#text.slice(this.at, end);
    this.at = end + sign.length;
    return text;
  }

  from(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  #skipComments(): void {
    while (this.sees('/*')) {
      const end = this.#text.indexOf('*/', this.at + 2);
      if (end < 0) throw this.#invalid();
      this.at = end + 2;
    }
  }

  #isEscape(at: number): boolean {
    return this.#text[at] === '\\' && at + 1 < this.#text.length && this.#text[at + 1] !== '\n';
  }

  #escape(): string {
    const [digits] = HEX.exec(this.#text.slice(this.at + 1, this.at + 8)) ?? [];
    if (digits === undefined) {
      const char = this.#charAt(this.at + 1);
      if (isAlone(char)) throw this.#invalid();
      this.at += 1 + char.length;
      return char;
    }
    this.at += 1 + digits.length;
    const code = parseInt(digits, 16);
    const isChar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isChar ? String.fromCodePoint(code) : REPLACEMENT;
  }

  #charAt(at: number): string {
    const code = this.#text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }
}

function startsName(char: string): boolean {
  return NAME_START.test(char);
}

/** True for half of a pair of surrogates, which browsers read as something else. */
function isAlone(char: string): boolean {
  return /^[\ud800-\udfff]$/.test(char);
}
