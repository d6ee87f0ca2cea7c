/**
 * Secrets that nobody ever had. They are put together here, from parts, so that no tool that looks for secrets in
 * sources takes them for real ones.
 */

const ALPHABETS = {
  base62: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  hex: '0123456789abcdef',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  digits: '0123456789',
};

/** The same characters every time; other ones for every seed. */
export function random(length: number, seed: string, alphabet: keyof typeof ALPHABETS = 'base62'): string {
  const characters = ALPHABETS[alphabet];
  let state = [...seed].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 2166136261);
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    text += characters.charAt((state >>> 8) % characters.length);
  }
  return text;
}

/** @param start of a vendor's tokens, with `|` where it is put together */
export function token(start: string, length: number, alphabet: keyof typeof ALPHABETS = 'base62'): string {
  return start.replaceAll('|', '') + random(length, start, alphabet);
}

export function base64Url(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function jwt(claims: object): string {
  return [base64Url({ alg: 'HS256', typ: 'JWT' }), base64Url(claims), random(43, 'signature')].join('.');
}

export function privateKey(kind: string): string {
  const name = [kind, 'PRIVATE', 'KEY'].filter(Boolean).join(' ');
  return `-----BEGIN ${name}-----\n${random(64, `${kind}1`)}\n${random(64, `${kind}2`)}\n-----END ${name}-----`;
}

/** A number with the digit that Luhn's check wants last. */
export function luhn(digits: string): string {
  for (let last = 0; last < 9; last++) if (luhnSum(`${digits}${last}`) % 10 === 0) return `${digits}${last}`;
  return `${digits}9`;
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, character, i) => {
    const digit = Number(character) * (1 + (i % 2));
    return sum + (digit > 9 ? digit - 9 : digit);
  }, 0);
}

/** An account number of a country, with the two check digits that ISO 13616 wants. */
export function iban(country: string, account: string): string {
  const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${country}${String(98 - Number(BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

/** In groups of some digits, as people write them. */
export function grouped(text: string, size = 4, between = ' '): string {
  return text.match(new RegExp(`.{1,${size}}`, 'g'))!.join(between);
}
