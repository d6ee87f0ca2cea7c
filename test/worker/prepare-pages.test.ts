import { expect } from '@open-wc/testing';
import { EventTable } from '../../src/core/store/event-table.ts';
import { nextTask } from '../../src/core/time-slicer.ts';
import { memoryShare } from '../../src/worker/device.ts';
import { PagePort } from '../../src/worker/reader-port.ts';
import { RecordingReader } from '../../src/worker/recording-reader.ts';
import serveRecordings from '../../src/worker/serve-recordings.ts';
import { pretendDevice } from '../device-settings.ts';
import { eventually, recordingOf } from '../player-harness.ts';
import { load } from '../read-recordings.ts';

const COUNT = 3000;
const START = 1000;
const changes = Array.from({ length: COUNT }, (_, i) => [i + 1, `change ${i}`] as const);

/** Counts the events that are read. */
function countEvents(seen: (count: number) => void = () => undefined) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its table below
  const before = EventTable.prototype.inflate;
  const counter = { count: 0, stop: () => void (EventTable.prototype.inflate = before) };
  EventTable.prototype.inflate = function (...args) {
    seen(++counter.count);
    return before.apply(this, args);
  };
  return counter;
}

/** What a worker does, done here, where it can be watched. */
async function served() {
  const reader = new RecordingReader(new PagePort((scope) => serveRecordings(scope, 'worker')));
  const [recording = NaN] = (await load(reader, recordingOf(changes, START))).keys();
  return {
    reader,
    /** Waits until no page is being prepared, for nobody waits for the answer. */
    ask: () => reader.ask('annotations', recording, null),
    lastPage: () =>
      reader.ask('page', recording, {
        windowId: '',
        keyframeAt: START,
        to: START + COUNT,
        from: null,
        remoteAssets: false,
        cover: [],
      }),
  };
}

describe('preparing pages', () => {
  it('goes on where it was paused, and lets no question wait in between', async () => {
    const { reader, ask } = await served();
    let asked: Promise<unknown> | undefined;
    const counter = countEvents((count) => {
      if (count === 5) asked = ask();
      if (count === 10) reader.pausePreparing();
    });
    try {
      reader.preparePages();
      await eventually(() => asked);
      await asked;
      await ask();
      expect(counter.count).to.equal(10);
      reader.preparePages();
      await nextTask();
      await ask();
      expect(counter.count).to.equal(COUNT + 1);
      reader.preparePages();
      await nextTask();
      await ask();
      expect(counter.count, 'once').to.equal(COUNT + 1);
    } finally {
      counter.stop();
      reader.close();
    }
  });

  for (const [deviceMemory, name, least, most] of [
    [8, 'keeps pages to begin a seek with', 1, COUNT / 4],
    [1e-6, 'keeps none where there is no memory for them', COUNT, COUNT + 1],
  ] as const) {
    it(name, async () => {
      const device = pretendDevice({ deviceMemory });
      const counter = countEvents();
      try {
        const { reader, ask, lastPage } = await served();
        reader.preparePages();
        await nextTask();
        await ask();
        // Pages are counted once they are packed.
        await eventually(async () => {
          counter.count = 0;
          await lastPage();
          return counter.count >= least && counter.count <= most;
        });
        reader.close();
      } finally {
        counter.stop();
        device.restore();
      }
    });
  }

  for (const [device, share] of [
    [{}, 1],
    [{ deviceMemory: 8, saveData: false }, 1],
    [{ deviceMemory: 4 }, 1],
    [{ deviceMemory: 2 }, 0.5],
    [{ deviceMemory: 0.5 }, 0.125],
    [{ saveData: true }, 0.25],
    [{ deviceMemory: 0.5, saveData: true }, 0.125],
  ] as const) {
    it(`keeps ${share} of the usual with ${JSON.stringify(device)}`, () => {
      const { restore } = pretendDevice(device);
      expect(memoryShare()).to.equal(share);
      restore();
    });
  }
});
