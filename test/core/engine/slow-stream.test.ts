import { expect } from 'chai';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { el, htmlPage, recordingOf } from '../../cases/recording.ts';

const EVENTS = recordingOf(htmlPage([el(30, 'p')]), [
  [2500, { source: 1, positions: [{ x: 1, y: 1, id: 30, timeOffset: 0 }] }],
]) as { timestamp: number }[];
const DURATION = (EVENTS.at(-1)!.timestamp - EVENTS[0]!.timestamp) / 1000;

describe('a stream that stays open', () => {
  it('is told of up to its last event, though nothing more comes', async () => {
    let send!: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const lines = EVENTS.map((event) => new TextEncoder().encode(`${JSON.stringify(event)}\n`));
    const last = lines.pop()!;
    for (const line of lines) send.enqueue(line);
    const stop = new AbortController();
    let isFirst = true;
    const isWhole = new Promise<void>((resolve) => {
      const listener = {
        progress: () => undefined,
        blocked: () => undefined,
        outline: ({ info }: { info: { duration: number } }) => {
          if (info.duration === DURATION) resolve();
          // Right after something was told, when nothing else is due for a while.
          if (isFirst) send.enqueue(last);
          isFirst = false;
        },
      };
      const engine = new RecordingEngine(30);
      engine
        .load(toParts(stream, 'https://viewer.test/'), DEFAULT_LIMITS, listener, stop.signal)
        .catch(() => undefined);
    });
    await isWhole;
    stop.abort();
    expect(isFirst).to.equal(false);
  });
});
