import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { toThePixel } from './engine-limits.ts';
import { pageOf, player, playTo, seek } from './player-harness.ts';
import { addressOf, type Sight, sightsOf } from './recordings.ts';

/**
 * `states` was recorded by posthog-js with a full snapshot every four seconds, from a page that looks like it does because
 * of what is done to it. What it looked like was written down in that page.
 */
const sights = await sightsOf('states');

function lookOf(element: PortableReplayElement, { styles = {} }: Sight) {
  const page = pageOf(element);
  const looks = Object.entries(styles).map(([selector, properties]) => {
    const found = page.querySelector(selector)!;
    const style = page.defaultView!.getComputedStyle(found);
    const values = Object.keys(properties).map((name) => [
      name,
      (Reflect.get(style, name) as unknown) ?? (Reflect.get(found, name) as unknown),
    ]);
    return [selector, Object.fromEntries(values) as unknown];
  });
  return Object.fromEntries(looks) as Sight['styles'];
}

function expectLook(element: PortableReplayElement, sight: Sight): void {
  const { at, styles = {} } = sight;
  expect(toThePixel(lookOf(element, sight), styles), `at ${at}`).to.deep.equal(styles);
}

const notesScroll = (element: PortableReplayElement) =>
  pageOf(element).querySelector<HTMLIFrameElement>('#frame')!.contentWindow!.scrollY;

describe('what a page looked like in the browser it was recorded in', function () {
  this.timeout(60_000);

  it('is seen at each of these moments, going forward and back', async () => {
    const element = await player(addressOf('states.jsonl'));
    for (const sight of [...sights, ...sights.toReversed()]) {
      await seek(element, sight.at);
      expectLook(element, sight);
    }
  });

  it('is seen while it plays', async () => {
    const element = await player(addressOf('states.jsonl'));
    element.idle = 'keep';
    element.playbackRate = 1.5;
    for (const sight of sights) {
      await playTo(element, sight.at);
      expectLook(element, sight);
    }
  });

  it('holds what later snapshots of the same page do not tell again', async () => {
    const element = await player(addressOf('states.jsonl'));
    for (const { at } of sights.slice(2)) {
      await seek(element, at);
      expect(toThePixel(notesScroll(element), 90), `frame at ${at}`).to.equal(90);
      const seal = getComputedStyle(pageOf(element).querySelector('#seal')!);
      expect(seal.backgroundImage, `canvas at ${at}`).to.contain('data:image');
    }
  });

  it('has a menu whose value was masked show none of its options', async () => {
    const element = await player(addressOf('states.jsonl'));
    for (const { at } of sights) {
      await seek(element, at);
      const menu = pageOf(element).querySelector<HTMLSelectElement>('#choice')!;
      expect(menu.selectedIndex, `at ${at}`).to.equal(-1);
    }
  });

  it('takes nothing of the page itself for something that was not loaded', async () => {
    const element = await player(addressOf('states.jsonl'));
    await seek(element, sights.at(-1)!.at);
    const codes = element.recording!.warnings.map(({ code }) => code);
    expect(codes).to.deep.equal([]);
  });
});
