import { isRecord, nodesOf } from '../normalise/tree.ts';

/** More of them are only counted as this many: the number is there to be read by people. */
const LIMIT = 10_000;

/** What a page refers to that is not in the recording. */
export interface MissingAssets {
  /** Addresses of images, style sheets and media. */
  readonly addresses: ReadonlySet<string>;
  /** Frames of other sites. */
  readonly frames: number;
  /** True for a page that was made from the screens of a mobile app. */
  readonly isMobile: boolean;
}

const MEDIA_TAGS = ['img', 'source', 'video', 'audio', 'track', 'embed', 'object', 'image', 'use'];

/** Looks through a full snapshot for what would have to be fetched to show the page as it was. */
export function findMissingAssets(root: unknown): MissingAssets {
  const addresses = new Set<string>();
  let frames = 0;
  let isMobile = false;
  for (const node of nodesOf(root)) {
    const attributes = isRecord(node['attributes']) ? node['attributes'] : {};
    const tag = typeof node['tagName'] === 'string' ? node['tagName'].toLowerCase() : '';
    isMobile ||= attributes['data-rrweb-id'] !== undefined;
    if (attributes['rr_src'] !== undefined) frames++;
    if (addresses.size >= LIMIT) continue;
    const isSheet = tag === 'link' && /\bstylesheet\b/i.test(String(attributes['rel']));
    const address = isSheet
      ? attributes['_cssText'] === undefined && attributes['href']
      : MEDIA_TAGS.includes(tag) &&
        attributes['rr_dataURL'] === undefined &&
        (attributes['src'] ?? attributes['data']);
    if (typeof address === 'string' && /^https?:/i.test(address)) addresses.add(address);
  }
  return { addresses, frames, isMobile };
}
