import { expect } from 'chai';
import { ElementHider } from '../../../src/core/hide/element-hider.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { RecordingStore } from '../../../src/core/store/recording-store.ts';
import { asEvents, type Json, redacted, sessionOf, START } from '../redact/session.ts';
import { FORMS, planted, type Planted } from './planted.ts';

const END = START + 9000;
const COVER = ['.secret'];

function storeOf(events: readonly Json[]): RecordingStore {
  const store = new RecordingStore();
  for (const event of events) {
    const bytes = new TextEncoder().encode(JSON.stringify(event));
    store.intake.add({ bytes, windowId: null, recording: null }, 0);
  }
  store.outline();
  return store;
}

/** What is handed to the page: each moment by itself, built and then played on from there. */
function* handedOut(
  events: readonly Json[],
  cover: readonly string[],
): Generator<readonly [string, readonly ReplayEvent[]]> {
  const { reader } = storeOf(events);
  const where = { windowId: '', remoteAssets: true, cover };
  for (const to of [1, 1500, 2500, 3500]) {
    const page = reader.page({ ...where, keyframeAt: START, to: START + to, from: null });
    yield [`the page at ${to} ms`, page.events];
    const from = { keyframeAt: START, to: START + to };
    yield [`the change from ${to} ms`, reader.page({ ...where, keyframeAt: START, to: END, from }).events];
    yield [
      `what is played from ${to} ms`,
      reader.read({ ...where, from: page.until, to: END, skip: page.skip }).events,
    ];
  }
  // One hider for each event that is played.
  const hider = new ElementHider(cover);
  yield ['each event', asEvents(events).flatMap((event) => hider.next([event]))];
}

function found(value: unknown): string[] {
  const json = JSON.stringify(value);
  return FORMS.filter((form) => json.includes(form) || json.includes(JSON.stringify(form).slice(1, -1)));
}

function leaksOf({ title, events }: Planted): string[] {
  return [...handedOut(events, COVER)].flatMap(([where, left]) =>
    found(left).map((form) => `${title}: ${form} in ${where}`),
  );
}

/** The same of a copy, in which each has a window of its own. */
async function leaksOfCopy(all: readonly Planted[]): Promise<string[]> {
  const windows = Object.fromEntries(all.map(({ events }, i) => [`w-${i}`, events]));
  const { json, data } = await redacted(sessionOf(windows), { selectors: COVER });
  if (found(JSON.parse(json)).length === 0) return [];
  const { snapshots } = data as { readonly snapshots: readonly (Json & { readonly windowId?: string })[] };
  return snapshots
    .filter((event) => found(event).length > 0)
    .map(
      (event) =>
        `${all[Number(event.windowId?.slice(2))]?.title}: ${JSON.stringify(event).slice(0, 200)} in the copy`,
    );
}

describe('a hidden element', () => {
  const all = planted();

  it('gives nothing away to the page of what is inside, wherever it is and whichever event tells of it', () => {
    expect(all.flatMap(leaksOf).slice(0, 20)).to.deep.equal([]);
    expect(all.length).to.be.greaterThan(900);
  });

  it('gives nothing away to a copy', async () => {
    const leaks: string[] = [];
    for (let from = 0; from < all.length; from += 200)
      leaks.push(...(await leaksOfCopy(all.slice(from, from + 200))));
    expect(leaks.slice(0, 20)).to.deep.equal([]);
  });

  it('is what keeps it back: without hiding, all of it is handed out', () => {
    const lost = all.filter(
      ({ events }) => ![...handedOut(events, [])].some(([, left]) => found(left).length > 0),
    );
    expect(lost.map(({ title }) => title)).to.deep.equal([]);
  });
});
