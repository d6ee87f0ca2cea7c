import { type MaskedInputs, wholeValues } from '../masked-inputs/masked-inputs.ts';
import { SoughtTexts } from '../text/sought-texts.ts';
import { TextFinder } from '../text/text-finder.ts';
import type { FindingLog } from './finding-log.ts';
import type { LeakRule } from './leak.ts';
import type { PlacedText } from './placed-text.ts';
import type { LeakMatch } from './text-searcher.ts';

/** The rule of what was found because a field held it, not by its form. */
const MASKED_INPUT: LeakRule = { kind: 'masked-input', name: 'masked-input', pattern: /(?!)/ };

/** Finds what masked fields hold in clear, there and wherever else it stands. */
export class MaskedValues {
  readonly #inputs: MaskedInputs;
  readonly #finder: TextFinder<string>;

  constructor(inputs: MaskedInputs) {
    const sought = new SoughtTexts<string>();
    for (const field of inputs.exposed())
      for (const { text } of wholeValues(field)) sought.addTyped(text, text);
    this.#inputs = inputs;
    this.#finder = new TextFinder(sought, []);
  }

  /** Notes what the fields hold themselves, of which a search would miss what is short. */
  noteFields(log: FindingLog): void {
    for (const field of this.#inputs.exposed()) {
      for (const { text, timestamp, count } of wholeValues(field)) {
        const moment = { place: 'input', windowId: field.windowId, timestamp, nodeId: field.id } as const;
        log.note(matchOf(text, text, 0, text.length), moment, count);
      }
    }
  }

  /** True for what has been noted with its field. */
  isNoted(windowId: string, { place, nodeId }: PlacedText): boolean {
    return place !== 'attribute' && nodeId !== null && this.#inputs.isField(windowId, nodeId);
  }

  /**
   * What is in a text, besides what rules have found in it: of two that overlap the longer one counts.
   *
   * @param others in the order of the text
   */
  search(text: string, place: PlacedText['place'], others: readonly LeakMatch[]): readonly LeakMatch[] {
    const hits = this.#finder.find(text, place === 'style' ? 'style' : 'content');
    if (hits.length === 0) return others;
    const all = [...hits.map(({ rule, from, to }) => matchOf(rule, text, from, to)), ...others];
    const found: LeakMatch[] = [];
    for (const match of all.sort((a, b) => b.to - b.from - (a.to - a.from)))
      if (!found.some((other) => other.from < match.to && match.from < other.to)) found.push(match);
    return found.sort((a, b) => a.from - b.from);
  }
}

function matchOf(value: string, text: string, from: number, to: number): LeakMatch {
  return { rule: MASKED_INPUT, value, form: text.slice(from, to), from, to, before: '' };
}
