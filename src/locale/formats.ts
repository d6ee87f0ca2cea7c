/** A sentence about a number of things, by the plural rules of a language; `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** How a language writes numbers, times and lists. */
export interface Formats {
  /** `1,200` */
  readonly number: (value: number) => string;
  /** A share from 0 to 1: `45%`. */
  readonly percent: (share: number) => string;
  /** A number of bytes, in steps of 1000: `512 bytes`, `12.3 MB`, `75 MB`. */
  readonly bytes: (bytes: number) => string;
  /** Seconds as they are read aloud: `1 hour 2 minutes`. Lengths are to be rounded before. */
  readonly duration: (seconds: number) => string;
  /** The day of a moment; where the user is, unless a zone is named by its IANA name, as in what follows. */
  readonly date: (moment: Date, timeZone?: string) => string;
  /** The day of a moment without its year. */
  readonly day: (moment: Date, timeZone?: string) => string;
  /** The time of day of a moment, to the second. */
  readonly timeOfDay: (moment: Date, timeZone?: string) => string;
  /** What the zone is called at a moment: `UTC`, `GMT+2`, `CEST`. */
  readonly zone: (moment: Date, timeZone?: string) => string;
  /** `images, fonts and frames` */
  readonly list: (items: readonly string[]) => string;
  readonly plural: (forms: PluralForms) => (count: number) => string;
}

const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;
const TIME_UNITS = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * The formats of a language, in its regional variant where the user has one: 4 March or March 4.
 *
 * @param tag of the language, by BCP 47
 */
export function formatsOf(tag: string): Formats {
  // Formatters take long to make: each is made once, when it is first needed.
  const region = once(() => regionOf(tag));
  const numbers = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions = {}): string => {
    const key = JSON.stringify(options);
    const known = numbers.get(key) ?? new Intl.NumberFormat(region(), options);
    numbers.set(key, known);
    return known.format(value);
  };
  const unit = (value: number, name: string, unitDisplay: 'short' | 'long', maximumFractionDigits = 0) =>
    format(value, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits });
  const times = new Map<string, Intl.DateTimeFormat>();
  const timeFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const known = times.get(key) ?? new Intl.DateTimeFormat(region(), options);
    times.set(key, known);
    return known;
  };
  const lists = once(() => new Intl.ListFormat(tag));
  const rules = once(() => new Intl.PluralRules(tag));

  return {
    number: format,
    percent: (share) => format(share, { style: 'percent' }),
    bytes: (bytes) => {
      if (bytes < 1000) return unit(bytes, 'byte', 'long');
      let value = bytes / 1000;
      let step = 0;
      // What would be rounded to 1000 belongs to the next unit.
      for (; value >= 999.5 && step < BYTE_UNITS.length - 1; step++) value /= 1000;
      return unit(value, BYTE_UNITS[step] ?? '', 'short', value < 99.95 ? 1 : 0);
    },
    duration: (seconds) => {
      let rest = wholeSeconds(seconds);
      const words = TIME_UNITS.map(([name, length]) => {
        const value = Math.floor(rest / length);
        rest %= length;
        return value === 0 ? '' : unit(value, name, 'long');
      });
      return words.filter(Boolean).join(' ') || unit(0, 'second', 'long');
    },
    date: (moment, timeZone) => timeFormat({ dateStyle: 'medium', timeZone }).format(moment),
    day: (moment, timeZone) => timeFormat({ month: 'short', day: 'numeric', timeZone }).format(moment),
    timeOfDay: (moment, timeZone) => timeFormat({ timeStyle: 'medium', timeZone }).format(moment),
    zone: (moment, timeZone) => {
      const parts = timeFormat({ timeZoneName: 'short', timeZone }).formatToParts(moment);
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    },
    list: (items) => lists().format(items),
    plural: (forms) => (count) => (forms[rules().select(count)] ?? forms.other).replace('#', format(count)),
  };
}

/**
 * Whole seconds, rounded down as a clock does. What is no time, such as `NaN`, counts as 0.
 *
 * @param length of what a position is in, in seconds: its end is as late as it is long, which is rounded
 */
export function wholeSeconds(seconds: number, length = Infinity): number {
  if (Number.isFinite(length) && seconds >= length) return wholeSeconds(Math.round(length));
  return Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
}

function regionOf(tag: string): string {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  return locale.startsWith(`${tag}-`) ? locale : tag;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
