import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LeakPattern, LeakReport } from '../src/index.ts';
import { eventually, player, shadowOf } from './player-harness.ts';
import { addressOf, bytesOf } from './recordings.ts';

const EMAIL = ['casey', 'lumen-mail.test'].join('@');
const NEVER = { type: 5, data: { tag: 'note', payload: {} } };

/** A recording of ours in which somebody's address stands in a console line, at its end. */
async function withLeak(): Promise<Blob> {
  const { data, ...rest } = JSON.parse(new TextDecoder().decode(await bytesOf('lab.v2.json'))) as {
    data: { snapshots: { timestamp: number; windowId: unknown }[] };
  };
  const last = data.snapshots.at(-1)!;
  const line = { level: 'log', payload: [JSON.stringify(`mail to ${EMAIL} failed`)], trace: [] };
  const leak = {
    type: 6,
    timestamp: last.timestamp + 1000,
    windowId: last.windowId,
    data: { plugin: 'rrweb/console@1', payload: line },
  };
  const end = { ...NEVER, timestamp: last.timestamp + 2000, windowId: last.windowId };
  return new Blob([
    JSON.stringify({ ...rest, data: { ...data, snapshots: [...data.snapshots, leak, end] } }),
  ]);
}

describe('scanForLeaks()', () => {
  it('finds what should not be there, says where and when, and does not tell what it is', async () => {
    const element = await player(await withLeak());
    const shares: number[] = [];
    const found = await element.scanForLeaks({ onProgress: (share) => shares.push(share) });
    const leak = found.find(({ place }) => place === 'console')!;
    expect(leak).to.include({ kind: 'email', count: 1 });
    expect(leak.time).to.be.closeTo(element.duration - 1, 0.01);
    expect(JSON.stringify(found)).not.to.include(EMAIL);
    expect(shares.at(-1)).to.equal(1);
    expect(await element.scanForLeaks(), 'the second time').to.deep.equal(found);
  });

  it('finds nothing in what was made to hold nothing', async () => {
    const element = await player(addressOf('two-tabs.jsonl'));
    const found: readonly LeakReport[] = await element.scanForLeaks();
    expect(found.map(({ kind, excerpt }) => `${kind} ${excerpt}`)).to.deep.equal([]);
  });

  it('looks for what a page adds to the rules, and names it so', async () => {
    const element = await player(await withLeak());
    // Where a global expression goes on looking must not matter.
    element.leakRules = [
      { name: 'Failed <b>mail</b>', pattern: /(?<value>\S+) failed/y, near: /mail to $/g },
      { name: 'nothing', pattern: /mail/, unless: /^/ },
    ];
    const found = await element.scanForLeaks();
    const own = found.filter(({ kind }) => kind === 'other');
    expect(own.map(({ id, rule, place }) => [id, rule, place])).to.deep.equal([
      ['Failed <b>mail</b>-1', 'Failed <b>mail</b>', 'console'],
    ]);
    expect(
      found.some(({ kind, place }) => kind === 'email' && place === 'console'),
      'found twice',
    ).to.equal(false);
    const { blob } = await element.redact({ findings: own.map(({ id }) => id) });
    expect(await blob.text()).not.to.include(EMAIL);
    element.remove();

    const shown = await player(await withLeak());
    shown.leakRules = [{ name: 'Failed <b>mail</b>', pattern: /(?<=mail to )\S+/ }];
    shadowOf(shown).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 's' });
    const list = () =>
      shadowOf(shown).querySelector('replay-share-panel')?.shadowRoot?.querySelector('replay-leak-list');
    await eventually(() => list()?.shadowRoot?.querySelector('button'));
    list()!.shadowRoot!.querySelector('button')!.click();
    await eventually(
      () => list()!.shadowRoot!.textContent.includes('Failed <b>mail</b>'),
      'it was not listed',
    );
  });

  it('refuses rules that cannot be meant', async () => {
    const element = await player(addressOf('lab.v2.json'));
    for (const [rules, reason] of [
      [[{ name: ' ', pattern: /x/ }], 'A leak rule needs a name.'],
      [[{ name: 'a', pattern: 'x' }], 'The leak rule "a" needs regular expressions.'],
      [
        [
          { name: 'a', pattern: /x/ },
          { name: 'a', pattern: /y/ },
        ],
        'Two leak rules are named "a".',
      ],
    ] as const) {
      element.leakRules = rules as unknown as LeakPattern[];
      const error: unknown = await element.scanForLeaks().catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(TypeError);
      expect((error as Error).message).to.include(reason);
    }
  });

  it('can be called off, and leaves a player that plays', async () => {
    const element = await player(await withLeak());
    const controller = new AbortController();
    controller.abort();
    const error: unknown = await element
      .scanForLeaks({ signal: controller.signal })
      .catch((thrown: unknown) => thrown);
    expect((error as DOMException).name).to.equal('AbortError');
    await element.play();
    expect(element.paused).to.equal(false);
  });

  it('needs a recording', async () => {
    const element = await player();
    const error: unknown = await element.scanForLeaks().catch((thrown: unknown) => thrown);
    expect((error as DOMException).name).to.equal('InvalidStateError');
  });
});
