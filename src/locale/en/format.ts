import { partsOf } from '../parts.ts';

/** What the files of English share. */
export const TAG = 'en';
export const { format, counted, moment } = partsOf(TAG);

/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? 'The file' : `"${file}"`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? 'without a name' : `"${file}"`);
