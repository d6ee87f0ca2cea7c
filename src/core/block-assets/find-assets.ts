import { asText } from '../json.ts';
import { attributesOf, nodesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import { firstOfSrcset, isRemote, siteOf } from './address.ts';
import { baseOf } from './block-assets.ts';
import { blockCss } from './block-css.ts';
import { keepPlaces } from './own-places.ts';
import type { OwnAddresses } from './own-addresses.ts';

/** More of them are only counted as this many: the number is there to be read by people. */
const LIMIT = 10_000;

/** What a page refers to that is not in the recording. */
export interface MissingAssets {
  /** Addresses of images, style sheets, fonts and media. */
  readonly addresses: ReadonlySet<string>;
  /** Frames of other sites. */
  readonly frames: number;
  /** True for a page that was made from the screens of a mobile app. */
  readonly isMobile: boolean;
  /** What elements of the page are relative to instead of its address; null when nothing says so. */
  readonly base: string | null;
}

/** Where elements name what they show; of several candidates a browser loads one. */
const ADDRESSES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  img: [['src', 'srcset']],
  source: [['src', 'srcset']],
  input: [['src']],
  video: [['src'], ['poster']],
  audio: [['src']],
  track: [['src']],
  embed: [['src']],
  object: [['data']],
  image: [['href', 'xlink:href']],
  use: [['href', 'xlink:href']],
};

/**
 * Looks through a full snapshot for what would have to be fetched to show the page as it was.
 *
 * @param page what the page calls itself
 */
export function findMissingAssets(root: unknown, page: OwnAddresses): MissingAssets {
  const addresses = new Set<string>();
  let frames = 0;
  let isMobile = false;
  const base = baseOf(root);
  const own = page.with(base);
  for (const node of nodesOf(root)) {
    const attributes = attributesOf(node);
    isMobile ||= attributes['data-rrweb-id'] !== undefined;
    if (attributes['rr_src'] !== undefined) frames++;
    if (addresses.size >= LIMIT) continue;
    for (const found of addressesIn(node, attributes, own)) {
      const address = own.resolve(found);
      if (siteOf(address) !== null) addresses.add(address);
      if (addresses.size >= LIMIT) break;
    }
  }
  return { addresses, frames, isMobile, base: typeof base === 'string' ? base : null };
}

function addressesIn(
  node: SerializedNode,
  recorded: Readonly<Record<string, unknown>>,
  own: OwnAddresses,
): string[] {
  const found: string[] = [];
  const attributes = { ...recorded };
  const sheet = node['isStyle'] === true ? node['textContent'] : attributes['_cssText'];
  const take = (_: unknown, address: string) => {
    found.push(address);
    return null;
  };
  const rules = { own, take };
  if (typeof sheet === 'string') blockCss(sheet, { ...rules, own: own.with(attributes['href']) });
  if (typeof attributes['style'] === 'string') blockCss(attributes['style'], rules);
  const tag = tagNameOf(node);
  keepPlaces(tag, attributes, rules);
  const isSheet = tag === 'link' && /\bstylesheet\b/i.test(String(attributes['rel']));
  const isRecorded = sheet !== undefined || attributes['rr_dataURL'] !== undefined;
  const fields = isSheet ? [['href']] : Object.hasOwn(ADDRESSES, tag) ? ADDRESSES[tag] : [];
  for (const candidates of isRecorded ? [] : (fields ?? [])) {
    const address = candidates
      .map((name) => firstOfSrcset(asText(attributes[name])))
      .find((text) => isRemote(text));
    if (address !== undefined) found.push(address);
  }
  return found;
}
