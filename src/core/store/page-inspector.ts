import { EventType } from '@rrweb/types';
import { unpackEvent } from '../decode/unpack-event.ts';
import { type MissingAssets, findMissingAssets } from '../block-assets/find-assets.ts';
import type { Fields } from '../json.ts';

/** So many packed pages are remembered: a session has a few tabs, each of which sends its page time and again. */
const REMEMBERED = 8;

/**
 * Looks into full snapshots. Recorders send one every few minutes and whenever a tab is looked at again, mostly of a
 * page that has not changed: what came just like that before is not unpacked anew.
 */
export class PageInspector {
  readonly #remembered = new Map<string, MissingAssets | null>();

  /** What a page lacks; null when it cannot be decoded. */
  inspect(snapshot: Fields): MissingAssets | null {
    const { data } = snapshot;
    if (typeof data !== 'string') return assetsOf(snapshot);
    const known = this.#remembered.get(data);
    const found = known === undefined ? assetsOf(snapshot) : known;
    // The latest is the last.
    this.#remembered.delete(data);
    this.#remembered.set(data, found);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return found;
  }
}

function assetsOf(snapshot: Fields): MissingAssets | null {
  const page = unpackEvent(snapshot);
  return page?.type === EventType.FullSnapshot ? findMissingAssets(page.data.node) : null;
}
