import { asArray, asRecord, asText } from '../../core/json.ts';

/** The generations of PostHog's storage, and what is not in storage yet. */
export const SOURCES = ['blob_v2', 'blob_v2_lts', 'blob', 'realtime'] as const;
export type SourceName = (typeof SOURCES)[number];

/** A part of a session that the snapshots API offers. */
export interface Source {
  readonly name: SourceName;
  /** Its address within the generation; empty for what is not in storage yet. */
  readonly key: string;
}

/** Blocks of a generation that counts them, first and last included. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** The most that the last block of a request may be behind the first one, for a personal API key. */
const WIDEST_RANGE = 20;

/**
 * The parts that make up a session. Where it is in the newest storage, the others hold the same once more; so it is with
 * long-term storage.
 */
export function sourcesIn(answer: unknown): readonly Source[] {
  const all = asArray(asRecord(answer)['sources']).flatMap((item): readonly Source[] => {
    const { source, blob_key: key } = asRecord(item);
    const name = SOURCES.find((known) => known === source);
    return name ? [{ name, key: asText(key) }] : [];
  });
  const newest = (['blob_v2', 'blob_v2_lts'] as const).find((name) =>
    all.some((source) => source.name === name),
  );
  return newest ? all.filter(({ name }) => name === newest) : all;
}

/** Numbered blocks in requests as wide as is allowed. */
export function rangesOf(sources: readonly Source[]): readonly BlockRange[] {
  const numbers = sources.map(({ key }) => Number(key)).sort((a, b) => a - b);
  const ranges: BlockRange[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last.to + 1 && number - last.from <= WIDEST_RANGE)
      ranges[ranges.length - 1] = { from: last.from, to: number };
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}
