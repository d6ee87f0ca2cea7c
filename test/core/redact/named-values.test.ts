import { expect } from 'chai';
import { readRecording } from '../read-recording.ts';
import {
  custom,
  element,
  incremental,
  type Json,
  mutation,
  page,
  redacted,
  sessionOf,
  START,
  text,
} from './session.ts';

const PICTURE = `iVBORw0KGgo${'Anna'.repeat(40)}=`;

describe('redactSession, of what somebody has named', () => {
  const numbers: readonly (readonly [named: string, number: number])[] = [
    ['42', 42],
    ['42', -42],
    ['4711', 4711],
    ['0.125', 0.125],
    ['4711.50', 4711.5],
    ['12345678901234567890', Number('12345678901234567890')],
    ['1000000000000000000000', 1e21],
    ['+491701234567', 491701234567],
    ['4711', 47110815],
  ];
  for (const [named, number] of numbers) {
    it(`removes the number ${number} for ${named}`, async () => {
      const session = sessionOf([...page([]), custom(2, 'bought', { account: number, price: 17 })]);
      const { events, summary } = await redacted(session, { strings: [named] });
      expect(events[2]?.['data']).to.deep.equal({ tag: 'bought', payload: { account: 0, price: 17 } });
      expect(summary.rules[0]?.texts).to.equal(1);
    });
  }

  it('leaves measures that only hold a short number, and takes those that are it', async () => {
    const moves = [42, 420, 1.42, 1234567, 12345678].map((x) => ({ x, y: 1, id: 4, timeOffset: 0 }));
    const session = sessionOf([...page([]), incremental(2, { source: 1, positions: moves })]);
    const { events } = await redacted(session, { strings: ['42', '1234567'] });
    const { positions } = events[2]?.['data'] as { positions: readonly { x: number }[] };
    expect(positions.map(({ x }) => x)).to.deep.equal([0, 420, 1.42, 0, 0]);
  });

  it('leaves a window a size', async () => {
    const session = sessionOf([...page([]), incremental(1, { source: 4, width: 1280, height: 1000 })]);
    const { events } = await redacted(session, { strings: ['800', '600', '1280', '1000'] });
    expect(events[0]?.['data']).to.include({ width: 100, height: 100 });
    expect(events[2]?.['data']).to.include({ width: 2000, height: 2000 });
  });

  it('leaves names that a page can be built with', async () => {
    const body = [
      element(
        'anna-card',
        { 'data-anna': '1', 'data-ANNA': '2', 'class': 'anna big', 'anna': '' },
        text('hi'),
      ),
      element('p', { class: 'note' }),
    ];
    const change = mutation(1, {
      attributes: [{ id: 4, attributes: { 'x-anna': 'y', 'style': { '--anna': 'red' } } }],
    });
    const session = sessionOf([...page(body), change]);
    const { events, json, blob } = await redacted(session, { strings: ['anna'] });
    const bodyNode = JSON.stringify(events[1]);
    expect(bodyNode).to.contain('"tagName":"xxxx-card"').and.to.contain('"class":"**** big"');
    expect(bodyNode).to.contain('"data-xxxx":"1","data-xxxx2":"2"').and.to.contain('"xxxx":""');
    expect(JSON.stringify(events[2])).to.contain('"x-xxxx":"y"').and.to.contain('"--xxxx":"red"');
    expect(json).not.to.match(/anna/i);
    const { outline } = await readRecording(blob);
    expect(outline.info.warnings).to.deep.equal([]);
  });

  it('takes single lower-case words out of style sheets and drawings', async () => {
    const body = [
      element('style', {}, text('.anna{color:red} .b{color:blue}')),
      element('path', { d: 'M 4711 12 L 1 4711' }),
    ];
    const { json } = await redacted(sessionOf(page(body)), { strings: ['anna', '4711'] });
    expect(json).to.contain('.****{color:red} .b{color:blue}').and.to.contain('M 0000 12 L 1 0000');
  });

  it('leaves pages their elements when they are named', async () => {
    const session = sessionOf(
      page([element('button', { title: 'the button' }, text('press')), element('mark')]),
    );
    const { events } = await redacted(session, { strings: ['button', 'title', 'mark'] });
    const body = JSON.stringify(events[1]);
    expect(body)
      .to.contain('"tagName":"button","attributes":{"title":"the ******"}')
      .and.to.contain('"xxxx"');
  });

  it('leaves pictures, and takes text from where a picture would be', async () => {
    const draw = (base64: string) =>
      incremental(1, {
        source: 9,
        id: 1,
        type: 0,
        property: 'f',
        args: [{ rr_type: 'ArrayBuffer', base64 }],
      });
    const session = sessionOf([
      ...page([]),
      draw(PICTURE),
      draw('by Anna Quist'),
      draw('annaquist'),
      draw(btoa('this is by Anna Quist')),
    ]);
    const { events } = await redacted(session, { strings: ['anna', 'Anna Quist', 'annaquist'] });
    const left = events
      .slice(2)
      .map(({ data }) => ((data as Json)['args'] as readonly Json[])[0]?.['base64']);
    expect(left).to.deep.equal([PICTURE, 'by **** *****', '*********', '*'.repeat(28)]);
  });

  it('numbers windows anew where their numbers were named', async () => {
    const session = sessionOf({ 471108: page([]), 2: page([], 1) });
    const { events } = await redacted(session, { strings: ['471108'] });
    expect(events.map(({ windowId }) => windowId)).to.deep.equal([1, 1, 2, 2]);
  });

  it('gives many members that look the same a name each', async () => {
    const words = Array.from({ length: 20_000 }, (_, i) => [`marlene ${'q'.repeat(i % 3)}`, i] as const);
    const payload = Object.fromEntries(
      words.map(([word, i]) => [`${word}${String.fromCodePoint(0x4e00 + i)}`, i]),
    );
    const event = { type: 5, timestamp: START + 1000, data: { tag: 'x', payload } };
    const { events } = await redacted(sessionOf([...page([]), event]), { patterns: ['marlene.*'] });
    const names = Object.keys((events[2]?.['data'] as Json)['payload'] as Json);
    expect(new Set(names).size).to.equal(20_000);
    expect(names.filter((name) => !/^\*{7} \*{1,3}\d*$/.test(name))).to.deep.equal([]);
  });
});
