import { expect } from '@open-wc/testing';
import { pageOf, player, playTo, recordingOf, seek, textOn } from './player-harness.ts';
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

  it('goes a short way past more than is read at a time, and plays on from there', async function () {
    this.timeout(60_000);
    // 60 for each millisecond of half a second; answers hold some 4,000.
    const changes = Array.from(
      { length: 30_000 },
      (_, i) => [500 + Math.floor(i / 60), `change ${i}`] as const,
    );
    const element = await player(recordingOf([...changes, [2500, 'end']]));
    await seek(element, 0.4);
    await seek(element, 1.5);
    expect(textOn(element, 'h1')).to.equal('change 29999');
    await seek(element, 0.6);
    expect(textOn(element, 'h1')).to.equal('change 6059');
    await seek(element, 1.2);
    expect(textOn(element, 'h1')).to.equal('change 29999');
    await playTo(element, 2.6);
    expect(textOn(element, 'h1')).to.equal('end');
  });
});
