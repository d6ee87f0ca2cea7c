import { formatsOf } from './formats.ts';

/** What the files of a language share. @param tag of the language, by BCP 47 */
export function partsOf(tag: string) {
  const format = formatsOf(tag);
  const { date, timeOfDay, plural } = format;
  return {
    format,
    /** So many of something, in a language that tells one from all others. */
    counted: (one: string, other: string) => plural({ one: `# ${one}`, other: `# ${other}` }),
    moment: (of: Date) => `${date(of)}, ${timeOfDay(of)}`,
  };
}
