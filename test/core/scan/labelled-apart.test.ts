import { expect } from 'chai';
import { scanForLeaks } from '../../../src/core/scan/scan-for-leaks.ts';
import type { LeakFinding, LeakKind } from '../../../src/core/scan/leak.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';
import { APART } from './labelled-apart.ts';
import type { Sample } from './labelled.ts';
import { sessionOf } from './session-of.ts';

/** What became of the values of a kind. */
interface Tally {
  found: number;
  /** Of those found: as a value of another kind only, such as a key that is taken for a token. */
  otherKind: number;
  missed: number;
  /** Findings of this kind that are no leak, or only a piece of one. */
  wrong: number;
}

/** Kinds whose values may be spelled with other separators than they are labelled with. */
const GROUPED: ReadonlySet<LeakKind> = new Set(['phone', 'card', 'iban', 'national-id']);

async function findingsIn(sample: Sample): Promise<readonly LeakFinding[]> {
  const { events, extras } = sessionOf(sample);
  return scanForLeaks(events, extras, {
    slicer: new TimeSlicer(() => 1000),
    signal: new AbortController().signal,
    progress: () => undefined,
  });
}

function expectedIn([, text, kind, value]: Sample): readonly string[] {
  if (!kind) return [];
  return value === undefined ? [...text.matchAll(/⟦(.*?)⟧/gs)].map((match) => match[1]!) : [value];
}

function plain(text: string, kind: LeakKind): string {
  const ignored = GROUPED.has(kind) ? /[^\p{L}\p{N}]/gu : /[\s\p{Cf}]/gu;
  return text.normalize('NFKC').replace(ignored, '').toLowerCase();
}

/** Whether taking out what was found takes out a value: all of it, and not half of the text around it. */
function covers({ value, forms }: LeakFinding, expected: string, kind: LeakKind): boolean {
  const wanted = plain(expected, kind);
  const most = wanted.length + (GROUPED.has(kind) ? 6 : 64);
  return [value, ...forms]
    .flatMap((form) => [form, Buffer.from(form, 'base64').toString()])
    .map((form) => plain(form, kind))
    .some((form) => form.includes(wanted) && form.length <= most);
}

async function measure(samples: readonly Sample[]): Promise<ReadonlyMap<LeakKind, Tally>> {
  const tallies = new Map<LeakKind, Tally>();
  const tallyOf = (kind: LeakKind) => {
    const tally = tallies.get(kind) ?? { found: 0, otherKind: 0, missed: 0, wrong: 0 };
    tallies.set(kind, tally);
    return tally;
  };
  for (const sample of samples) {
    const kind = sample[2] ?? 'other';
    const expected = expectedIn(sample);
    const findings = await findingsIn(sample);
    for (const one of expected) {
      const covering = findings.filter((finding) => covers(finding, one, kind));
      if (covering.length === 0) tallyOf(kind).missed++;
      else {
        tallyOf(kind).found++;
        if (!covering.some((finding) => finding.kind === kind)) tallyOf(kind).otherKind++;
      }
    }
    for (const finding of findings) {
      if (!expected.some((one) => covers(finding, one, kind))) tallyOf(finding.kind).wrong++;
    }
  }
  return tallies;
}

function totalOf(tallies: ReadonlyMap<LeakKind, Tally>): Tally {
  const total = { found: 0, otherKind: 0, missed: 0, wrong: 0 };
  for (const tally of tallies.values()) {
    for (const field of ['found', 'otherKind', 'missed', 'wrong'] as const) total[field] += tally[field];
  }
  return total;
}

function shares({ found, missed, wrong }: Tally): { precision: number; recall: number } {
  return { precision: found / (found + wrong || 1), recall: found / (found + missed || 1) };
}

/** Shares and counts alone: who writes rules must not see the samples that they fail on. */
function tableOf(tallies: ReadonlyMap<LeakKind, Tally>): string {
  const rows = [...tallies, ['all', totalOf(tallies)] as const].map(([kind, tally]) => {
    const counts = [tally.found, tally.otherKind, tally.missed, tally.wrong].map((count) =>
      String(count).padStart(11),
    );
    const { precision, recall } = shares(tally);
    return `${kind.padEnd(16)}${counts.join('')}  ${percent(precision)}  ${percent(recall)}`;
  });
  const titles = ['found', 'other kind', 'missed', 'wrong'].map((title) => title.padStart(11));
  return [`${'set apart'.padEnd(16)}${titles.join('')}  precision    recall`, ...rows].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(9);
}

describe('the leak scan on a set written apart from its rules', () => {
  it('has more than 280 values to find and more than 200 texts with nothing', () => {
    expect(APART.flatMap(expectedIn).length).to.be.above(280);
    expect(APART.filter(([, , kind]) => !kind).length).to.be.above(200);
  });

  it('has in every text of a kind a value to find, and marks none in the others', () => {
    for (const sample of APART) {
      expect(expectedIn(sample).length > 0, sample[1]).to.equal(sample[2] !== undefined);
      if (!sample[2]) expect(sample[1]).not.to.match(/[⟦⟧]/);
    }
  });

  it('has each text once', () => {
    const texts = APART.map(([where, text]) => `${where} ${text}`);
    expect(new Set(texts).size).to.equal(texts.length);
  });

  it('finds most of what is there and little else', async () => {
    const tallies = await measure(APART);
    console.log(tableOf(tallies));
    expect(shares(totalOf(tallies)).precision).to.be.at.least(0.97);
    expect(shares(totalOf(tallies)).recall).to.be.at.least(0.92);
  });
});
