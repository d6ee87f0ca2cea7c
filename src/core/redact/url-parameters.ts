import { decodeText, type TextRange } from '../text/decode-text.ts';

/** Characters; what stands further in front of a `=` is no name. */
const LONGEST_NAME = 600;
/** So far back it is looked whether a `;` stands in a path. */
const LONGEST_PATH = 500;
const BEFORE_NAME = /[?&#;=\s"'`<>]/;
const BEGINS_PARAMETER = /[?&#;]/;
const BEGINS_FORM = /[\n\r"'`]/;
const ENDS_ADDRESS = /[\s"<>]/;
/** What may end a value, and in a path. */
const MAY_END = /[&#\s"<>'`\\]/g;
const MAY_END_IN_PATH = /[&#\s"<>'`\\/?;]/g;
const ENDS_QUOTED = /['`]/;
/** What stands behind an address rather than at its end. */
const TRAILING = /[)\]};,.!?:]/;
/** Escapes of what ends a value; `n`, `r` and `t` only are such ones where the text is JSON. */
const ESCAPED_END = /^(?:u00(?:2[02367]|3[ce])|x(?:2[02367]|3[ce]))/i;
const ESCAPED_SPACE = /^[nrt]/;
const IS_JSON = /^\s*["[{]|\\"/;
/** A text that is an address or the body of a form, and nothing else. */
const IS_ADDRESS = /^(?:[a-z][a-z\d+.-]*:|[/?#.]|[^\s'"`<>(){}\\]+[?=])[^\s"<>]*$/i;
const IS_FORM = /^[\w.[\]%~*-]{1,200}=[\w.%+~*@-]*$/;
/** What pages tell browsers in the form of a body. */
const IS_SETTING = /^(?:width=device-width|ie=edge)$/i;

/**
 * Where the values of a parameter stand in a text: in addresses, in bodies of forms, and where these stand in markup,
 * in JSON or in a sentence.
 *
 * @param name `*` stands for all
 */
export function findParameters(name: string, text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  const wanted = name === '*' ? null : plainName(name);
  const isAddress = IS_ADDRESS.test(text);
  const isJson = !isAddress && IS_JSON.test(text);
  for (let at = text.indexOf('='); at >= 0;) {
    const start = beginningOfName(text, at);
    const isNamed = wanted === null ? at > start : sameName(text.slice(start, at), wanted);
    let next = at + 1;
    if (isNamed && (begins(text, start, wanted === null) || isFirstField(text, start, at, wanted === null))) {
      const inPath = isInPath(text, start);
      next = endOfValue(text, at + 1, { isAddress, isJson, inPath });
      if (next > at + 1) found.push({ from: at + 1, to: next });
    }
    at = text.indexOf('=', next);
  }
  return found;
}

function beginningOfName(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && !BEFORE_NAME.test(text[start - 1] ?? '')) start--;
  return start;
}

function begins(text: string, start: number, isAny: boolean): boolean {
  const before = text[start - 1] ?? '';
  if (BEGINS_PARAMETER.test(before)) return true;
  // Between cookies there is a space, as in much else.
  return !isAny && before === ' ' && text[start - 2] === ';';
}

/** A body starts with its first field. */
function isFirstField(text: string, start: number, at: number, isAny: boolean): boolean {
  if (start > 0 && !BEGINS_FORM.test(text[start - 1] ?? '')) return false;
  if (!isAny) return true;
  if (start === 0 && IS_FORM.test(text)) return !IS_SETTING.test(text);
  return /^=[^\s"'`<>&=;]*&[^\s"'`<>&=;]{1,100}=/.test(text.slice(at, at + 5000));
}

/** A name of a list or in a fragment is the name without these signs, too. */
function sameName(given: string, wanted: string): boolean {
  if (given.length < wanted.length) return false;
  const name = plainName(given);
  return name === wanted || name.replace(/^[!/]+/, '').replace(/\[\d{0,5}\]$/, '') === wanted;
}

function plainName(name: string): string {
  return (/[^\w.]/.test(name) ? decodeText(name) : name).replace(/\+/g, ' ').toLowerCase();
}

/** True for a parameter of a part of a path: the path goes on behind it. */
function isInPath(text: string, start: number): boolean {
  if (text[start - 1] !== ';') return false;
  const before = text.slice(Math.max(0, start - LONGEST_PATH), start);
  const address = before.slice(1 + before.search(/[\s"'`<>][^\s"'`<>]*$/));
  return address.includes('/') && !/[?#&]/.test(address);
}

interface Surroundings {
  readonly isAddress: boolean;
  readonly isJson: boolean;
  readonly inPath: boolean;
}

/** Browsers leave `( ) [ ] { } ; \` in queries as they are: a value ends where its parameter or its address does. */
function endOfValue(text: string, start: number, { isAddress, isJson, inPath }: Surroundings): number {
  const signs = inPath ? MAY_END_IN_PATH : MAY_END;
  let end: number;
  signs.lastIndex = start;
  for (let sign = signs.exec(text); ; sign = signs.exec(text)) {
    end = sign?.index ?? text.length;
    if (!sign) break;
    const [character] = sign;
    if (character === '&' || character === '#' || (inPath && /[/?;]/.test(character))) return end;
    if (ENDS_ADDRESS.test(character) || (!isAddress && ENDS_QUOTED.test(character))) break;
    if (character !== '\\') continue;
    const slashes = countOf('\\', text, end);
    const after = text.slice(end + slashes, end + slashes + 5);
    const isEscape = slashes % 2 === 1;
    if (isEscape && (ESCAPED_END.test(after) || (isJson && ESCAPED_SPACE.test(after)))) return end;
    if (!isAddress && /^["'`]/.test(after)) break;
    signs.lastIndex = end + slashes;
  }
  if (!isAddress) while (end > start && TRAILING.test(text[end - 1] ?? '')) end--;
  return end;
}

function countOf(character: string, text: string, from: number): number {
  let to = from;
  while (text[to] === character) to++;
  return to - from;
}
