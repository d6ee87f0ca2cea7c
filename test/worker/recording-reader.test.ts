import { expect } from '@open-wc/testing';
import { DEFAULT_LIMITS } from '../../src/core/limits.ts';
import type { RecordingOutline } from '../../src/core/recording.ts';
import { ReplayError } from '../../src/core/replay-error.ts';
import type { ReplaySource } from '../../src/core/source/replay-source.ts';
import { toParts } from '../../src/core/source/replay-source.ts';
import { PagePort, startWorker } from '../../src/worker/reader-port.ts';
import serveRecordings from '../../src/worker/serve-recordings.ts';
import { openReader, RecordingReader } from '../../src/worker/recording-reader.ts';
import { load, readRecording } from '../read-recordings.ts';
import { addressOf, bytesOf, RECORDINGS } from '../recordings.ts';

const readAll = (reader: RecordingReader, source: ReplaySource) => readRecording(source, reader);

describe('RecordingReader', () => {
  it('starts a worker where one can start', async () => {
    const worker = await startWorker();
    expect(worker).to.be.instanceOf(Worker);
    worker?.terminate();
  });

  for (const recording of RECORDINGS) {
    it(`reads ${recording} alike in a worker and in the page`, async () => {
      const inWorker = await readAll(await openReader(), addressOf(recording));
      const inPage = await readAll(new RecordingReader(new PagePort(serveRecordings)), addressOf(recording));
      expect(inWorker.outline.complete).to.be.true;
      expect(inWorker.outline).to.deep.equal(inPage.outline);
      expect(inWorker.events).to.deep.equal(inPage.events);
    });
  }

  for (const scenario of ['checkout', 'idle-gap', 'lab', 'two-tabs'] as const) {
    it(`finds the same session in every shape of ${scenario}`, async () => {
      const shapes = RECORDINGS.filter((name) => name.startsWith(`${scenario}.`));
      const read = await Promise.all(
        shapes.map(async (name) => {
          const { outline, events } = await readAll(await openReader(), addressOf(name));
          return {
            duration: outline.info.duration,
            counts: outline.info.counts,
            windows: outline.info.windows.map(({ start, end, href }) => ({ start, end, href })),
            // Window ids differ between shapes: numbers in exports, the recorder's own in the API.
            events: Object.values(events).map((list) =>
              list.map((event) => {
                const { windowId, cv, ...rest } = event as unknown as Record<string, unknown>;
                return rest;
              }),
            ),
          };
        }),
      );
      for (const other of read.slice(1)) expect(other).to.deep.equal(read[0]);
    });
  }

  it('reads every kind of source', async () => {
    const bytes = await bytesOf('lab.v2.json');
    const text = new TextDecoder().decode(bytes);
    const parsed = JSON.parse(text) as { data: { snapshots: object[] } };
    const sources: Record<string, ReplaySource> = {
      'address': addressOf('lab.v2.json'),
      'relative address': '/fixtures/recordings/lab.v2.json',
      'URL': new URL(addressOf('lab.v2.json')),
      'Blob': new Blob([bytes]),
      'File': new File([bytes], 'anything.txt'),
      'ArrayBuffer': bytes.buffer,
      'view': bytes.subarray(0),
      'Response': new Response(bytes),
      'stream': new Blob([bytes]).stream(),
      'parsed export': parsed,
      'event list': parsed.data.snapshots,
      'list of parts': [new Blob([bytes])],
    };
    for (const [name, source] of Object.entries(sources)) {
      const { outline } = await readAll(await openReader(), source);
      expect(outline.info.eventCount, name).to.equal(parsed.data.snapshots.length);
    }
    expect(JSON.stringify(parsed), 'the parsed export').to.equal(text);
    expect(bytes.byteLength, 'the bytes').to.be.greaterThan(0);
  });

  it('joins the parts of one session', async () => {
    const lines = new TextDecoder().decode(await bytesOf('checkout.jsonl')).split('\n');
    const parts = [lines.slice(0, 40), lines.slice(35, 100), lines.slice(100)].map(
      (some) => new Blob([some.join('\n')]),
    );
    const whole = await readAll(await openReader(), addressOf('checkout.jsonl'));
    // Shared lines are duplicates, and the last part may come first.
    const joined = await readAll(await openReader(), [parts[2]!, parts[0]!, parts[1]!]);
    expect(joined.outline.info.duration).to.equal(whole.outline.info.duration);
    expect(joined.outline.info.counts).to.deep.equal(whole.outline.info.counts);
  });

  it('tells the bytes that were read and how many there are', async () => {
    const bytes = await bytesOf('checkout.v2.json');
    const reader = await openReader();
    let last: unknown;
    await reader.load(toParts(new Blob([bytes]), location.href), DEFAULT_LIMITS, {
      progress: (progress) => (last = progress),
      outline: () => undefined,
      blocked: () => undefined,
    });
    expect(last).to.deep.equal({ loaded: bytes.length, total: bytes.length });
    reader.close();
  });

  it('shows what has come of a stream before the rest is there', async () => {
    const lines = new TextDecoder().decode(await bytesOf('checkout.jsonl')).split('\n');
    const encoder = new TextEncoder();
    let more: ReadableStreamDefaultController<Uint8Array> | null = null;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        more = controller;
        controller.enqueue(encoder.encode(lines.slice(0, 40).join('\n') + '\n'));
      },
    });
    const reader = await openReader();
    const loading: { first?: RecordingOutline } = {};
    const done = new Promise<RecordingOutline>((resolve, reject) => {
      const onOutline = (outline: RecordingOutline) => {
        if (outline.complete) resolve(outline);
        // Only the first part has been sent yet: the rest follows when this was seen.
        else if (!loading.first) {
          loading.first = outline;
          more?.enqueue(encoder.encode(lines.slice(40).join('\n')));
          more?.close();
        }
      };
      load(reader, stream, { onOutline }).catch(reject);
    });
    const outline = await done;
    expect(loading.first?.complete).to.be.false;
    expect(loading.first!.endAt).to.be.lessThan(outline.endAt);
    reader.close();
  });

  it('keeps what a source that breaks off has brought', async () => {
    const lines = new TextDecoder().decode(await bytesOf('checkout.jsonl')).split('\n');
    const start = `${lines.slice(0, 60).join('\n')}\n`;
    let pulls = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ === 0) controller.enqueue(new TextEncoder().encode(start));
        else controller.error(new Error('The line went dead'));
      },
    });
    const { outline } = await readAll(await openReader(), stream);
    const whole = await readAll(await openReader(), new Blob([start]));
    expect(outline.info.counts).to.deep.equal(whole.outline.info.counts);
    expect(outline.info.warnings.map(({ code }) => code)).to.include('broken-off');
  });

  it('refuses events without any page', async () => {
    const events = [
      { type: 4, timestamp: 1, data: { href: '', width: 1, height: 1 } },
      { type: 5, timestamp: 2, data: {} },
    ];
    for (const reader of [await openReader(), new RecordingReader(new PagePort(serveRecordings))]) {
      const error = await readAll(reader, events).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(ReplayError).with.property('code', 'unplayable');
      reader.close();
    }
  });

  it('calls off the stream it reads when it is closed', async () => {
    for (const reader of [await openReader(), new RecordingReader(new PagePort(serveRecordings))]) {
      const cancelled = new Promise<void>((resolve) => {
        const stream = new ReadableStream<Uint8Array>({ cancel: () => resolve() });
        load(reader, stream).catch(() => undefined);
      });
      reader.close();
      await cancelled;
    }
  });

  it('tells of damage that it finds only when it reads', async () => {
    const [start, ...rest] = new TextDecoder().decode(await bytesOf('lab.jsonl')).split('\n');
    const damage = JSON.stringify([
      'w',
      { type: 3, timestamp: 1, data: { source: 0, adds: '\u001f\u008b nonsense' } },
    ]);
    const parsed = JSON.parse(start!) as [string, { timestamp: number }];
    const line = damage
      .replace('"w"', JSON.stringify(parsed[0]))
      .replace('"timestamp":1', `"timestamp":${parsed[1].timestamp + 1000}`);
    const source = new Blob([[start, ...rest, line].join('\n')]);
    for (const reader of [await openReader(), new RecordingReader(new PagePort(serveRecordings))]) {
      const outlines: RecordingOutline[] = [];
      const onOutline = (outline: RecordingOutline) => outlines.push(outline);
      const [number] = [...(await load(reader, source, { onOutline })).keys()];
      const { keyframes, endAt } = outlines.at(-1)!;
      await reader.ask('page', number!, {
        windowId: parsed[0],
        keyframeAt: keyframes[0]!.timestamp,
        to: endAt + 1,
        from: null,
        remoteAssets: false,
        cover: [],
      });
      expect(outlines.at(-1)!.info.warnings.map(({ code, count }) => [code, count])).to.deep.equal([
        ['undecodable', 1],
      ]);
      reader.close();
    }
  });

  it('stops when it is closed', async () => {
    for (const reader of [await openReader(), new RecordingReader(new PagePort(serveRecordings))]) {
      const never = new ReadableStream<Uint8Array>();
      const loading = load(reader, never);
      reader.close();
      const error = await loading.catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(ReplayError).with.property('code', 'aborted');
    }
  });
});
