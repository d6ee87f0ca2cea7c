import type { PlacedText, TextPart } from './placed-text.ts';

/** What a cell or an input holds of a longer number, such as four digits of a card. */
const GROUP = /^\s*[A-Z]{0,2}\d[\dA-Z]{0,5}\s*$/i;
/** A number has so many groups at least; the longest account number has nine. */
const FEWEST = 3;
const MOST = 12;

/** Short texts that follow each other on a page, each in a cell or an input of its own, as one text. */
export class Cells {
  #parts: TextPart[] = [];
  #text = '';

  /** @returns what stood before, where this goes on with something else or is too much */
  add(text: string, nodeId: number | null): PlacedText | null {
    if (!GROUP.test(text)) return text.trim() === '' ? null : this.end();
    const before = this.#parts.length < MOST ? null : this.end();
    if (this.#text !== '') this.#text += ' ';
    this.#parts.push({ from: this.#text.length, nodeId });
    this.#text += text.trim();
    return before;
  }

  end(): PlacedText | null {
    const [parts, text] = [this.#parts, this.#text];
    if (parts.length === 0) return null;
    this.#parts = [];
    this.#text = '';
    if (parts.length < FEWEST) return null;
    return { place: 'text', text, lead: 0, nodeId: parts[0]?.nodeId ?? null, parts, scope: 'cells' };
  }
}
