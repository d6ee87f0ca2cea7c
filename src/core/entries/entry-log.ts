import type { EntryDetails, EntryKind, EntryLevel, EntryNote, EntryTarget } from './entry.ts';

/** What an entry has besides its kind, its moment and its detail. */
interface Besides {
  /** When it ended, of what lasts. Unix milliseconds. */
  readonly endAt?: number | undefined;
  readonly level?: EntryLevel | undefined;
  readonly target?: EntryTarget | null | undefined;
}

interface Draft<K extends EntryKind = EntryKind> extends Besides {
  readonly kind: K;
  readonly at: number;
  readonly windowId: string;
  readonly detail: EntryDetails[K];
}

/** Takes in what happened, in any order. */
export class EntryLog {
  readonly #startAt: number;
  readonly #drafts: Draft[] = [];

  /** @param startAt of the recording, Unix milliseconds */
  constructor(startAt: number) {
    this.#startAt = startAt;
  }

  /** @param at when it happened or began, Unix milliseconds */
  add<K extends EntryKind>(
    kind: K,
    at: number,
    windowId: string,
    detail: EntryDetails[K],
    besides: Besides = {},
  ): void {
    this.#drafts.push({ kind, at, windowId, detail, ...besides });
  }

  /** All of it by time; of the same moment in the order in which it was added, but windows and pages before all else. */
  entries(): EntryNote[] {
    const taken = new Map<string, number>();
    return this.#drafts
      .sort((a, b) => a.at - b.at || rankOf(a.kind) - rankOf(b.kind))
      .map(({ kind, at, endAt, windowId, level, target, detail }) => {
        const time = this.#seconds(at);
        const name = `${kind}-${Math.round(time * 1000)}`;
        const count = (taken.get(name) ?? 0) + 1;
        taken.set(name, count);
        // A kind and its detail came in together, which TypeScript does not follow here.
        return {
          id: count === 1 ? name : `${name}-${count}`,
          kind,
          time,
          ...(endAt !== undefined && endAt > at && { end: this.#seconds(endAt) }),
          windowId,
          ...(level && { level }),
          ...(target && { target }),
          detail,
        } as EntryNote;
      });
  }

  #seconds(at: number): number {
    return Math.max(0, at - this.#startAt) / 1000;
  }
}

/** What else happens at the same moment happens in a window and on a page. */
function rankOf(kind: EntryKind): number {
  return kind === 'window' ? 0 : kind === 'page' ? 1 : 2;
}
