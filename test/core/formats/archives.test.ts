import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { gzipped, linesOf, SHAPES } from '../../../fixtures/shapes.mjs';
import { openRecordings, type Recording, type ReplaySource } from '../../../src/core/index.ts';

const file = (name: string) => readFile(new URL(`../../../fixtures/recordings/${name}`, import.meta.url));

/** What a source holds: for each recording its address, events and warnings. */
async function held(source: ReplaySource) {
  const recordings = await openRecordings(source);
  const told = recordings.map(({ info }) => ({
    page: new URL(info.windows[0]!.href).pathname,
    events: info.eventCount,
    warnings: info.warnings.map(({ code }) => code),
  }));
  await Promise.all(recordings.map((recording: Recording) => recording.close()));
  return told;
}

const zip = (members: Record<string, Uint8Array>) =>
  new Blob([zipSync(members)], { type: 'application/zip' });
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('an archive', () => {
  let checkout: Uint8Array;
  let tabs: Uint8Array;
  let alone: Awaited<ReturnType<typeof held>>;
  before(async () => {
    checkout = await file('checkout.v2.json');
    tabs = await file('two-tabs.jsonl');
    alone = [
      ...(await held(new Blob([checkout as BlobPart]))),
      ...(await held(new Blob([tabs as BlobPart]))),
    ];
  });

  const several = (told: typeof alone) =>
    told.map((one) => ({ ...one, warnings: [...one.warnings, 'several-recordings'] }));

  it('of different sessions is as many recordings, whatever they are packed in', async () => {
    const members = { 'a/checkout.json': checkout, 'b/tabs.jsonl.gz': gzipped(tabs) };
    expect(await held(zip(members))).to.deep.equal(several(alone));
    const inner = await bytesOf(zip({ 'tabs.jsonl': tabs }));
    expect(await held(zip({ 'checkout.json': checkout, 'tabs.zip': inner }))).to.deep.equal(several(alone));
  });

  it('of parts of one session is one recording, whatever stands first', async () => {
    const lines = new TextDecoder().decode(tabs).trimEnd().split('\n');
    const half = lines.length / 2;
    const parts = [lines.slice(0, half), lines.slice(half)].map((part) => strToU8(part.join('\n')));
    for (const [first, second] of [parts, parts.toReversed()])
      expect(await held(zip({ '0.jsonl': first!, '1.jsonl': second! }))).to.deep.equal([alone[1]]);
  });

  it('keeps the support archives in it apart', async () => {
    const shape = SHAPES.find(({ id }) => id === 'archive')!;
    const [one, two] = await Promise.all(
      ['checkout.jsonl', 'two-tabs.jsonl'].map(async (name, i) => {
        const lines = linesOf((await file(name)).toString());
        return shape.write(lines, `session-${i}`) as Uint8Array;
      }),
    );
    const told = await held(zip({ 'one.zip': one!, 'two.zip': two! }));
    expect(told.map(({ events }) => events)).to.deep.equal(alone.map(({ events }) => events));
  });

  it('opens but for what is no recording, and says of that', async () => {
    const told = await held(
      zip({ 'checkout.json': checkout, 'notes.json': strToU8('{"a":1}'), 'tabs.jsonl': tabs }),
    );
    const [first, second] = several(alone);
    expect(told).to.deep.equal([{ ...first, warnings: [...first!.warnings, 'skipped-file'].sort() }, second]);
  });

  it('that was cut off still holds the sessions before the cut', async () => {
    const { size } = zip({ 'checkout.json': checkout });
    const whole = zip({ 'checkout.json': checkout, 'tabs.jsonl': tabs });
    const [first, second] = await held(whole.slice(0, (size + whole.size) / 2));
    expect(first).to.deep.equal(several(alone)[0]);
    expect(second!.events).to.be.within(2, alone[1]!.events - 1);
    expect(second!.warnings).to.include('truncated');
  });
});
