import { partsOf } from '../parts.ts';

/** What the files of Spanish share. */
export const TAG = 'es';
export const { format, counted, moment } = partsOf(TAG);

/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? 'El archivo' : `«${file}»`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? 'sin nombre' : `«${file}»`);
