import { formatsOf } from '../formats.ts';

/** What the files of English share. */
export const TAG = 'en';
export const format = formatsOf(TAG);

const { date, timeOfDay, plural } = format;

export const counted = (one: string, other: string) => plural({ one: `# ${one}`, other: `# ${other}` });
export const moment = (of: Date) => `${date(of)}, ${timeOfDay(of)}`;
/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? 'The file' : `"${file}"`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? 'without a name' : `"${file}"`);
