import type { BlockedKind } from '../recording.ts';
import { firstOfSrcset, isRemote } from './address.ts';
import type { NoteBlocked } from './block-css.ts';
import { placeholderFor, placeholderSet } from './placeholder.ts';

type Attributes = Record<string, unknown>;

/** Attributes that are taken away where they lead out of the recording, by tag. */
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
  note: NoteBlocked,
): void {
  switch (tag) {
    case 'img': {
      blockImage(attributes, note);
      return;
    }
    case 'source': {
      // It is counted with the image that it is an alternative to.
      blockSrcset(attributes);
      remove(attributes, 'src', 'media', note);
      return;
    }
    case 'video': {
      const poster = attributes['poster'];
      if (isRemote(poster)) note('image', poster);
      const isMissing = remove(attributes, 'src', 'media', note) || hasRemoteSource;
      // Without a poster nothing but a gap would be seen of it.
      if (isRemote(poster) || (isMissing && poster === undefined))
        attributes['poster'] = placeholderFor(attributes, true);
      return;
    }
    case 'input': {
      replaceImage(attributes, 'src', note);
      return;
    }
    case 'image': {
      replaceImage(attributes, 'href', note);
      replaceImage(attributes, 'xlink:href', note);
      return;
    }
    case 'link': {
      // Without recorded rules; `isolateEvent` makes it a link to nothing.
      const { rel, href } = attributes;
      const isSheet = attributes['_cssText'] === undefined && /\bstylesheet\b/i.test(String(rel));
      if (isSheet && isRemote(href)) note('stylesheet', href);
      return;
    }
  }
  if (tag === 'iframe' && isRemote(attributes['rr_src'])) note('frame', attributes['rr_src']);
  if (WITH_BACKGROUND.test(tag)) remove(attributes, 'background', 'image', note);
  if (!Object.hasOwn(REMOVED, tag)) return;
  for (const [name, kind] of REMOVED[tag] ?? []) remove(attributes, name, kind, note);
}

/** The same for attributes that change later, of an element whose tag is not known: by their names alone. */
export function blockAttributeChanges(attributes: Attributes, note: NoteBlocked): void {
  const { src, poster } = attributes;
  if (isRemote(src) && MEDIA_FILE.test(src)) remove(attributes, 'src', 'media', note);
  else blockImage(attributes, note);
  if (isRemote(poster)) {
    note('image', poster);
    attributes['poster'] = placeholderFor(attributes, true);
  }
}

function blockImage(attributes: Attributes, note: NoteBlocked): void {
  const { src, srcset, rr_dataURL: recorded } = attributes;
  if (typeof recorded === 'string' && !isRemote(recorded)) {
    // The core puts the recorded pixels into `src`, once it has begun to load what was there.
    if (isRemote(src)) delete attributes['src'];
    delete attributes['srcset'];
    return;
  }
  if (isRemote(src)) note('image', src);
  else if (isRemote(srcset)) note('image', firstOfSrcset(srcset));
  const wasSet = blockSrcset(attributes);
  if (isRemote(src) || (wasSet && src === undefined)) attributes['src'] = placeholderFor(attributes);
}

/** True when it had candidates to load. */
function blockSrcset(attributes: Attributes): boolean {
  const { srcset } = attributes;
  if (typeof srcset !== 'string' || !srcset.split(/,\s+/).some(isRemote)) return false;
  const placeholder = placeholderSet(srcset, attributes);
  if (placeholder === null) delete attributes['srcset'];
  else attributes['srcset'] = placeholder;
  return true;
}

function replaceImage(attributes: Attributes, name: string, note: NoteBlocked): void {
  const address = attributes[name];
  if (!isRemote(address)) return;
  note('image', address);
  attributes[name] = placeholderFor(attributes);
}

/** True when it was there and led out of the recording. */
function remove(attributes: Attributes, name: string, kind: BlockedKind, note: NoteBlocked): boolean {
  const address = attributes[name];
  if (!isRemote(address)) return false;
  note(kind, address);
  Reflect.deleteProperty(attributes, name);
  return true;
}
