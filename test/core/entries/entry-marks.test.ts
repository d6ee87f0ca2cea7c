import { expect } from 'chai';
import type { EntryMark, EntryMarks, EntryMarksQuery } from '../../../src/core/entries/entry-marks.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { openRecording } from '../../../src/core/index.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { bytesOf } from '../recordings.ts';
import { click, custom, element, listOf, page, plugin, text, until } from './built.ts';

/** The marks of a recording, asked for as a player does. */
async function marksIn(
  source: readonly object[] | Uint8Array<ArrayBuffer>,
  cover: readonly string[] = [],
  query: Omit<EntryMarksQuery, 'cover'> = {},
): Promise<EntryMarks> {
  const engine = new RecordingEngine(30);
  let recording = 0;
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: (_: unknown, key: number) => (recording = key),
  };
  const { signal } = new AbortController();
  await engine.load(toParts(source, 'https://viewer.test/'), DEFAULT_LIMITS, listener, signal);
  return engine.ask('entryMarks', recording, { cover, ...query }, { signal, progress: () => undefined });
}

const failed = (at: number, message: string) =>
  plugin(at, 'rrweb/console@1', { level: 'error', payload: [JSON.stringify(message)], trace: [] });
const timesOf = (list: readonly { readonly time: number }[]) => list.map(({ time }) => time);
const shown = (marks: readonly EntryMark[], isError: boolean) =>
  marks.filter(({ level }) => (level === 'error') === isError);

describe('marks of entries', () => {
  it('are of what a reader looks for, and of all errors', async () => {
    const { marks, errors } = await marksIn(await bytesOf('checkout.jsonl'));
    const kinds = new Set(marks.flatMap(({ counts }) => Object.keys(counts)));
    expect([...kinds].sort()).to.deep.equal(['click', 'console', 'page', 'request', 'signal']);
    expect(shown(marks, false).flatMap(({ counts }) => Object.keys(counts))).to.not.include.members([
      'console',
      'request',
    ]);
    expect(timesOf(errors)).to.deep.equal([5.66, 12.317]);
  });

  it('group what lies close together, and name the first of it', async () => {
    const close = ['a', 'b', 'c', 'd', 'e'].map((tag, i) => custom(50_000 + i * 100, tag));
    const { marks } = await marksIn([...page(0), ...close, custom(60_000, 'paid'), until(120_000)]);
    const group = marks.find(({ time }) => time >= 50)!;
    expect(group).to.include({ count: 5, level: 'info' });
    expect(group.end).to.be.closeTo(50.4, 0.01);
    expect(group.counts).to.deep.equal({ custom: 5 });
    expect(group.notes.map(({ detail }) => detail)).to.deep.equal(
      ['a', 'b', 'c'].map((tag) => ({ tag, payload: {} })),
    );
    expect(marks.find(({ time }) => time > 51)).to.include({ count: 1 });
  });

  it('are no more than a timeline has room for, and no larger than their titles', async () => {
    const long = 'x'.repeat(2000);
    const events = Array.from({ length: 2000 }, (_, i) => [
      custom(i * 50, `step ${i}`, { body: long, deep: { list: [long] } }),
      failed(i * 50 + 10, long),
    ]).flat();
    const { marks, errors } = await marksIn([...page(0), ...events, until(100_000)]);
    expect(shown(marks, false)).to.have.length.within(100, 121);
    expect(shown(marks, true)).to.have.length.within(90, 121);
    expect(errors).to.have.length.within(90, 101);
    expect(marks.reduce((sum, { count }) => sum + count, 0)).to.be.at.least(4000);
    expect(JSON.stringify(marks)).to.have.length.below(700_000);
  });

  it('are of the kinds that are asked for, errors among them; the places of errors stay', async () => {
    const bytes = await bytesOf('checkout.jsonl');
    const all = await marksIn(bytes);
    const kindsIn = ({ marks }: EntryMarks) =>
      [...new Set(marks.flatMap(({ counts }) => Object.keys(counts)))].sort();
    const requests = await marksIn(bytes, [], { kinds: ['request'] });
    expect(kindsIn(requests)).to.deep.equal(['request']);
    expect(shown(requests.marks, true)).not.to.be.empty;
    expect(shown(requests.marks, false)).not.to.be.empty;
    expect(requests.errors).to.deep.equal(all.errors);
    expect(kindsIn(await marksIn(bytes, [], { kinds: ['scroll', 'click'] }))).to.deep.equal([
      'click',
      'scroll',
    ]);
  });

  it('are as close as is asked for', async () => {
    const close = Array.from({ length: 50 }, (_, i) => custom(50_000 + i * 100, `step ${i}`));
    const events = [...page(0), ...close, until(120_000)];
    expect(shown((await marksIn(events)).marks, false)).to.have.length.below(8);
    const { marks } = await marksIn(events, [], { most: 4000 });
    expect(shown(marks, false)).to.have.length(51);
  });

  it('hold nothing that the viewer covers', async () => {
    const button = element(5, 'button', { class: 'secret' }, text(6, 'Pay 100'));
    const events = [...page(0, [button]), ...click(2000, 5), until(9000)];
    const titles = ({ marks }: EntryMarks) => JSON.stringify(marks);
    expect(titles(await marksIn(events))).to.include('Pay 100');
    expect(titles(await marksIn(events, ['.secret']))).to.not.include('Pay 100');
  });

  it('are none where nothing happened', async () => {
    const { marks, errors } = await marksIn([...page(0), until(9000)]);
    expect(marks.map(({ counts }) => counts)).to.deep.equal([{ page: 1 }]);
    expect(errors).to.be.empty;
  });
});

describe('entries of a level', () => {
  it('are listed alone; what has no level is of the lowest', async () => {
    const recording = await openRecording([
      ...page(0),
      failed(1000, 'no'),
      custom(2000, 'paid'),
      plugin(3000, 'rrweb/console@1', { level: 'warn', payload: ['"slow"'], trace: [] }),
      until(9000),
    ]);
    const titles = async (...levels: ('info' | 'warning' | 'error')[]) =>
      (await listOf(recording, { levels })).map(({ title }) => title);
    expect(await titles('error')).to.deep.equal(['console error: no']);
    expect(await titles('warning', 'error')).to.deep.equal(['console error: no', 'console warn: slow']);
    expect(await titles('info')).to.deep.equal([
      'opened /checkout "Shop"',
      'event: paid',
      'idle for 6 seconds',
    ]);
    expect(await titles()).to.deep.equal([]);
  });
});
