import { blankPicture } from '../hide/blank-picture.ts';
import { starsInstead } from '../text/stars.ts';
import type { TextFinder, TextHit } from '../text/text-finder.ts';
import type { Steps } from '../text/steps.ts';
import type { StringEditor } from './event-strings.ts';
import { type FieldNumber, type FieldText, textKindOf } from './field.ts';
import { isBytes } from '../text/picture-bytes.ts';
import type { RedactPlace, RuleRef } from './rules.ts';
import type { Tally } from './tally.ts';

/** Digits; shorter numbers are part of others by chance. */
const SHORTEST_PART = 5;
/** Characters; in a picture shorter texts stand by chance. */
const SHORTEST_IN_BYTES = 8;

/** Masks in texts what is to be removed, and counts it. */
export class TextMasker implements StringEditor {
  readonly #finder: TextFinder<RuleRef>;
  readonly #tally: Tally;

  constructor(finder: TextFinder<RuleRef>, tally: Tally) {
    this.#finder = finder;
    this.#tally = tally;
  }

  *edit(text: string, kind: FieldText, place: RedactPlace): Steps<string> {
    if (text.length < 2 || /^[\s*]*$/.test(text)) return text;
    const hits = kind === 'bytes' && isBytes(text) ? yield* this.#inBytes(text) : yield* this.#in(text, kind);
    if (hits.length === 0) return text;
    this.#tally.maskedText(
      hits.map(({ rule }) => rule),
      place,
    );
    const masked = starsInstead(text, hits);
    if (kind === 'tag') return asName(text, masked);
    if (kind === 'shape') return this.#asNumbers(text, masked);
    return text.startsWith('data:') && /^\*+$/.test(masked) ? blankPicture(text) : masked;
  }

  #in(text: string, kind: FieldText): Steps<readonly TextHit<RuleRef>[]> {
    return this.#finder.search(text, textKindOf(kind));
  }

  /** What is no base64 at all may be taken for that of a picture. */
  *#inBytes(base64: string): Steps<readonly TextHit<RuleRef>[]> {
    const hits = yield* this.#finder.search(base64, 'shape');
    return hits.filter(({ from, to }) => to - from >= Math.min(SHORTEST_IN_BYTES, base64.length));
  }

  /** A number becomes 0; the size of a window another one. */
  editNumber(number: number, kind: FieldNumber, place: RedactPlace): number {
    const rule = this.#ruleOf(number, kind);
    if (!rule) return number;
    this.#tally.maskedText([rule], place);
    if (kind !== 'viewport') return 0;
    const unit = 10 ** (String(Math.trunc(number)).length - 1);
    return [1, 2, 3, 4].map((times) => times * unit).find((size) => !this.#ruleOf(size, kind)) ?? 0;
  }

  #ruleOf(number: number, kind: FieldNumber): RuleRef | undefined {
    const isData = kind === 'data';
    return this.#finder.ruleOf(number, isData ? 'content' : 'shape', isData ? 1 : SHORTEST_PART);
  }

  /** A drawing goes on with other numbers. */
  #asNumbers(text: string, masked: string): string {
    const zeros = masked.replace(/\*/g, (_, at: number) => (/\d/.test(text[at] ?? '') ? '0' : '*'));
    return this.#finder.find(zeros, 'shape').length > 0 ? masked : zeros;
  }
}

/** No element can be named by asterisks. */
function asName(text: string, masked: string): string {
  const letter = /xx/i.test(text) ? 'z' : 'x';
  return masked.replace(/\*/g, (star, at: number) => (text[at] === star ? star : letter));
}
