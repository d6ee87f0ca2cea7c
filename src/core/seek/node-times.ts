import { asArray, asRecord, type Fields } from '../json.ts';
import type { NodeTime, PageTimes } from '../recording.ts';
import type { PageTree } from '../rrweb/page-tree.ts';

/** What moves for longer counts as having come to its end. */
const LONGEST_MS = 60_000;

/** When nodes were added to a page and elements restyled: it tells since when they may be moving. */
export class NodeTimes {
  readonly #page: number;
  readonly #added: Map<number, number>;
  readonly #restyled: Map<number, number>;

  constructor({ page, added, restyled }: PageTimes) {
    this.#page = page;
    this.#added = new Map(added);
    this.#restyled = new Map(restyled);
  }

  /** @param mutation data of an event of that time, inflated and put right */
  note({ adds, attributes }: Fields, timestamp: number): void {
    for (const add of asArray(adds)) this.#added.set(idOf(asRecord(add)['node']), timestamp);
    for (const change of asArray(attributes))
      if (changesAnimation(asRecord(asRecord(change)['attributes'])))
        this.#restyled.set(idOf(change), timestamp);
  }

  /**
   * Only of what is there, and does not follow from what it is in.
   *
   * @param tree null when nothing has changed since the times were given
   * @param at Unix milliseconds
   */
  of(tree: PageTree | null, at: number): PageTimes {
    if (tree) this.#forgetGone(tree);
    const isTold = ([id, timestamp]: NodeTime) =>
      !tree || this.#added.get(tree.find(id)?.parent?.id ?? NaN) !== timestamp;
    const isRecent = ([, timestamp]: NodeTime) => timestamp > at - LONGEST_MS;
    return {
      page: this.#page,
      added: [...this.#added].filter(isTold),
      restyled: [...this.#restyled].filter(isRecent),
    };
  }

  /** Pages lose nodes all the time: asking for each that ever was there would take longer and longer. */
  #forgetGone(tree: PageTree): void {
    for (const times of [this.#added, this.#restyled])
      for (const id of times.keys()) if (!tree.find(id)) times.delete(id);
  }
}

function idOf(value: unknown): number {
  return Number(asRecord(value)['id']);
}

/** A style is recorded as its text, or as the properties that were changed. */
function changesAnimation({ class: classes, style = '' }: Fields): boolean {
  return classes !== undefined || JSON.stringify(style).includes('animation');
}

/** Times as a copy of a recording tells them; null where it tells none. */
export function timesIn({ times }: Fields): PageTimes | null {
  const { page, added, restyled } = asRecord(times);
  if (typeof page !== 'number') return null;
  return { page, added: pairsIn(added), restyled: pairsIn(restyled) };
}

function pairsIn(list: unknown): NodeTime[] {
  return asArray(list)
    .map(asArray)
    .map(([id, timestamp]) => [Number(id), Number(timestamp)]);
}
