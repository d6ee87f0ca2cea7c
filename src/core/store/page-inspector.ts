import { EventType } from '@rrweb/types';
import { unpackEvent } from '../decode/unpack-event.ts';
import { type MissingAssets, findMissingAssets } from '../block-assets/find-assets.ts';
import { OwnAddresses } from '../block-assets/own-addresses.ts';
import { asArray, asRecord, type Fields } from '../json.ts';
import { isElement } from '../rrweb/serialized-node.ts';

/** So many packed pages are remembered: a session has a few tabs, each of which sends its page time and again. */
const REMEMBERED = 8;

/** What a full snapshot tells before anybody looks at its page. */
export interface InspectedPage extends MissingAssets {
  /** Numbers of the document, of what is in it, and of what is in its root. */
  readonly numbers: string;
}

/**
 * Looks into full snapshots. Recorders send one every few minutes and whenever a tab is looked at again, mostly of a
 * page that has not changed: what came just like that before is not unpacked anew.
 */
export class PageInspector {
  readonly #remembered = new Map<string, InspectedPage | null>();

  /**
   * What a page lacks; null when it cannot be decoded.
   *
   * @param href its address, as far as it is known
   */
  inspect(snapshot: Fields, href = ''): InspectedPage | null {
    const { data } = snapshot;
    if (typeof data !== 'string') return inspected(snapshot, href);
    const known = this.#remembered.get(data);
    const found = known === undefined ? inspected(snapshot, href) : known;
    // The latest is the last.
    this.#remembered.delete(data);
    this.#remembered.set(data, found);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return found;
  }
}

function inspected(snapshot: Fields, href: string): InspectedPage | null {
  const page = unpackEvent(snapshot);
  if (page?.type !== EventType.FullSnapshot) return null;
  const { node } = page.data;
  const missing = findMissingAssets(node, new OwnAddresses(href === '' ? [] : [href]));
  return { ...missing, numbers: numbersOf(asRecord(node)) };
}

function numbersOf(root: Fields): string {
  const children = asArray(root['childNodes']).map(asRecord);
  const inRoot = children.filter(isElement).flatMap(({ childNodes }) => asArray(childNodes).map(asRecord));
  return [root, ...children, ...inRoot].map(({ id }) => String(id)).join();
}
