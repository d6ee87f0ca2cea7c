import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRecordings, type ReplayEntry } from '../../../../src/core/index.ts';
import { bytesOf } from '../../recordings.ts';
import type { Recording } from '../../../recordings.ts';

async function signalsIn(
  source: string | Uint8Array<ArrayBuffer>,
): Promise<readonly ReplayEntry<'signal'>[]> {
  const found: ReplayEntry<'signal'>[] = [];
  for (const recording of await openRecordings(source))
    for await (const entry of recording.entries({ kinds: ['signal'] }))
      if (entry.kind === 'signal') found.push(entry);
  return found;
}

const told = ({ detail, target }: ReplayEntry<'signal'>) => `${detail.rule} ${target?.name ?? ''}`.trim();

/** Sessions that nobody here made; not everybody has them. */
const OTHERS = fileURLToPath(new URL('../../../../../shared/recordings/', import.meta.url));

describe('signals in recorded sessions', () => {
  it('are all that went wrong where things did, and nothing of what only looks like it', async () => {
    const signals = await signalsIn(await bytesOf('signals.jsonl'));
    expect(signals.map(told)).to.deep.equal([
      'dead-click Track parcel',
      'rage-click Apply voucher',
      'error-click Advise me',
      'error-click Show reviews',
      'failed-request-click Show reviews',
      'slow-request-click Check stock',
      'freeze Sort by date',
      'scroll-thrash',
      'form-given-up Reason',
      'quick-back',
    ]);
    const measured = (rule: string) =>
      signals.find(({ detail }) => detail.rule === rule)?.detail.measured ?? {};
    expect(measured('rage-click')).to.include({ clicks: 5 });
    expect(measured('failed-request-click')).to.include({ status: 404, requests: 1 });
    expect(measured('error-click')).to.include({ errors: 1 });
    expect(measured('slow-request-click')['seconds']).to.be.within(3.3, 3.9);
    expect(measured('freeze')['seconds']).to.be.within(2.8, 3.6);
    expect(measured('form-given-up')).to.include({ fields: 2 });
    expect(measured('quick-back')['seconds']).to.be.within(1.5, 3);
  });

  it('name entries that are there', async () => {
    const [recording] = await openRecordings(await bytesOf('signals.jsonl'));
    const ids = new Set<string>();
    const from: string[] = [];
    for await (const entry of recording!.entries()) {
      expect(ids.has(entry.id), entry.id).to.equal(false);
      ids.add(entry.id);
      if (entry.kind === 'signal') from.push(...entry.detail.from);
    }
    expect(from.filter((id) => !ids.has(id))).to.deep.equal([]);
    expect(from.length).to.be.greaterThan(15);
  });

  const sessions: readonly [recording: Recording, told: readonly string[]][] = [
    [
      'checkout.jsonl',
      ['error-click Load reviews', 'failed-request-click Load reviews', 'failed-request-click Pay'],
    ],
    ['two-tabs.jsonl', []],
    ['idle-gap.jsonl', []],
    ['lab.jsonl', []],
    ['states.jsonl', []],
    ['app-android.json', []],
    ['app-ios.json', []],
  ];
  for (const [recording, expected] of sessions)
    it(`are ${expected.length} in ${recording}`, async () => {
      expect((await signalsIn(await bytesOf(recording))).map(told)).to.deep.equal(expected);
    });

  if (existsSync(OTHERS))
    it('are only those that speak for themselves in sessions of others', async () => {
      const rules = new Set<string>();
      const files = readdirSync(OTHERS, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => /\.jsonl?$/.test(name))) {
        // Some of them are made to be refused.
        const signals = await signalsIn(`${OTHERS}${file}`).catch(() => []);
        for (const { detail } of signals) rules.add(detail.rule);
      }
      expect([...rules].sort()).to.deep.equal(['rage-click', 'scroll-thrash']);
    });
});
