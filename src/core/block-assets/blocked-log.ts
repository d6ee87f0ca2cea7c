import type { BlockedAsset, BlockedKind } from '../recording.ts';
import { siteOf } from './address.ts';

/** More of them are only counted as this many: the number is there to be read by people. */
const LIMIT = 10_000;

/** Counts what was kept from being loaded, each address once. */
export class BlockedLog {
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, BlockedAsset>();

  /** Grows with every new address. */
  get total(): number {
    return this.#seen.size;
  }

  /** Addresses that no server stands behind, such as those of a file or a browser extension, do not count. */
  note(kind: BlockedKind, address: string): void {
    const key = `${kind} ${address}`;
    if (this.#seen.size >= LIMIT || this.#seen.has(key)) return;
    const origin = siteOf(address);
    if (origin === null) return;
    this.#seen.add(key);
    const group = `${kind} ${origin}`;
    this.#counts.set(group, { kind, origin, count: (this.#counts.get(group)?.count ?? 0) + 1 });
  }

  list(): BlockedAsset[] {
    return [...this.#counts.values()];
  }
}
