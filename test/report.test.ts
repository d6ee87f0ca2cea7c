import { expect } from '@open-wc/testing';
import type { PortableReplayElement, ReplayError } from '../src/index.ts';
import { controlsOf, eventsOf, next, player, seek, shadowOf, textOn } from './player-harness.ts';
import { addressOf, bytesOf, RECORDINGS } from './recordings.ts';

interface Export {
  version: string;
  data: { id: string; person?: unknown; snapshots: (Record<string, unknown> & { windowId: unknown })[] };
}

async function exportOf(element: PortableReplayElement): Promise<Export> {
  const blob = await element.exportRecording({ format: '2023-04-28' });
  return JSON.parse(await blob.text()) as Export;
}

/** What PostHog asks of a file before it plays it: frontend/src/scenes/session-recordings/file-playback. */
function assertImportable({ version, data }: Export): void {
  expect(version).to.equal('2023-04-28');
  expect(data.id).to.be.a('string');
  expect(data.snapshots.length).to.be.greaterThan(1);
  let latest = -Infinity;
  let hasSize = false;
  for (const { type, timestamp, windowId, data: fields } of data.snapshots) {
    expect(windowId).to.satisfy((id: unknown) => Number.isInteger(id) && Number(id) > 0);
    expect(timestamp).to.be.a('number').that.is.at.least(latest);
    latest = Number(timestamp);
    if (type === 4) hasSize = true;
    if (type === 2) {
      // Its player neither inflates nor turns wireframes into pages.
      expect(fields).to.have.property('node').that.is.an('object');
      expect(hasSize, 'a size before the page').to.be.true;
      hasSize = false;
    }
    for (const key of ['texts', 'attributes', 'removes', 'adds']) {
      expect((fields as Record<string, unknown> | undefined)?.[key]).not.to.be.a('string');
    }
  }
}

describe('exportRecording', () => {
  for (const recording of RECORDINGS) {
    it(`writes ${recording} as an export that PostHog takes and that plays the same`, async () => {
      const element = await player(addressOf(recording));
      const { counts, duration, windows } = element.recording!;
      const blob = await element.exportRecording({ format: '2023-04-28' });
      assertImportable(JSON.parse(await blob.text()) as Export);
      const again = await element.load(blob);
      expect(again.format).to.equal('posthog-export-2023-04-28');
      expect(again.duration).to.equal(duration);
      expect(again.windows.map(({ start, end, href }) => [start, end, href])).to.deep.equal(
        windows.map(({ start, end, href }) => [start, end, href]),
      );
      // Pages whose size the app's SDK states only once get it each.
      expect({ ...again.counts, meta: 0 }).to.deep.equal({ ...counts, meta: 0 });
      expect(again.warnings).to.deep.equal([]);
    });
  }

  for (const recording of [
    'checkout.v2.json',
    'lab.v2.json',
    'two-tabs.v2.json',
    'idle-gap.v2.json',
  ] as const) {
    it(`leaves the events of ${recording} as they were, one by one`, async () => {
      const given = JSON.parse(new TextDecoder().decode(await bytesOf(recording))) as Export;
      const element = await player(addressOf(recording));
      const written = await exportOf(element);
      expect(written.data.id).to.equal(given.data.id);
      expect(written.data.person).to.deep.equal(given.data.person);
      const isRepeated = (event: object, i: number) =>
        JSON.stringify(event) === JSON.stringify(given.data.snapshots[i - 1]);
      const kept = given.data.snapshots.filter((event, i) => !isRepeated(event, i));
      expect(written.data.snapshots).to.have.length(kept.length);
      for (const [i, event] of written.data.snapshots.entries()) expect(event).to.deep.equal(kept[i]);
    });
  }

  it('says what it cannot do', async () => {
    const element = await player();
    const reason = (promise: Promise<unknown>) =>
      promise.then(String, (error: unknown) => (error as Error).name);
    expect(await reason(element.exportRecording({ format: '2023-04-28' }))).to.equal('InvalidStateError');
    await element.load(addressOf('lab.v2.json'));
    const unknown = { format: '1999-01-01' } as unknown as { format: '2023-04-28' };
    expect(await reason(element.exportRecording(unknown))).to.equal('TypeError');
  });
});

describe('what is known of a recording', () => {
  it('names the files with their size and hash', async () => {
    const bytes = await bytesOf('checkout.v2.json');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const element = await player(addressOf('checkout.v2.json'));
    expect(element.recording!.files).to.deep.equal([
      { name: 'checkout.v2.json', size: bytes.length, sha256 },
    ]);
    await element.load(new File([bytes], 'from a colleague.txt'));
    expect(element.recording!.files.map(({ name }) => name)).to.deep.equal(['from a colleague.txt']);
  });

  it('lists the pages of each window', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    const [window] = element.recording!.windows;
    const paths = window!.pages.map(({ href }) => new URL(href).pathname);
    expect(paths).to.deep.equal(['/', '/product.html', '/checkout.html']);
    expect(window!.pages[0]!.time).to.equal(0);
  });

  it('is shown in a panel that opens and closes by key and by button', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const panel = () => shadowOf(element).querySelector('replay-about-panel');
    const stage = shadowOf(element).querySelector<HTMLElement>('.stage')!;
    stage.focus();
    stage.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', bubbles: true, composed: true }));
    await element.updateComplete;
    await panel()!.updateComplete;
    expect(panel()!.shadowRoot!.textContent).to.contain('checkout.v2.json');
    expect(panel()!.shadowRoot!.textContent).to.contain('2023-04-28');
    controlsOf(element)
      .shadowRoot!.querySelector('replay-about-button')!
      .shadowRoot!.querySelector('button')!
      .click();
    await element.updateComplete;
    expect(panel()).to.equal(null);
  });
});

describe('several files', () => {
  const names = (element: PortableReplayElement) =>
    element.recordings.map(({ files }) => files.map(({ name }) => name));

  async function file(name: 'checkout.jsonl' | 'lab.jsonl' | 'two-tabs.v2.json', as: string = name) {
    return new File([await bytesOf(name)], as);
  }

  it('of different sessions are a playlist', async () => {
    const element = await player([await file('checkout.jsonl'), await file('lab.jsonl')]);
    expect(names(element)).to.deep.equal([['checkout.jsonl'], ['lab.jsonl']]);
    expect(element.recordingIndex).to.equal(0);
    expect(textOn(element, '#title')).to.equal('Plants for shady corners');
    const events = eventsOf(element);
    element.recordingIndex = 1;
    await next(element, 'canplaythrough');
    expect(events).to.deep.equal([
      'emptied',
      'loadstart',
      'durationchange',
      'loadedmetadata',
      'loadeddata',
      'canplay',
      'canplaythrough',
    ]);
    expect(element.recording).to.equal(element.recordings[1]);
    expect(element.currentTime).to.equal(0);
    await seek(element, element.duration);
    expect(textOn(element, '#title')).to.equal('Greenhouse lab');
    expect(() => (element.recordingIndex = 2)).to.throw(RangeError);
  });

  it('of a playlist are chosen with previous and next', async () => {
    const element = await player([await file('checkout.jsonl'), await file('lab.jsonl')]);
    const controls = () =>
      controlsOf(element).shadowRoot!.querySelector('replay-playlist-controls')!.shadowRoot!;
    const press = async (part: 'previous' | 'next') => {
      const loaded = next(element, 'canplay');
      controls().querySelector<HTMLElement>(`[part~="${part}"]`)!.click();
      await loaded;
      await element.updateComplete;
    };
    await press('next');
    expect(element.recordingIndex).to.equal(1);
    await press('previous');
    expect(element.recordingIndex).to.equal(0);
    expect(textOn(element, '#title')).to.equal('Plants for shady corners');
  });

  it('of one session are one recording, whichever way they are named', async () => {
    const lines = new TextDecoder().decode(await bytesOf('checkout.jsonl')).split('\n');
    const part = (from: number, to: number, name: string) =>
      new File([lines.slice(from, to).join('\n')], name);
    const element = await player([part(100, 400, 'a'), part(0, 60, 'z'), part(60, 100, 'm')]);
    const whole = await player(addressOf('checkout.jsonl'));
    expect(element.recordings).to.have.length(1);
    expect(element.recording!.counts).to.deep.equal(whole.recording!.counts);
    expect(element.duration).to.equal(whole.duration);
  });

  it('of which one is none play all the same, with a word about it', async () => {
    const element = await player([new File(['name,age'], 'list.csv'), await file('lab.jsonl')]);
    expect(element.recordings).to.have.length(1);
    expect(element.recording!.warnings.map(({ code }) => code)).to.deep.equal(['skipped-file']);
    expect(element.recording!.warnings[0]!.message).to.equal(
      '"list.csv" is text that starts with "name,age", not a session recording.',
    );
  });

  it('are read once each', async () => {
    const element = await player([
      await file('two-tabs.v2.json'),
      await file('two-tabs.v2.json', 'copy.json'),
    ]);
    expect(names(element)).to.deep.equal([['two-tabs.v2.json']]);
    expect(element.recording!.warnings.map(({ code }) => code)).to.deep.equal(['repeated-file']);
    expect(element.recording!.warnings[0]!.message).to.equal('"copy.json" was opened twice and read once.');
  });
});

describe('limits', () => {
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'loaded',
      (error: unknown) => (error as ReplayError).code,
    );

  it('stop what is too large, with an error of their own', async () => {
    const element = await player();
    expect(await codeOf(element.load(addressOf('lab.v2.json'), { limits: { bytes: 1000 } }))).to.equal(
      'too-large',
    );
    element.limits = { events: 1 };
    expect(await codeOf(element.load(addressOf('lab.v2.json')))).to.equal('too-large');
    expect(element.error?.message).to.match(
      /^The recording contains more than 1 event, which is the limit\. Choose /,
    );
    element.limits = {};
    expect(await codeOf(element.load(addressOf('lab.v2.json')))).to.equal('loaded');
  });

  it('keep what was read before they were reached', async () => {
    const element = await player();
    const info = await element.load(addressOf('checkout.jsonl'), { limits: { events: 100 } });
    expect(info.eventCount).to.be.within(98, 100);
    expect(info.warnings.map(({ code }) => code)).to.include('too-large');
    expect(textOn(element, '#title')).to.equal('Plants for shady corners');
  });

  it('leave single events out that are too large', async () => {
    const element = await player();
    const info = await element.load(addressOf('checkout.jsonl'), { limits: { eventBytes: 5500 } });
    const { message } = info.warnings.find(({ code }) => code === 'oversized')!;
    expect(message).to.match(/^\d+ events? (was|were) larger than the limit of 5\.5 kB and left out\.$/);
    expect(info.counts['fullSnapshot']).to.equal(2);
  });
});
