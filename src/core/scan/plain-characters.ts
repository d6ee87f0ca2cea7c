/** Spaces, dashes, full-width signs and digits of other scripts; none of more than one unit. */
const ODD =
  /[\u00a0\u2000-\u200a\u2010-\u2015\u202f\u205f\u2212\u3000\uff01-\uff5e]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const HAS_ODD = new RegExp(ODD.source);
/** Where scripts have their zeros, in the order of their codes. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** The text in which these are ASCII, so that rules need to know one spelling. Every character stays where it is. */
export function plainCharacters(text: string): string {
  return HAS_ODD.test(text) ? text.replace(ODD, plainCharacter) : text;
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0xff00) return String.fromCharCode(code - 0xfee0);
  if (code < 0x2000 && code > 0xa0) return String(code - (ZEROS.findLast((zero) => zero <= code) ?? 0));
  return (code >= 0x2010 && code < 0x2020) || code === 0x2212 ? '-' : ' ';
}
