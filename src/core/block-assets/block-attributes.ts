import { asText } from '../json.ts';
import type { BlockedKind } from '../recording.ts';
import { firstOfSrcset, isRemote } from './address.ts';
import type { AddressRules } from './block-css.ts';
import { placeholderFor, placeholderSet } from './placeholder.ts';

type Attributes = Record<string, unknown>;

/** Attributes that are taken away where they lead out of the recording and nothing may be loaded, by tag. */
const REMOVED: Readonly<Record<string, readonly (readonly [name: string, kind: BlockedKind])[]>> = {
  audio: [['src', 'media']],
  track: [['src', 'media']],
  iframe: [['src', 'frame']],
  frame: [['src', 'frame']],
  embed: [['src', 'frame']],
  object: [['data', 'frame']],
  use: [
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
  feimage: [
    ['href', 'image'],
    ['xlink:href', 'image'],
  ],
};
/** Elements of old pages that have a background by attribute. */
const WITH_BACKGROUND = /^(body|table|thead|tbody|tfoot|tr|td|th)$/;
const MEDIA_FILE = /\.(mp4|m4v|webm|ogv|mov|m3u8|mpd|mp3|m4a|ogg|wav|aac|vtt)([?#]|$)/i;

/**
 * Takes the addresses out of an element's attributes, and gives images a placeholder.
 *
 * @param hasRemoteSource of a video: whether one of its sources leads out of the recording
 */
export function blockAttributes(
  tag: string,
  attributes: Attributes,
  hasRemoteSource: boolean,
  rules: AddressRules,
): void {
  switch (tag) {
    case 'img': {
      blockImage(attributes, rules);
      return;
    }
    case 'source': {
      const first = firstOfSrcset(asText(attributes['srcset']));
      if (isRemote(first) && taken(null, first, rules) === null) blockSrcset(attributes);
      else loadSrcset(attributes, rules);
      remove(attributes, 'src', 'media', rules);
      return;
    }
    case 'video': {
      const { poster } = attributes;
      replaceImage(attributes, 'poster', rules, true);
      const isMissing = remove(attributes, 'src', 'media', rules) || hasRemoteSource;
      // Without a poster nothing but a gap would be seen of it.
      if (isMissing && poster === undefined) attributes['poster'] = placeholderFor(attributes, true);
      return;
    }
    case 'input': {
      replaceImage(attributes, 'src', rules);
      return;
    }
    case 'image': {
      replaceImage(attributes, 'href', rules);
      replaceImage(attributes, 'xlink:href', rules);
      return;
    }
    case 'link': {
      // Without recorded rules.
      const { rel, href } = attributes;
      const isSheet = attributes['_cssText'] === undefined && /\bstylesheet\b/i.test(String(rel));
      if (!isSheet || !isRemote(href)) return;
      const loaded = taken('stylesheet', href, rules);
      if (loaded !== null) attributes['href'] = loaded;
      else attributes['rel'] = noSheet(String(rel));
      return;
    }
  }
  if (tag === 'iframe' && isRemote(attributes['rr_src'])) taken('frame', attributes['rr_src'], rules);
  if (WITH_BACKGROUND.test(tag)) remove(attributes, 'background', 'image', rules);
  if (!Object.hasOwn(REMOVED, tag)) return;
  for (const [name, kind] of REMOVED[tag] ?? []) remove(attributes, name, kind, rules);
}

/** The same for attributes that change later, of an element whose tag is not known: by their names alone. */
export function blockAttributeChanges(attributes: Attributes, rules: AddressRules): void {
  const { src } = attributes;
  if (isRemote(src) && MEDIA_FILE.test(src)) remove(attributes, 'src', 'media', rules);
  else blockImage(attributes, rules);
  replaceImage(attributes, 'poster', rules, true);
}

/** The `rel` of a link to nothing. Rules may come later: an alternate sheet must not be taken for another one then. */
export function noSheet(rel: string): string {
  return /\balternate\b/i.exec(rel)?.[0] ?? '';
}

function blockImage(attributes: Attributes, rules: AddressRules): void {
  const { src, srcset, rr_dataURL: recorded } = attributes;
  if (typeof recorded === 'string' && !isRemote(recorded)) {
    // The core puts the recorded pixels into `src`, once it has begun to load what was there.
    if (isRemote(src)) delete attributes['src'];
    delete attributes['srcset'];
    return;
  }
  const address = isRemote(src) ? src : firstOfSrcset(asText(srcset));
  const loaded = isRemote(address) ? taken('image', address, rules) : null;
  if (!isRemote(address) || loaded !== null) {
    if (isRemote(src)) attributes['src'] = loaded;
    loadSrcset(attributes, rules);
    return;
  }
  const wasSet = blockSrcset(attributes);
  if (isRemote(src) || (wasSet && src === undefined)) attributes['src'] = placeholderFor(attributes);
}

/** True when it had candidates to load. */
function blockSrcset(attributes: Attributes): boolean {
  const { srcset } = attributes;
  if (typeof srcset !== 'string' || !candidatesOf(srcset).some(isRemote)) return false;
  const placeholder = placeholderSet(srcset, attributes);
  if (placeholder === null) delete attributes['srcset'];
  else attributes['srcset'] = placeholder;
  return true;
}

/** Leaves the candidates that may be loaded. Of an image that is told of by its first address. */
function loadSrcset(attributes: Attributes, rules: AddressRules): void {
  const { srcset } = attributes;
  if (typeof srcset !== 'string') return;
  const candidates = candidatesOf(srcset).flatMap((candidate) => {
    const address = firstOfSrcset(candidate);
    if (!isRemote(address)) return [candidate];
    const loaded = taken(null, address, rules);
    return loaded === null ? [] : [candidate.replace(address, () => loaded)];
  });
  if (candidates.length === 0) delete attributes['srcset'];
  else attributes['srcset'] = candidates.join(', ');
}

function candidatesOf(srcset: string): readonly string[] {
  return srcset.split(/,\s+/);
}

function replaceImage(attributes: Attributes, name: string, rules: AddressRules, isVideo = false): void {
  const address = attributes[name];
  if (isRemote(address))
    attributes[name] = taken('image', address, rules) ?? placeholderFor(attributes, isVideo);
}

/** True when it was there, led out of the recording, and is gone. */
function remove(attributes: Attributes, name: string, kind: BlockedKind, rules: AddressRules): boolean {
  const address = attributes[name];
  if (!isRemote(address)) return false;
  const loaded = taken(kind, address, rules);
  if (loaded !== null) attributes[name] = loaded;
  else Reflect.deleteProperty(attributes, name);
  return loaded === null;
}

function taken(kind: BlockedKind | null, address: string, { own, take }: AddressRules): string | null {
  return take?.(kind, own.resolve(address.trim())) ?? null;
}
