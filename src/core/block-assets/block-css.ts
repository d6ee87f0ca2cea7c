import type { BlockedKind } from '../recording.ts';
import { isRemote } from './address.ts';
import type { OwnAddresses } from './own-addresses.ts';

/** Told of each address that was taken out. */
export type NoteBlocked = (kind: BlockedKind, address: string) => void;

/** What becomes of the addresses on a page. */
export interface AddressRules {
  /** What the page calls itself: places in it stay. */
  readonly own: OwnAddresses;
  /** Told of what was taken out; null where a page may load what it refers to. */
  readonly note: NoteBlocked | null;
}

const QUOTED = `"([^"]*)"|'([^']*)'`;
/** An address without quotes. No other bracket opens in it, or a text of these alone would be read anew from each. */
const PLAIN = `((?:[^"'()\\s\\\\]|\\\\.)+)`;
/** What stands between brackets: texts, and functions with brackets of their own, as deep as anybody nests them. */
const inBrackets = (depth: number): string =>
  `[^"'()]*(?:(?:"[^"]*"|'[^']*'${depth > 0 ? `|\\(${inBrackets(depth - 1)}\\)` : ''})[^"'()]*)*`;
/**
 * The start of a rule that describes a font; an `@import` with all of its conditions; images to choose from; an
 * address with the format that is stated of it. Each alternative begins with a character that the one before cannot
 * end with, so that no text makes it try many ways.
 */
const REFERENCE = new RegExp(
  `@font-face|@import\\s*(?:url\\(\\s*)?(?:${QUOTED}|([^\\s"'()]+))[^;{}]*;?|\\bimage-set\\((${inBrackets(4)})\\)|\\burl\\(\\s*(?:${QUOTED}|${PLAIN})\\s*\\)(?:\\s*(?:format|tech)\\([^)]*\\))*`,
  'gi',
);
/** A candidate of an `image-set`, or the type that is stated of one. */
const CANDIDATE = new RegExp(
  `\\btype\\([^)]*\\)|\\burl\\(\\s*(?:${QUOTED}|${PLAIN})\\s*\\)|${QUOTED}`,
  'gi',
);

/** An image that is none: what refers to it is drawn as if it could not be loaded, and nobody is told. */
const NO_IMAGE = 'url("data:,")';
/** A font that is on no computer: a browser goes on to the next of the list. */
const NO_FONT = 'local("")';

/**
 * Takes addresses out of style sheets, rules and declarations. Not what keeps a page from loading them, which is
 * the frame's policy: it keeps the console free of what the policy would report, and says what there is. Whatever may
 * be loaded, addresses that stand for elements of the page become places in it.
 */
export function blockCss(css: string, { own, note }: AddressRules): string {
  let fontEnd = -1;
  let isFontNoted = false;
  return css.replace(REFERENCE, (match: string, ...rest: readonly unknown[]) => {
    const [imported, set, address, at] = [found(rest, 0), rest[3], found(rest, 4), Number(rest[7])];
    if (imported !== null) {
      if (!note || !isRemote(imported)) return match;
      note('stylesheet', imported);
      return '';
    }
    if (typeof set === 'string') return note ? `image-set(${blockSet(set, note)})` : match;
    if (address === null) {
      fontEnd = css.indexOf('}', at);
      if (fontEnd < 0) fontEnd = css.length;
      isFontNoted = false;
      return match;
    }
    const place = own.placeIn(address);
    if (place !== null) return match.replace(address, () => place);
    if (!note || !isRemote(address)) return match;
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

/** Of the images of a set a browser loads one. */
function blockSet(set: string, note: NoteBlocked): string {
  let isNoted = false;
  return set.replace(CANDIDATE, (match: string, ...rest: readonly unknown[]) => {
    const address = found(rest, 0) ?? found(rest, 3);
    if (!isRemote(address)) return match;
    if (!isNoted) note('image', address);
    isNoted = true;
    return NO_IMAGE;
  });
}

/** The one of three groups that has matched. */
function found(groups: readonly unknown[], first: number): string | null {
  const group = groups.slice(first, first + 3).find((text) => text !== undefined);
  return typeof group === 'string' ? group : null;
}
