import { blankPicture } from '../hide/blank-picture.ts';
import type { RedactPlace, RuleRef } from './rules.ts';
import type { Tally } from './tally.ts';
import { starsInstead } from '../text/stars.ts';
import type { TextFinder, TextKind } from '../text/text-finder.ts';

/** Smaller numbers are times, sizes and states. */
const SMALLEST_NUMBER = 10_000;

/** Masks in texts what is to be removed, and counts it. */
export class TextMasker {
  readonly #finder: TextFinder<RuleRef>;
  readonly #tally: Tally;

  constructor(finder: TextFinder<RuleRef>, tally: Tally) {
    this.#finder = finder;
    this.#tally = tally;
  }

  edit(text: string, kind: TextKind, place: RedactPlace): string {
    if (text.length < 2 || /^[\s*]*$/.test(text)) return text;
    const hits = [...this.#finder.find(text, kind)];
    if (hits.length === 0) return text;
    this.#tally.maskedText(
      hits.map(({ rule }) => rule),
      place,
    );
    const masked = starsInstead(text, hits);
    return text.startsWith('data:') && /^\*+$/.test(masked) ? blankPicture(text) : masked;
  }

  /** A number that was removed as a text elsewhere becomes 0. */
  editNumber(number: number, place: RedactPlace): number {
    const rule = Math.abs(number) >= SMALLEST_NUMBER ? this.#finder.ruleOf(number, 'content', 1) : undefined;
    if (!rule) return number;
    this.#tally.maskedText([rule], place);
    return 0;
  }
}
