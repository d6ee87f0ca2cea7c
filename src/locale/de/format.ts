import { partsOf } from '../parts.ts';

/** What the files of German share. */
export const TAG = 'de';
export const { format, counted, moment } = partsOf(TAG);

/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? 'Die Datei' : `„${file}“`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? 'ohne Namen' : `„${file}“`);
