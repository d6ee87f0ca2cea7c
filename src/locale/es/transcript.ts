import type { TranscriptLocale } from '../words/transcript.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const transcript: TranscriptLocale = {
  heading: (id) => (id === '' ? 'Sesión' : `Sesión ${id}`),
  about: (startedAt, length) => `Grabada el ${startedAt}, duración: ${duration(Math.round(length))}.`,
  end: 'fin de la grabación',
  transcript: 'Transcripción',
  views: { words: 'En palabras', page: 'Texto de la página' },
  detail: 'Nivel de detalle',
  details: { brief: 'Breve', normal: 'Normal', full: 'Todo' },
  nothing: 'No hay nada que contar con este nivel de detalle.',
  search: 'Buscar en la transcripción',
  lines: counted('línea', 'líneas'),
  matches: (at, count) =>
    at > 0 ? `${number(at)} de ${number(count)}` : counted('coincidencia', 'coincidencias')(count),
  previousMatch: 'Coincidencia anterior',
  nextMatch: 'Coincidencia siguiente',
  seen: 'Con lo que se veía',
  seenHint:
    'Las copias y los archivos cuentan también qué había en la página en cada página, clic y error. No en WebVTT.',
  searchPage: 'Buscar en la página',
  pageHint: 'Encuentra cuándo estuvo un texto en la página, también fuera de lo que se veía.',
  foundAt: (text) => `En la página: «${text}»`,
  stretches: counted('intervalo de tiempo', 'intervalos de tiempo'),
  previousStretch: 'Intervalo anterior',
  nextStretch: 'Intervalo siguiente',
  neverSeen: (text) => `«${text}» nunca estuvo en la página.`,
};
