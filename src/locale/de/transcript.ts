import type { TranscriptLocale } from '../words/transcript.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const transcript: TranscriptLocale = {
  heading: (id) => (id === '' ? 'Sitzung' : `Sitzung ${id}`),
  about: (startedAt, length) => `Aufgezeichnet am ${startedAt}, Länge: ${duration(Math.round(length))}.`,
  end: 'Ende der Aufzeichnung',
  transcript: 'Transkript',
  views: { words: 'In Worten', page: 'Text auf der Seite' },
  detail: 'Detailgrad',
  details: { brief: 'Kurz', normal: 'Normal', full: 'Alles' },
  nothing: 'Bei diesem Detailgrad gibt es nichts zu berichten.',
  search: 'Im Transkript suchen',
  lines: counted('Zeile', 'Zeilen'),
  matches: (at, count) =>
    at > 0 ? `${number(at)} von ${number(count)}` : counted('Treffer', 'Treffer')(count),
  previousMatch: 'Vorheriger Treffer',
  nextMatch: 'Nächster Treffer',
  seen: 'Mit dem, was zu sehen war',
  seenHint:
    'Kopien und Dateien sagen auch, was bei jeder Seite, jedem Klick und jedem Fehler auf der Seite stand. Nicht in WebVTT.',
  searchPage: 'Auf der Seite suchen',
  pageHint: 'Findet, wann ein Text auf der Seite stand, auch außerhalb des sichtbaren Bereichs.',
  foundAt: (text) => `Auf der Seite: „${text}“`,
  stretches: counted('Zeitabschnitt', 'Zeitabschnitte'),
  previousStretch: 'Vorheriger Zeitabschnitt',
  nextStretch: 'Nächster Zeitabschnitt',
  neverSeen: (text) => `„${text}“ stand nie auf der Seite.`,
};
