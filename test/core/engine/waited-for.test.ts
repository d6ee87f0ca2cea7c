import { expect } from 'chai';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { bytesOf } from '../recordings.ts';

describe('what somebody waits for', () => {
  it('is found out before pages are prepared that nobody has asked for', async () => {
    const engine = new RecordingEngine(30);
    const { signal } = new AbortController();
    let key = NaN;
    const listener = {
      progress: () => undefined,
      outline: (_outline: unknown, recording: number) => (key = recording),
      blocked: () => undefined,
    };
    const source = toParts(await bytesOf('lab.jsonl'), 'https://viewer.test/');
    await engine.load(source, DEFAULT_LIMITS, listener, signal);
    const done: string[] = [];
    const job = { signal, progress: () => undefined };
    const asked = engine.ask('entries', key, { cover: [] }, job).then(() => done.push('asked'));
    const prepared = engine.preparePages(signal).then(() => done.push('prepared'));
    await Promise.all([asked, prepared]);
    expect(done).to.deep.equal(['asked', 'prepared']);
  });
});
