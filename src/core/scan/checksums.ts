/** Whether numbers are what they look like. Most that only look like it fail: 9 of 10 by Luhn, 96 of 97 by MOD 97. */

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** ISO/IEC 7812-1: cards, Swedish and Canadian numbers. */
export function passesLuhn(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum > 0 && sum % 10 === 0;
}

/** ISO 7064 MOD 97-10, as IBANs use it (ISO 13616): the first four characters last, letters as 10 to 35. */
export function passesIban(text: string): boolean {
  const compact = text.replace(/[ .-]/g, '').toUpperCase();
  const number = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return mod(number, 97) === 1;
}

/** A number of any length modulo one of a few digits. */
export function mod(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** The sum of digits, each by its weight. */
export function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0);
}

/** ISO 7064 MOD 11,10: German tax numbers. */
export function passesMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** Verhoeff's: Indian Aadhaar numbers. The group is that of a pentagon's turns and flips. */
export function passesVerhoeff(digits: string): boolean {
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    for (let times = i % 8; times > 0; times--) digit = turn[digit] ?? 0;
    sum = combine(sum, digit);
  }
  return sum === 0;
}

/** In the dihedral group of order 10: 0 to 4 turn, 5 to 9 flip and turn. */
function combine(a: number, b: number): number {
  const isFlipped = a > 4;
  const turned = ((a % 5) + (isFlipped ? 5 - (b % 5) : b % 5)) % 5;
  return isFlipped === b > 4 ? turned : turned + 5;
}

/** True for digits that are a day: year (two or four digits), month, day. */
export function isDay(year: string, month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)];
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return full >= 1880 && full < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(full, m, 0).getDate();
}
