import { expect } from 'chai';
import type { CopiedTrack } from '../../../src/core/copy/copied-track.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { custom, element, idOf, type Json, mutation, page, text } from '../redact/session.ts';

const heading = element('h1', { class: 'secret' }, text('Margarethe Vandersloot'));
const paragraph = element('p', {}, text('order 4711'));
const id = idOf((paragraph['childNodes'] as Json[])[0]!);
const SESSION = new Blob([
  JSON.stringify([
    ...page([heading, paragraph], 0),
    ...[5, 10, 15].map((at) => mutation(at, { texts: [{ id, value: `order at ${at}` }] })),
    custom(20, 'end', {}),
  ]),
]);

const track = (...cues: readonly (readonly [start: number, end: number, text: string])[]): CopiedTrack => ({
  kind: 'captions',
  label: 'Margarethe Vandersloot',
  language: 'en',
  id: '',
  isShown: true,
  cues: cues.map(([start, end, words]) => ({ start, end, text: words })),
});

const CUES = track(
  [0, 4, 'before'],
  [4, 6, 'Margarethe Vandersloot pays'],
  [8, 8.001, 'with order-99881'],
  [12, 99 * 3600, 'to the end'],
  [19, 20, 'after'],
);

async function copied(rules: RedactRules, tracks: readonly CopiedTrack[]) {
  const engine = new RecordingEngine(30);
  let key = 0;
  const { signal } = new AbortController();
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: (_: unknown, of: number) => (key = of),
  };
  await engine.load(toParts(SESSION, 'https://viewer.test/'), DEFAULT_LIMITS, listener, signal);
  const query = { rules, findings: [], format: '2023-04-28' as const, forPage: false, startAt: 0, tracks };
  return engine.ask('copy', key, query, { signal, progress: () => undefined });
}

const cuesOf = (tracks: readonly CopiedTrack[]) =>
  tracks.flatMap(({ cues }) => cues.map(({ start, end, text: words }) => [start, end, words]));

describe('text tracks of a copy', () => {
  it('stay as they are where nothing is removed, and end with the recording', async () => {
    const { tracks } = await copied({}, [CUES]);
    expect(cuesOf(tracks)).to.deep.equal([
      [0, 4, 'before'],
      [4, 6, 'Margarethe Vandersloot pays'],
      [8, 8.001, 'with order-99881'],
      [12, 20, 'to the end'],
      [19, 20, 'after'],
    ]);
    expect(tracks[0]).to.include({ kind: 'captions', language: 'en', isShown: true });
  });

  it('lose what is cut off, and move with the beginning', async () => {
    const { tracks } = await copied({ range: { start: 6, end: 18 } }, [CUES, track([0, 1, 'all before'])]);
    expect(cuesOf(tracks)).to.deep.equal([
      [2, 2.001, 'with order-99881'],
      [6, 12, 'to the end'],
    ]);
    expect(tracks, 'a track without cues').to.have.length(1);
  });

  const removing: readonly (readonly [what: string, rules: RedactRules, gone: RegExp])[] = [
    ['a text', { strings: ['order-99881'] }, /99881/],
    ['a pattern', { patterns: ['order-\\d+'] }, /99881/],
    ['the texts of an element', { selectors: ['.secret'] }, /Margarethe|Vandersloot/],
  ];
  for (const [what, rules, gone] of removing) {
    it(`lose ${what} that is removed from the recording, in their names as well, and it is counted`, async () => {
      const { tracks, summary } = await copied(rules, [CUES]);
      const without = await copied(rules, []);
      expect(JSON.stringify(tracks)).not.to.match(gone);
      expect(cuesOf(tracks).map(([start]) => start)).to.deep.equal([0, 4, 8, 12, 19]);
      expect(cuesOf(tracks)[0]).to.deep.equal([0, 4, 'before']);
      expect(summary!.places.other ?? 0).to.be.above(without.summary!.places.other ?? 0);
    });
  }
});
