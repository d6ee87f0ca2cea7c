import { attributesOf, nodesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';

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
const CSS_ADDRESS = /(?:url\(\s*['"]?|@import\s+['"])(https?:[^'")\s]+)/gi;

/** Looks through a full snapshot for what would have to be fetched to show the page as it was. */
export function findMissingAssets(root: unknown): MissingAssets {
  const addresses = new Set<string>();
  let frames = 0;
  let isMobile = false;
  for (const node of nodesOf(root)) {
    const attributes = attributesOf(node);
    isMobile ||= attributes['data-rrweb-id'] !== undefined;
    if (attributes['rr_src'] !== undefined) frames++;
    if (addresses.size >= LIMIT) continue;
    for (const address of addressesIn(node, attributes)) {
      addresses.add(address);
      if (addresses.size >= LIMIT) break;
    }
  }
  return { addresses, frames, isMobile };
}

function* addressesIn(
  node: SerializedNode,
  attributes: Readonly<Record<string, unknown>>,
): Generator<string> {
  const sheet = node['isStyle'] === true ? node['textContent'] : attributes['_cssText'];
  for (const css of [sheet, attributes['style']]) {
    if (typeof css === 'string') for (const [, address] of css.matchAll(CSS_ADDRESS)) yield address ?? '';
  }
  const tag = tagNameOf(node);
  const isSheet = tag === 'link' && /\bstylesheet\b/i.test(String(attributes['rel']));
  const isRecorded = sheet !== undefined || attributes['rr_dataURL'] !== undefined;
  const fields = isSheet ? [['href']] : Object.hasOwn(ADDRESSES, tag) ? ADDRESSES[tag] : [];
  for (const candidates of isRecorded ? [] : (fields ?? [])) {
    const address = candidates.map((name) => addressIn(attributes[name])).find((found) => found !== '');
    if (address !== undefined) yield address;
  }
}

/** The address in an attribute, of a `srcset` the first; empty for what is no address in the network. */
function addressIn(value: unknown): string {
  return typeof value === 'string' ? (/^\s*(https?:\S+)/i.exec(value)?.[1] ?? '').replace(/,$/, '') : '';
}
