/** Combining marks, joiners and variation selectors: a browser shapes them together with the character before. */
const JOINING = '[\\p{M}\\p{Cf}]';
/** No language puts so many on one character; those who play with them put some dozens. */
const LONGEST_RUN = 64;
const LONG_RUN = new RegExp(`(?:${JOINING}){${LONGEST_RUN},}`, 'gu');
const JOINED = new RegExp(`${JOINING}{4,}`, 'gu');
/** Scripts in which a browser finds words by a dictionary. */
const WITHOUT_SPACES = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
const WORDS = 10;
/** Each script and direction is laid out by itself. */
const SWITCH =
  /\p{sc=Latin}(?=\p{sc=Hebrew}|\p{sc=Arabic}|\p{sc=Greek}|\p{sc=Cyrillic}|\p{sc=Thai}|\p{sc=Han})/gu;
const SWITCHES = 4;
/** Of a text that is too much so much stays. */
const LONGEST_KEPT = 1000;
/** Texts without any of these, which are most of them, are not looked at. */
const FROM = 0x300;

/**
 * A text with no more joining characters in a row than anybody writes.
 *
 * @param most shorter texts stay as they are
 */
export function cutRuns(text: string, most: number): string {
  if (text.length < LONGEST_RUN || most === Infinity || !mayJoin(text)) return text;
  return text.replace(LONG_RUN, (run) => firstCharacters(run, LONGEST_RUN));
}

/** How much of a text takes as long as joining characters that stand in rows longer than any word has. */
export function countJoined(text: string): number {
  if (!mayJoin(text)) return 0;
  let count = 0;
  for (const [run] of text.matchAll(JOINED)) count += run.length;
  count += (text.match(WITHOUT_SPACES)?.length ?? 0) / WORDS;
  return count + (text.match(SWITCH)?.length ?? 0) / SWITCHES;
}

/** A text without those: its beginning. */
export function withoutJoined(text: string): string {
  return firstCharacters(text.replace(JOINED, ''), LONGEST_KEPT);
}

function mayJoin(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FROM || code === 0xad) return true;
  }
  return false;
}

function firstCharacters(run: string, count: number): string {
  const end = run.slice(0, count);
  // Half of a pair is no character.
  return /[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end;
}
