import { isRecord, nodesOf, type SerializedNode } from '../normalise/tree.ts';

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

const MEDIA_TAGS = ['img', 'source', 'video', 'audio', 'track', 'embed', 'object', 'image', 'use'];
const CSS_ADDRESS = /url\(\s*['"]?(https?:[^'")\s]+)/gi;

/** Looks through a full snapshot for what would have to be fetched to show the page as it was. */
export function findMissingAssets(root: unknown): MissingAssets {
  const addresses = new Set<string>();
  let frames = 0;
  let isMobile = false;
  for (const node of nodesOf(root)) {
    const attributes = isRecord(node['attributes']) ? node['attributes'] : {};
    isMobile ||= attributes['data-rrweb-id'] !== undefined;
    if (attributes['rr_src'] !== undefined) frames++;
    if (addresses.size >= LIMIT) continue;
    for (const address of addressesIn(node, attributes)) addresses.add(address);
  }
  return { addresses, frames, isMobile };
}

function* addressesIn(
  { tagName, isStyle, textContent }: SerializedNode,
  attributes: Readonly<Record<string, unknown>>,
): Generator<string> {
  const css = isStyle === true ? textContent : attributes['_cssText'];
  if (typeof css === 'string') for (const [, address] of css.matchAll(CSS_ADDRESS)) yield address ?? '';
  const tag = typeof tagName === 'string' ? tagName.toLowerCase() : '';
  const isSheet = tag === 'link' && /\bstylesheet\b/i.test(String(attributes['rel']));
  const isMedia = MEDIA_TAGS.includes(tag) && attributes['rr_dataURL'] === undefined;
  const address = isSheet && css === undefined ? attributes['href'] : isMedia && attributes['src'];
  if (typeof address === 'string' && /^https?:/i.test(address)) yield address;
}
