import { expect } from '@open-wc/testing';
import type { ReplayEntryChangeEvent } from '../../src/index.ts';
import { english } from '../../src/locale/en/index.ts';
import { setLocale } from '../../src/locale/locale-of.ts';
import { eventually, player, recordingOf, seek } from '../player-harness.ts';
import { addressOf } from '../recordings.ts';

/** A page, and two buttons that are clicked at 2 and 4 seconds. */
function clicks(): object[] {
  const [meta, page] = recordingOf([]);
  const click = (at: number) => ({
    type: 3,
    timestamp: 1000 + at,
    data: { source: 2, type: 2, id: 5, x: 1, y: 1 },
  });
  return [meta!, page!, click(2000), click(4000), click(6000)];
}

describe('the entries of a player', () => {
  it('are handed out a part at a time', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const first = await element.entries({ kinds: ['click'], limit: 2 });
    expect(first.entries.map(({ title }) => title)).to.deep.equal([
      'clicked "Search" (search field)',
      'clicked "Look closer" (link)',
    ]);
    const rest = await element.entries({ kinds: ['click'], after: first.next! });
    expect(rest.next).to.be.null;
    expect(rest.entries).to.have.length(first.total - 2);
    const third = await element.entries({ kinds: ['click'], offset: 2, limit: 1 });
    expect(third.entries).to.deep.equal([rest.entries[0]]);
    expect(first.counts).to.include({ click: first.total, page: 3 });
  });

  it('can be asked for before everything is read', async () => {
    const element = await player();
    const loaded = element.load(addressOf('checkout.v2.json'));
    await eventually(() => element.recording);
    const { entries } = await element.entries({ kinds: ['page'] });
    expect(entries).to.have.length(3);
    await loaded;
  });

  it('are refused without a recording', async () => {
    const element = await player();
    const thrown = await element.entries().catch((error: unknown) => error);
    expect(thrown).to.have.property('name', 'InvalidStateError');
  });

  it('are in the language of the player', async () => {
    const element = await player(clicks());
    setLocale(element, {
      ...english,
      entries: { ...english.entries, titles: { ...english.entries.titles, click: () => 'geklickt' } },
    });
    const { entries } = await element.entries({ kinds: ['click'] });
    expect(entries[0]!.title).to.equal('geklickt');
  });

  it('hold nothing of what the page around covers', async () => {
    const element = await player(clicks());
    expect(JSON.stringify(await element.entries())).to.include('start');
    element.cover = 'h1';
    await element.updateComplete;
    const covered = await element.entries();
    expect(covered.entries).not.to.be.empty;
    expect(JSON.stringify(covered)).not.to.include('start');
  });

  it('are found by moment', async () => {
    const element = await player(clicks());
    const at = await element.entryAt(4.5, { kinds: ['click'] });
    expect(at).to.deep.include({ index: 1, from: 4, until: 6 });
    expect(at.entry!.time).to.equal(4);
    expect(await element.entryAt(1, { kinds: ['click'] })).to.deep.include({
      entry: null,
      index: -1,
      until: 2,
    });
  });

  it('come as a file, in the language of the player and without what the page around covers', async () => {
    const element = await player(addressOf('console-network.jsonl'));
    element.cover = '#title';
    setLocale(element, {
      ...english,
      entries: {
        ...english.entries,
        titles: { ...english.entries.titles, click: (_, { target }) => `geklickt: ${target}` },
      },
    });
    await element.updateComplete;
    const file = await element.exportEntries({ format: 'text', kinds: ['click', 'page'] });
    expect(file.type).to.equal('text/plain;charset=utf-8');
    expect(await file.text()).to.match(
      /^0:00 opened \/console\.html "Fernhouse – Console"\n0:00 geklickt: "Log" \(button\)\n/,
    );
    const json = JSON.parse(await (await element.exportEntries({ format: 'json' })).text()) as unknown[];
    const { entries } = await element.entries({ limit: 1000 });
    expect(json).to.deep.equal(JSON.parse(JSON.stringify(entries)));
    const refused = await element.exportEntries({ format: 'pdf' as 'json' }).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(TypeError);
    const signal = AbortSignal.abort();
    const stopped = await element
      .exportEntries({ format: 'csv' }, { signal })
      .catch((error: unknown) => error);
    expect(stopped).to.have.property('name', 'AbortError');
  });

  it('are told of when another one is at the playhead', async () => {
    const element = await player(clicks());
    const told: (string | undefined)[] = [];
    element.addEventListener('entrychange', ({ entry }: ReplayEntryChangeEvent) => told.push(entry?.id));
    await eventually(() => told.length === 1);
    await seek(element, 4.5);
    await eventually(() => told.length === 2);
    // The same stretch.
    await seek(element, 4.6);
    await seek(element, 2.1);
    await eventually(() => told.length === 3);
    expect(told).to.deep.equal(['page-0', 'click-4000', 'click-2000']);
    element.source = null;
    await eventually(() => told.length === 4);
    expect(told[3]).to.be.undefined;
  });
});
