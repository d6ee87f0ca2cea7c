import type { BlockedKind } from '../recording.ts';
import { isRemote } from './address.ts';

/** Told of each address that was taken out. */
export type NoteBlocked = (kind: BlockedKind, address: string) => void;

/**
 * The start of a rule that describes a font; an `@import` with all of its conditions; an address with the format
 * that is stated of it. Each alternative begins with a character that the one before cannot end with, so that no
 * text makes it try many ways.
 */
const REFERENCE =
  /@font-face|@import\s*(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))[^;{}]*;?|\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)(?:\s*(?:format|tech)\([^)]*\))*/gi;

/** An image that is none: what refers to it is drawn as if it could not be loaded, and nobody is told. */
const NO_IMAGE = 'url("data:,")';
/** A font that is on no computer: a browser goes on to the next of the list. */
const NO_FONT = 'local("")';

/**
 * Takes addresses out of style sheets, rules and declarations. Not what keeps a page from loading them, which is
 * the frame's policy: it keeps the console free of what the policy would report, and says what there is.
 */
export function blockCss(css: string, note: NoteBlocked): string {
  let fontEnd = -1;
  let isFontNoted = false;
  return css.replace(REFERENCE, (match: string, ...rest: readonly unknown[]) => {
    const [imported, address, at] = [found(rest, 0), found(rest, 3), Number(rest[6])];
    if (imported !== null) {
      if (!isRemote(imported)) return match;
      note('stylesheet', imported);
      return '';
    }
    if (address === null) {
      fontEnd = css.indexOf('}', at);
      if (fontEnd < 0) fontEnd = css.length;
      isFontNoted = false;
      return match;
    }
    if (!isRemote(address)) return match;
    if (at > fontEnd) {
      note('image', address);
      return NO_IMAGE;
    }
    // Of the formats of one font a browser loads one.
    if (!isFontNoted) note('font', address);
    isFontNoted = true;
    return NO_FONT;
  });
}

/** The one of three groups that has matched. */
function found(groups: readonly unknown[], first: number): string | null {
  const group = groups.slice(first, first + 3).find((text) => text !== undefined);
  return typeof group === 'string' ? group : null;
}
