import { expect } from '@open-wc/testing';
import { english } from '../../src/locale/en/index.ts';
import { setLocale } from '../../src/locale/locale-of.ts';
import { player } from '../player-harness.ts';
import { addressOf } from '../recordings.ts';

describe('the words of a session in a player', () => {
  it('are told as a transcript', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const text = await element.transcript({ detail: 'brief' });
    expect(text).to.contain('0:12 clicked "Pay" (button)\n');
    expect(text).to.contain('0:12 POST /api/pay 500\n');
    const markdown = await element.transcript({ format: 'markdown', seen: true });
    expect(markdown).to.contain('+   - paragraph: Payment failed (500)');
  });

  it('are in the language of the player', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    setLocale(element, { ...english, transcript: { ...english.transcript, end: 'Ende der Aufnahme' } });
    expect(await element.transcript({ seen: true })).to.contain(' Ende der Aufnahme\n');
  });

  it('hold nothing of what the page around covers, and neither does the search', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    expect(await element.search('payment failed')).to.have.length(1);
    element.cover = '#state, form';
    expect(await element.search('payment failed')).to.deep.equal([]);
    const text = await element.transcript({ detail: 'full', seen: true });
    expect(text).not.to.contain('Payment failed');
    expect(text).not.to.contain('button "Pay"');
  });

  it('are found on its pages', async () => {
    const element = await player(addressOf('two-tabs.v2.json'));
    const { windows } = element.recording!;
    const [cart] = await element.search('ADDED to your\ncart');
    expect(cart!.windowId).to.equal(windows[1]!.id);
    expect(cart!.start).to.be.lessThan(cart!.end);
  });

  it('are refused where there is no recording, and where nobody knows how', async () => {
    const empty = await player();
    for (const asked of [empty.transcript(), empty.search('x')])
      expect(await asked.catch((error: unknown) => error)).to.have.property('name', 'InvalidStateError');
    const element = await player(addressOf('checkout.v2.json'));
    const thrown = await element.transcript({ format: 'pdf' as never }).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(TypeError);
  });
});
