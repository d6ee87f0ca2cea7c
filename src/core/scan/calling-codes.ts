/**
 * How many digits numbers have behind their country's code, from and to; one that is not named here has six to
 * twelve. Source: ITU-T E.164 and national numbering plans
 */
const LENGTHS: Readonly<Record<string, readonly [from: number, to: number]>> = Object.fromEntries(
  (
    '1:10-10 7:10-10 20:8-10 27:9-9 30:10-10 31:9-11 32:8-10 33:9-10 34:9-9 36:8-10 39:6-12 40:9-10 41:9-10 43:5-13 ' +
    '44:9-11 45:8-8 46:7-10 47:8-8 48:9-9 49:6-13 51:8-9 52:10-11 53:6-8 54:10-11 55:10-11 56:9-9 57:8-10 58:10-11 ' +
    '60:8-11 61:9-10 62:8-13 63:8-11 64:8-11 65:8-8 66:8-10 81:9-11 82:8-11 84:9-11 86:9-12 90:10-11 91:10-11 ' +
    '92:9-11 93:9-10 94:9-10 95:7-10 98:10-11'
  )
    .split(' ')
    .map((line) => {
      const [code = '', from, to] = line.split(/[:-]/);
      return [code, [Number(from), Number(to)] as const];
    }),
);
const CALLING_CODE =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d)/;

/** True for digits that begin with a code that is in use and have as many behind it as numbers there have. */
export function fitsCallingCode(digits: string): boolean {
  const code = CALLING_CODE.exec(digits)?.[0];
  if (code === undefined || (code === '1' && !/^1[2-9]\d\d[2-9]/.test(digits))) return false;
  const [from, to] = LENGTHS[code] ?? [6, 12];
  const { length } = digits.slice(code.length);
  return length >= from && length <= to;
}
