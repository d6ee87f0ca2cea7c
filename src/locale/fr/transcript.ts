import type { TranscriptLocale } from '../words/transcript.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const transcript: TranscriptLocale = {
  heading: (id) => (id === '' ? 'Session' : `Session ${id}`),
  about: (startedAt, length) => `Enregistrée le ${startedAt}, durée\u00a0: ${duration(Math.round(length))}.`,
  end: 'fin de l’enregistrement',
  transcript: 'Transcription',
  views: { words: 'En mots', page: 'Texte de la page' },
  detail: 'Niveau de détail',
  details: { brief: 'Bref', normal: 'Normal', full: 'Tout' },
  nothing: 'Il n’y a rien à raconter à ce niveau de détail.',
  search: 'Rechercher dans la transcription',
  lines: counted('ligne', 'lignes'),
  matches: (at, count) =>
    at > 0 ? `${number(at)} sur ${number(count)}` : counted('résultat', 'résultats')(count),
  previousMatch: 'Résultat précédent',
  nextMatch: 'Résultat suivant',
  seen: 'Avec ce qui était visible',
  seenHint:
    'Les copies et les fichiers disent aussi ce qui était sur la page à chaque page, clic et erreur. Pas en WebVTT.',
  searchPage: 'Rechercher dans la page',
  pageHint: 'Trouve quand un texte était sur la page, même hors de la partie visible.',
  foundAt: (text) => `Sur la page\u00a0: «\u00a0${text}\u00a0»`,
  stretches: counted('période', 'périodes'),
  previousStretch: 'Période précédente',
  nextStretch: 'Période suivante',
  neverSeen: (text) => `«\u00a0${text}\u00a0» n’a jamais été sur la page.`,
};
