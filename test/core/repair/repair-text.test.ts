import { expect } from 'chai';
import { repairTexts, repairTextsOfChange } from '../../../src/core/repair/repair-text.ts';

const MAX_TEXT = 1_000_000;
const MAX_CSS = 4_000_000;
const MAX_DEPTH = 200;

const nested = (depth: number) => 'a{'.repeat(depth) + '}'.repeat(depth);
const LONG = 'x'.repeat(MAX_TEXT + 1);
const CUT = `${'x'.repeat(MAX_TEXT)}…`;
const DEEP = nested(MAX_DEPTH + 1);

/** Each place of a text in a holder: what kind of text it is, and how to write one there and read it. */
type Place = readonly [
  title: string,
  kind: 'text' | 'css',
  holderOf: (text: unknown) => Record<string, unknown>,
];

const NODES: readonly Place[] = [
  ['a text', 'text', (textContent) => ({ type: 3, textContent })],
  ['a text that is marked as none of a style', 'text', (textContent) => ({ textContent, isStyle: false })],
  ['a text of a style', 'css', (textContent) => ({ type: 3, textContent, isStyle: true })],
  ['the sheet of an element', 'css', (_cssText) => ({ type: 2, attributes: { _cssText } })],
  ['the style of an element', 'css', (style) => ({ type: 2, attributes: { style } })],
  ['the value of an element', 'text', (value) => ({ type: 2, attributes: { value } })],
];
const CHANGES: readonly Place[] = [
  ['typed text', 'text', (text) => ({ source: 5, text })],
  ['a changed text', 'text', (value) => ({ source: 0, texts: [null, { id: 1 }, { id: 2, value }] })],
  ['a changed sheet', 'css', (_cssText) => ({ source: 0, attributes: [7, { attributes: { _cssText } }] })],
  ['a changed value', 'text', (value) => ({ source: 0, attributes: [{ id: 1 }, { attributes: { value } }] })],
  ['an added rule', 'css', (rule) => ({ source: 8, adds: [{ rule: 'a{}' }, { rule, index: 0 }] })],
  ['a replaced sheet', 'css', (replace) => ({ source: 8, replace })],
  ['a sheet replaced at once', 'css', (replaceSync) => ({ source: 8, replaceSync })],
  [
    'a rule of an adopted sheet',
    'css',
    (rule) => ({ source: 15, styles: [null, { rules: ['x', { rule }] }] }),
  ],
];
const PLACES = [
  ...NODES.map((place) => [repairTexts, ...place] as const),
  ...CHANGES.map((place) => [repairTextsOfChange, ...place] as const),
];

describe('texts that would stop the tab', () => {
  for (const [repair, title, kind, holderOf] of PLACES) {
    /** Expects what becomes of a text, and that a change is told. */
    const expectMended = (text: unknown, kept: unknown) => {
      const holder = holderOf(text);
      const isCut = repair(holder);
      // Texts of this size are not compared by the library, which would print them.
      expect(JSON.stringify(holder) === JSON.stringify(holderOf(kept)), 'content').to.be.true;
      expect(isCut, 'told').to.equal(kept !== text);
    };

    it(`leaves ${title} as it is up to the limit`, () => {
      for (const text of ['', 'a{}', 'x'.repeat(MAX_TEXT), nested(MAX_DEPTH), 'a{} '.repeat(MAX_DEPTH * 2)]) {
        expectMended(text, text);
      }
      for (const other of [undefined, null, 7, ['a'], { length: 1e9 }]) expectMended(other, other);
    });

    if (kind === 'text') {
      it(`cuts ${title} that is too long and tells, however little is too much`, () => {
        for (const more of ['', 'x', 'xx'.repeat(MAX_TEXT)]) expectMended(LONG + more, CUT);
        expectMended(DEEP, DEEP);
      });
    } else {
      it(`cuts ${title} that is too long behind a whole rule`, () => {
        const rules = 'a{b:c}'.repeat(MAX_CSS / 6);
        expectMended(`${rules}a{b:c}`, rules);
        expectMended(`${rules} a{b:${LONG}`, rules);
        expectMended('x'.repeat(MAX_CSS), 'x'.repeat(MAX_CSS));
        expectMended('x'.repeat(MAX_CSS + 1), '');
      });

      it(`empties ${title} that is nested too deeply`, () => {
        for (const css of [DEEP, 'a{'.repeat(MAX_DEPTH + 1), `a{}}}${DEEP}`, nested(300_000)])
          expectMended(css, '');
        expectMended(`}}}${nested(MAX_DEPTH)}`, `}}}${nested(MAX_DEPTH)}`);
      });
    }
  }

  it('tells of one text among many, and leaves the others', () => {
    const texts = [{ value: 'a' }, { value: LONG }, { value: 'b' }];
    expect(repairTextsOfChange({ texts, adds: [{ rule: 'a{}' }] })).to.be.true;
    expect(texts.map(({ value }) => value.length)).to.deep.equal([1, MAX_TEXT + 1, 1]);
  });

  it('takes anything for a node or a change', () => {
    for (const odd of [null, 7, 'x', [], [null], {}]) {
      expect(repairTexts({ attributes: odd })).to.be.false;
      expect(repairTextsOfChange({ texts: odd, attributes: odd, styles: odd, adds: odd })).to.be.false;
    }
  });
});
