import { expect } from '@open-wc/testing';
import { pageOf, player, seek, textOn } from './player-harness.ts';
import { addressOf } from './recordings.ts';

/** When the recorded page's clock changes, and what it shows. */
async function clockAt(element: Awaited<ReturnType<typeof player>>, time: number): Promise<string | null> {
  await seek(element, time);
  return textOn(element, '#clock');
}

describe('a seek on the page that is there', () => {
  it('changes what is different and keeps the rest, forward and back', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 14);
    const page = pageOf(element);
    const shown = new Map<number, string | null>();
    for (const time of [10, 12, 9.5, 14]) shown.set(time, await clockAt(element, time));
    expect(new Set(shown.values()).size, 'different clocks').to.be.greaterThan(2);
    expect(pageOf(element) === page, 'the same document').to.equal(true);
    for (const [time, text] of shown) expect(await clockAt(element, time)).to.equal(text);
  });

  it('plays on from where it went back to', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 14);
    const later = textOn(element, '#clock');
    const earlier = await clockAt(element, 10);
    expect(earlier).not.to.equal(later);
    element.playbackRate = 4;
    await element.play();
    while (element.currentTime < 13 && !element.ended)
      await new Promise((resolve) => setTimeout(resolve, 50));
    element.pause();
    const at = element.currentTime;
    const played = textOn(element, '#clock');
    const other = await player(addressOf('checkout.jsonl'));
    expect(played).to.equal(await clockAt(other, at));
  });
});
