import type { EntryDetails, EntryKind } from '../../core/entries/entry.ts';

/** What is said of an entry besides its detail; empty where there is nothing to say. */
export interface EntryContext {
  /** What was acted on, with its role. */
  readonly target: string;
  /** The same without its role. */
  readonly name: string;
  /** The window in which it happened. */
  readonly window: string;
}

/** What happened in a session. */
export interface EntryWords {
  /** What entries of a kind are called together. */
  readonly kinds: Readonly<Record<EntryKind, string>>;
  /** What was acted on, by its accessible name. */
  readonly named: (name: string) => string;
  /** @param name of what was acted on, or a selector where it has none @param role of ARIA, or a tag */
  readonly target: (name: string, role: string) => string;
  /** What happened, in words that stand behind a time. */
  readonly titles: { readonly [K in EntryKind]: (detail: EntryDetails[K], context: EntryContext) => string };
}
