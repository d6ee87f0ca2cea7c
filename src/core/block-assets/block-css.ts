import type { BlockedKind } from '../recording.ts';
import { isRemote } from './address.ts';
import type { OwnAddresses } from './own-addresses.ts';

/**
 * Told of each address that leads out of the recording, as one that leads somewhere from anywhere, if it does.
 *
 * @param kind null for what does not count besides another that is told of
 * @returns what is to stand there; null where nothing may be loaded
 */
export type TakeAddress = (kind: BlockedKind | null, address: string) => string | null;

/** What becomes of the addresses on a page. */
export interface AddressRules {
  /** What the page calls itself: places in it stay. */
  readonly own: OwnAddresses;
  /** Says what becomes of each address that leads elsewhere; null where all are left as they are. */
  readonly take: TakeAddress | null;
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
const CANDIDATE = new RegExp(`\\btype\\([^)]*\\)|\\burl\\(\\s*(?:${QUOTED}|${PLAIN})\\s*\\)|${QUOTED}`, 'gi');

/** What is stated of the file behind an address. */
const FORMATS = /(?:\s*(?:format|tech)\([^)]*\))*$/;
/** An image that is none: what refers to it is drawn as if it could not be loaded, and nobody is told. */
const NO_IMAGE = 'url("data:,")';
/** A font that is on no computer: a browser goes on to the next of the list. */
const NO_FONT = 'local("")';

/**
 * Takes addresses out of style sheets, rules and declarations, or makes them whole. Not what keeps a page from loading
 * them, which is the frame's policy: it keeps the console free of what the policy would report, and says what there is.
 * Whatever may be loaded, addresses that stand for elements of the page become places in it.
 */
export function blockCss(css: string, { own, take }: AddressRules): string {
  let fontEnd = -1;
  let isFontBlocked = false;
  return css.replace(REFERENCE, (match: string, ...rest: readonly unknown[]) => {
    const [imported, set, address, at] = [found(rest, 0), rest[3], found(rest, 4), Number(rest[7])];
    if (imported !== null) {
      if (!take || !isRemote(imported)) return match;
      const sheet = take('stylesheet', own.resolve(imported));
      return sheet === null ? '' : match.replace(imported, () => sheet);
    }
    if (typeof set === 'string') return take ? `image-set(${blockSet(set, { own, take })})` : match;
    if (address === null) {
      fontEnd = css.indexOf('}', at);
      if (fontEnd < 0) fontEnd = css.length;
      isFontBlocked = false;
      return match;
    }
    const place = own.placeIn(address);
    if (place !== null) return match.replace(address, () => place);
    if (!take || !isRemote(address)) return match;
    const isFont = at <= fontEnd;
    // Of the formats of one font a browser loads one.
    if (isFont && isFontBlocked) return NO_FONT;
    const loaded = take(isFont ? 'font' : 'image', own.resolve(address));
    if (loaded !== null) return `url("${loaded}")${FORMATS.exec(match)?.[0] ?? ''}`;
    if (!isFont) return NO_IMAGE;
    isFontBlocked = true;
    return NO_FONT;
  });
}

/** Of the images of a set a browser loads one. */
function blockSet(set: string, { own, take }: AddressRules): string {
  let isBlocked = false;
  return set.replace(CANDIDATE, (match: string, ...rest: readonly unknown[]) => {
    const address = found(rest, 0) ?? found(rest, 3);
    if (!take || !isRemote(address)) return match;
    const loaded = isBlocked ? null : take('image', own.resolve(address));
    if (loaded !== null) return `url("${loaded}")`;
    isBlocked = true;
    return NO_IMAGE;
  });
}

/** The one of three groups that has matched. */
function found(groups: readonly unknown[], first: number): string | null {
  const group = groups.slice(first, first + 3).find((text) => text !== undefined);
  return typeof group === 'string' ? group : null;
}
