import { expect } from '@open-wc/testing';
import { gzipped, linesOf, SHAPES, type Shape, type ShapeLine } from '../fixtures/shapes.mjs';
import type { ReplaySource } from '../src/core/source/replay-source.ts';
import { PagePort } from '../src/worker/reader-port.ts';
import { RecordingReader } from '../src/worker/recording-reader.ts';
import serveRecordings from '../src/worker/serve-recordings.ts';
import { readRecording, type WholeRecording } from './read-recordings.ts';
import { bytesOf } from './recordings.ts';

const SESSION = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

type Delivery = (bytes: Uint8Array<ArrayBuffer>, name: string) => ReplaySource;

/** The ways in which a file can be handed over. */
const DELIVERIES: Readonly<Record<string, Delivery>> = {
  'as a File': (bytes, name) => new File([bytes], name),
  'as a Blob': (bytes) => new Blob([bytes]),
  'as an address': (bytes) => URL.createObjectURL(new Blob([bytes])),
  'as a stream in small pieces': (bytes) => new Blob([bytes]).stream().pipeThrough(inPieces(1021)),
  'gzipped': (bytes) => new Blob([gzipped(bytes) as Uint8Array<ArrayBuffer>]),
};

/** What every fixture is asked; the same session gives the same answers in every shape. */
function answersOf({ outline, events }: WholeRecording) {
  const { info } = outline;
  return {
    platform: info.platform,
    startedAt: info.startedAt,
    duration: info.duration,
    counts: info.counts,
    eventCount: info.eventCount,
    windows: info.windows.map(({ start, end, href }) => ({ start, end, href })),
    pages: outline.pages.map(({ timestamp, href }) => ({ timestamp, href })),
    // Ids of windows differ: numbers in exports, the recorder's own elsewhere. So do marks that players leave.
    events: Object.values(events).map((list) =>
      list.map((event) => {
        const { windowId, cv, v, ...rest } = event as unknown as Record<string, unknown>;
        return rest;
      }),
    ),
  };
}

async function linesOfScenario(name: 'checkout' | 'two-tabs'): Promise<ShapeLine[]> {
  return linesOf(new TextDecoder().decode(await bytesOf(`${name}.jsonl`)));
}

function filesOf(shape: Shape, lines: readonly ShapeLine[]): Uint8Array<ArrayBuffer>[] {
  return [shape.write(lines, SESSION)].flat() as Uint8Array<ArrayBuffer>[];
}

describe('the same session in every shape', () => {
  for (const scenario of ['checkout', 'two-tabs'] as const) {
    describe(scenario, () => {
      let lines: ShapeLine[];
      let expected: ReturnType<typeof answersOf>;

      before(async () => {
        lines = await linesOfScenario(scenario);
        expected = answersOf(await readRecording(new Blob([await bytesOf(`${scenario}.jsonl`)])));
        expect(expected.events.flat()).to.have.length.greaterThan(30);
      });

      for (const shape of SHAPES) {
        if (scenario === 'two-tabs' && shape.singleWindow) continue;
        it(`is the same recording: ${shape.title}`, async () => {
          const files = filesOf(shape, lines);
          const found = await readRecording(files.map((bytes) => new Blob([bytes])));
          expect(found.outline.info.format).to.equal(shape.format);
          expect(found.outline.info.packing).to.deep.equal(shape.packing ?? []);
          expect(found.outline.info.markers.map(({ name }) => name)).to.deep.equal(shape.markers ?? []);
          expect(answersOf(found)).to.deep.equal(expected);
        });
      }
    });
  }
});

describe('every shape', () => {
  for (const shape of SHAPES) {
    for (const [title, deliver] of Object.entries(DELIVERIES)) {
      it(`opens ${title}: ${shape.title}`, async () => {
        const lines = await linesOfScenario('checkout');
        const files = filesOf(shape, lines);
        const { outline } = await readRecording(
          files.map((bytes, i) => deliver(bytes, `part ${i}.bin`)),
          new RecordingReader(new PagePort(serveRecordings)),
        );
        expect(outline.info.format).to.equal(shape.format);
        expect(outline.info.counts['fullSnapshot']).to.equal(3);
        const packing = shape.packing ?? [];
        expect(outline.info.packing).to.deep.equal(title === 'gzipped' ? ['gzip', ...packing] : packing);
      });
    }
  }
});

/** Cuts chunks into smaller ones, as a slow network does. */
function inPieces(size: number): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      for (let i = 0; i < chunk.length; i += size) controller.enqueue(chunk.slice(i, i + size));
    },
  });
}
