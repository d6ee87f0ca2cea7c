import { formatsOf } from '../formats.ts';

/** What the files of Simplified Chinese share. */
export const TAG = 'zh-Hans';
export const format = formatsOf(TAG);

const { date, timeOfDay, plural } = format;

/** So many of something, with its measure word: one is not told from all others. */
export const counted = (what: string) => plural({ other: `# ${what}` });
export const moment = (of: Date) => `${date(of)} ${timeOfDay(of)}`;
/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? '该文件' : `“${file}”`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? '（未命名）' : `“${file}”`);
