import { EventType } from '@rrweb/types';
import { unpackEvent } from '../decode/unpack-event.ts';
import { type MissingAssets, findMissingAssets } from '../block-assets/find-assets.ts';
import { OwnAddresses } from '../block-assets/own-addresses.ts';
import type { Fields } from '../json.ts';

/** So many packed pages are remembered: a session has a few tabs, each of which sends its page time and again. */
const REMEMBERED = 8;

/**
 * Looks into full snapshots. Recorders send one every few minutes and whenever a tab is looked at again, mostly of a
 * page that has not changed: what came just like that before is not unpacked anew.
 */
export class PageInspector {
  readonly #remembered = new Map<string, MissingAssets | null>();

  /**
   * What a page lacks; null when it cannot be decoded.
   *
   * @param href its address, as far as it is known
   */
  inspect(snapshot: Fields, href = ''): MissingAssets | null {
    const { data } = snapshot;
    if (typeof data !== 'string') return assetsOf(snapshot, href);
    const known = this.#remembered.get(data);
    const found = known === undefined ? assetsOf(snapshot, href) : known;
    // The latest is the last.
    this.#remembered.delete(data);
    this.#remembered.set(data, found);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return found;
  }
}

function assetsOf(snapshot: Fields, href: string): MissingAssets | null {
  const page = unpackEvent(snapshot);
  return page?.type === EventType.FullSnapshot
    ? findMissingAssets(page.data.node, new OwnAddresses(href === '' ? [] : [href]))
    : null;
}
