import { partsOf } from '../parts.ts';

/** What the files of French share. */
export const TAG = 'fr';
export const { format, counted, moment } = partsOf(TAG);

/** A file at the beginning of a sentence. */
export const theFile = (file = '') => (file === '' ? 'Le fichier' : `«\u00a0${file}\u00a0»`);
/** A file within a sentence. */
export const fileNamed = (file: string) => (file === '' ? 'sans nom' : `«\u00a0${file}\u00a0»`);
