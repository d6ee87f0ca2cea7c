import { expect, html } from '@open-wc/testing';
import { nextTask } from '../src/core/time-slicer.ts';
import type { ReplayError } from '../src/index.ts';
import { pretendDevice, restoreVisibility, setVisibility } from './device-settings.ts';
import { controlsOf, eventually, next, player, recordingOf, seek, textOn } from './player-harness.ts';
import { addressOf } from './recordings.ts';
import { watchWorkers } from './watched-workers.ts';

const template = html`<portable-replay
  style="display: block; width: 640px"
  src=${addressOf('checkout.v2.json')}
></portable-replay>`;

describe('work ahead', () => {
  let watch: ReturnType<typeof watchWorkers>;
  const told = () => [...new Set(watch.told)].sort();
  beforeEach(() => {
    watch = watchWorkers();
  });
  afterEach(() => {
    watch.stop();
    restoreVisibility();
  });

  it('waits in a page in the background, which reads, shows and answers all the same', async () => {
    setVisibility('hidden');
    const element = await player(undefined, template);
    await next(element, 'canplaythrough');
    await element.updateComplete;
    expect(textOn(element, '#title')).to.equal('Plants for shady corners');
    expect(told()).to.deep.equal(['load', 'page']);
    expect((await element.entries()).entries.length).to.be.greaterThan(0);
    setVisibility('visible');
    await eventually(() => controlsOf(element).state?.marks);
    expect(told()).to.include('prepare-pages');
  });

  it('pauses with a page that goes to the background', async () => {
    const element = await player(undefined, template);
    await next(element, 'canplaythrough');
    await eventually(() => controlsOf(element).state?.marks);
    const before = watch.told.length;
    const since = () => watch.told.slice(before);
    setVisibility('hidden');
    await nextTask();
    expect(since()).to.deep.equal(['pause-preparing']);
    await seek(element, 2);
    expect(since()).not.to.include('prepare-pages');
    setVisibility('visible');
    await nextTask();
    expect(since().at(-1)).to.equal('prepare-pages');
  });

  it('asks no more whether it is seen once the player is gone', async () => {
    for (const state of ['visible', 'hidden'] as const) {
      setVisibility(state);
      const element = await player(undefined, template);
      await next(element, 'canplaythrough');
      element.remove();
      await eventually(() => watch.running() === 0);
      let asked = 0;
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => asked++ });
      document.dispatchEvent(new Event('visibilitychange'));
      expect(asked, state).to.equal(0);
    }
  });

  it('waits for a play or a seek where the user saves data', async () => {
    const device = pretendDevice({ saveData: true });
    try {
      const element = await player(undefined, template);
      await next(element, 'canplaythrough');
      await element.updateComplete;
      expect(told()).to.deep.equal(['load', 'page']);
      await seek(element, 2);
      await eventually(() => controlsOf(element).state?.marks);
      expect(told()).to.include('prepare-pages');
    } finally {
      device.restore();
    }
  });

  it('ends at once with the player, whatever its worker is doing', async () => {
    const changes = Array.from({ length: 20_000 }, (_, i) => [i + 1, `change ${i}`] as const);
    const element = await player(recordingOf(changes));
    await eventually(() => watch.told.includes('entryMarks'));
    // The worker answers what nobody waits for once its pages are prepared.
    expect(watch.told).to.include('prepare-pages');
    expect(watch.unanswered()).to.include('entryMarks');
    const answer = element.entries().catch((error: unknown) => error as ReplayError);
    element.remove();
    await nextTask();
    expect(watch.running()).to.equal(0);
    expect(await answer).to.have.property('code', 'aborted');
  });
});
