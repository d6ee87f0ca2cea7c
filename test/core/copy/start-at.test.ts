import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { openRecording, type Recording } from '../../../src/core/open-recording.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import type { RedactRules } from '../../../src/core/redact/rules.ts';
import { bytesOf } from '../recordings.ts';
import { custom, element, idOf, type Json, mutation, page, plugin, START, text } from '../redact/session.ts';

const SHARED = new URL('../../../../shared/recordings/posthog/', import.meta.url);

/** A copy as a page gets it, and where the moment that was asked for is in it. */
async function copied(bytes: Blob, rules: RedactRules, startAt: number) {
  const engine = new RecordingEngine(30);
  let key = 0;
  const { signal } = new AbortController();
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: (_: unknown, of: number) => (key = of),
  };
  await engine.load(toParts(bytes, 'https://viewer.test/'), DEFAULT_LIMITS, listener, signal);
  const query = { rules, findings: [], format: '2023-04-28' as const, forPage: false, startAt, tracks: [] };
  const { blob, startAt: found } = await engine.ask('copy', key, query, {
    signal,
    progress: () => undefined,
  });
  return { copy: await openRecording(blob), startAt: found };
}

/** All that a recording shows at a moment. */
async function shownIn(recording: Recording, time: number): Promise<unknown> {
  return JSON.parse(JSON.stringify(await recording.page(time)));
}

/** Options and requests first, then a page whose clock counts quarters of a second, and a custom event last. */
function clockPage(): Blob {
  const clock = element('p', {}, text('none'));
  const id = idOf((clock['childNodes'] as Json[])[0]!);
  const events = [
    custom(0, '$session_options', { sessionRecordingOptions: {} }),
    plugin(0.5, 'network', { requests: [{ name: 'https://shop.test/first', timestamp: START }] }),
    ...page([clock], 8.9),
    ...Array.from({ length: 40 }, (_, i) => mutation(9 + i / 4, { texts: [{ id, value: `${i}` }] })),
    custom(25, 'bought', {}),
  ];
  return new Blob([JSON.stringify(events)]);
}

const clock = clockPage();

describe('a moment in a copy', () => {
  const rules: readonly (readonly [what: string, rules: RedactRules])[] = [
    ['of all', {}],
    ['without kinds', { kinds: ['config', 'network', 'custom'] }],
    ['of a range', { range: { start: 10.1, end: 17 } }],
    ['of a range without kinds', { kinds: ['config', 'custom', 'network'], range: { start: 3, end: 17 } }],
  ];
  for (const [what, given] of rules) {
    it(`${what} is the one that was on screen`, async () => {
      const original = await openRecording(clock);
      for (const time of [10.25, 11.5, 11.62, 14.000001, 16.9999]) {
        const { copy, startAt } = await copied(clock, given, time);
        expect(await shownIn(copy, startAt), `${time}`).to.deep.equal(await shownIn(original, time));
      }
    });
  }

  const nearest: readonly (readonly [time: number, rules: RedactRules, startAt: number])[] = [
    [5, { range: { start: 10, end: 17 } }, 0],
    [20, { range: { start: 10, end: 17 } }, 7],
    [20, { range: { start: 19, end: 40 } }, 1],
    [2, { kinds: ['config', 'network'] }, 0],
    [24, { kinds: ['config', 'network', 'custom'] }, 18.75 - 8.9],
    [99, {}, 25],
    [-1, {}, 0],
  ];
  for (const [time, given, startAt] of nearest) {
    it(`is the nearest that was kept: ${time} s in ${JSON.stringify(given)}`, async () => {
      expect((await copied(clock, given, time)).startAt).to.be.closeTo(startAt, 1e-6);
    });
  }

  const ours = ['checkout.v2.json', 'idle-gap.v2.json', 'two-tabs.v2.json'] as const;
  const others = existsSync(SHARED)
    ? readdirSync(SHARED).filter((name) => /^(?:hogflix|posthog-(?:com|local)|legacy-blob)/.test(name))
    : [];
  const all: readonly (readonly [name: string, read: () => Promise<Uint8Array<ArrayBuffer>>])[] = [
    ...ours.map((name) => [name, () => bytesOf(name)] as const),
    ...others.map(
      (name) => [name, async () => new Uint8Array(await readFile(new URL(name, SHARED)))] as const,
    ),
  ];
  for (const [name, read] of all) {
    it(`is found again in copies of ${name}`, async () => {
      const bytes = new Blob([await read()]);
      const original = await openRecording(bytes);
      const { duration } = original.info;
      const cut = { start: duration * 0.31, end: duration * 0.83 };
      for (const share of [0.35, 0.5, 0.8]) {
        const time = duration * share;
        for (const given of [
          { kinds: ['config', 'network', 'custom', 'console'] },
          { range: cut },
        ] as RedactRules[]) {
          const { copy, startAt } = await copied(bytes, given, time);
          const what = `${time} s of ${Object.keys(given).join()}`;
          expect(await shownIn(copy, startAt), what).to.deep.equal(await shownIn(original, time));
        }
      }
    });
  }
});
