import { expect } from '@open-wc/testing';
import { pageOf, player, seek, shadowOf, textOn } from './player-harness.ts';
import { addressOf } from './recordings.ts';

/** Words on the screen, in the order in which they stand in the page. */
function wordsOn(page: Document): string[] {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (parentElement!.checkVisibility({ visibilityProperty: true })) words.push(textContent!.trim());
  }
  return words.filter((word) => word !== '');
}

describe('recordings of mobile apps', () => {
  it('plays the screens of an Android app as they changed, going forward and back', async () => {
    const element = await player(addressOf('app-android.json'));
    const sights: readonly [at: number, words: readonly string[], gone: readonly string[]][] = [
      [0.5, ['Fernhouse', 'Boston fern', '14.50 €', 'Add to cart', 'Notify me'], ['Added']],
      [2, ['Fernhouse', 'Added'], ['Your order']],
      [3.6, ['Fernhouse', 'Add to cart'], ['Added']],
      [4.5, ['Your order', 'Name', 'Order', 'https://maps.example/shop'], ['Fernhouse', 'keyboard']],
      [5.4, ['Your order', 'keyboard'], []],
      [7, ['Your order'], ['keyboard']],
      [8.5, ['Thank you', 'Your order is on its way'], ['Name']],
    ];
    for (const [at, words, gone] of [...sights, ...sights.toReversed()]) {
      await seek(element, at);
      const shown = wordsOn(pageOf(element));
      expect(shown, `at ${at}`).to.include.members([...words]);
      for (const word of gone) expect(shown, `at ${at}`).not.to.include(word);
    }
  });

  it('keeps equal texts, toggles, typed text and shares of a circle apart', async () => {
    const element = await player(addressOf('app-android.json'));
    await seek(element, 2);
    expect(wordsOn(pageOf(element)).filter((word) => word === 'Added')).to.have.length(2);
    const handleAt = async (time: number) => {
      await seek(element, time);
      const handle = pageOf(element).querySelector<HTMLElement>('[data-toggle-part="handle"]')!;
      return handle.getBoundingClientRect().left;
    };
    expect(await handleAt(2.8)).to.be.greaterThan((await handleAt(2)) + 10);
    await seek(element, 6.7);
    expect(pageOf(element).querySelector<HTMLInputElement>('input[type="text"]')!.value).to.equal('Fern');
    expect(pageOf(element).querySelectorAll('input[type="text"]')).to.have.length(1);
    await seek(element, 8.5);
    expect(pageOf(element).body.innerHTML).to.match(/conic-gradient\([^)]*75%/);
  });

  it('plays the screenshots of an iOS app, one after the other', async () => {
    const element = await player(addressOf('app-ios.json'));
    const imageAt = async (time: number) => {
      await seek(element, time);
      const images = pageOf(element).querySelectorAll('img');
      expect(images).to.have.length(1);
      await images[0]!.decode();
      expect([images[0]!.naturalWidth, images[0]!.clientWidth, images[0]!.clientHeight]).to.deep.equal([
        390, 390, 844,
      ]);
      return images[0]!.src;
    };
    const seen = [await imageAt(0.5), await imageAt(2.5), await imageAt(4.5), await imageAt(6.2)];
    expect(new Set(seen).size).to.equal(3);
    expect(seen[3]).to.equal(seen[0]);
  });

  it('says what it was recorded with', async () => {
    const element = await player(addressOf('app-ios.json'));
    const { platform, producer, id, counts } = element.recording!;
    expect(platform).to.equal('mobile');
    expect(producer).to.deep.equal({ library: 'posthog-ios', version: '3.21.0' });
    expect(id).to.equal('0195a3c0-bbbb-7000-8000-00000000000b');
    expect(counts['fullSnapshot']).to.equal(4);
  });

  it('shows a device of the size of its screen, inside of the stage', async () => {
    const element = await player(addressOf('app-android.json'));
    const stage = shadowOf(element).querySelector('.stage')!.getBoundingClientRect();
    const screen = shadowOf(element).querySelector('.page:not(.standby) iframe')!.getBoundingClientRect();
    expect(screen.width / screen.height).to.be.closeTo(390 / 844, 0.01);
    // The frame of the device has room above and below.
    expect(screen.top - stage.top).to.be.greaterThan(5);
    expect(stage.bottom - screen.bottom).to.be.greaterThan(5);
    await element.load(addressOf('lab.v2.json'));
    const page = shadowOf(element).querySelector('.page:not(.standby) iframe')!.getBoundingClientRect();
    expect(Math.min(stage.width - page.width, stage.height - page.height)).to.be.closeTo(0, 1);
  });

  it('marks touches, by whatever finger, and shows no mouse', async () => {
    const element = await player(addressOf('app-android.json'));
    const mark = () => shadowOf(element).querySelector<HTMLElement>('.page:not(.standby) .replayer-mouse')!;
    const screen = () =>
      shadowOf(element).querySelector('.page:not(.standby) iframe')!.getBoundingClientRect();
    await seek(element, 0.5);
    expect(getComputedStyle(mark()).visibility).to.equal('hidden');
    for (const [at, x, y] of [
      [1.25, 195, 354],
      [2.45, 340, 414],
    ] as const) {
      await seek(element, at);
      expect(getComputedStyle(mark()).opacity, `at ${at}`).to.equal('1');
      const box = mark().getBoundingClientRect();
      const scale = screen().width / 390;
      expect((box.left + box.right) / 2, `at ${at}`).to.be.closeTo(screen().left + x * scale, 2);
      expect((box.top + box.bottom) / 2, `at ${at}`).to.be.closeTo(screen().top + y * scale, 2);
    }
    await seek(element, 3);
    expect(mark().classList.contains('touch-active')).to.be.false;
  });

  it('puts no hover styling on the page', async () => {
    const element = await player(addressOf('app-android.json'));
    element.playbackRate = 4;
    await element.play();
    await new Promise((resolve) => element.addEventListener('ended', resolve, { once: true }));
    expect(textOn(element, 'style')).not.to.contain(':hover');
    const hovered = pageOf(element).querySelectorAll('[class~=":hover"]');
    expect([...hovered].filter((node) => !node.matches('html, body'))).to.deep.equal([]);
  });
});
