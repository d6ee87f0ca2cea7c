import type { PrivacyWords } from '../words/privacy.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const privacy: PrivacyWords = {
  privacy: 'Datenschutz',
  onScreen: (count) => `Datenschutz, ${count} im Bild verborgen`,
  overlaysOff: 'Datenschutz, Markierungen sind aus',
  showMasks: 'Verborgenes auf der Seite markieren',
  masks: {
    blocked: {
      name: 'Blockiert',
      many: 'blockierte Elemente',
      count: counted('blockiertes Element', 'blockierte Elemente'),
      meaning: 'Nur die Größe wurde aufgezeichnet.',
    },
    text: {
      name: 'Maskierter Text',
      many: 'maskierte Texte',
      count: counted('maskierter Text', 'maskierte Texte'),
      meaning: 'Der Recorder hat die Zeichen durch Sternchen ersetzt.',
    },
    input: {
      name: 'Maskierte Eingabe',
      many: 'maskierte Eingaben',
      count: counted('maskierte Eingabe', 'maskierte Eingaben'),
      meaning: 'Der Recorder hat das Eingegebene durch Sternchen ersetzt.',
    },
    exposed: {
      name: 'Nicht ganz maskiert',
      many: 'nicht ganz maskierte Eingaben',
      count: counted('nicht ganz maskierte Eingabe', 'nicht ganz maskierte Eingaben'),
      meaning:
        'Der Recorder hat das Eingegebene durch Sternchen ersetzt, aber die Aufzeichnung enthält es auch im Klartext. „Geschwärzte Kopie teilen“ entfernt es.',
    },
    ignored: {
      name: 'Ignorierte Eingabe',
      many: 'ignorierte Eingaben',
      count: counted('ignorierte Eingabe', 'ignorierte Eingaben'),
      meaning: 'Der Recorder sollte nicht aufzeichnen, was hier eingegeben wird.',
    },
    network: {
      name: 'Geschwärzte Anfrage',
      many: 'geschwärzte Anfragen',
      count: counted('geschwärzte Anfrage', 'geschwärzte Anfragen'),
      meaning:
        'Ein Header, der Inhalt oder ein Teil der Adresse wurde entfernt. Nicht auf der Seite zu sehen.',
    },
    canvas: {
      name: 'Canvas nicht aufgezeichnet',
      many: 'nicht aufgezeichnete Canvas-Elemente',
      count: counted('nicht aufgezeichnetes Canvas-Element', 'nicht aufgezeichnete Canvas-Elemente'),
      meaning: 'Was hier gezeichnet wurde, wurde nicht aufgezeichnet.',
    },
    frame: {
      name: 'Frame nicht aufgezeichnet',
      many: 'nicht aufgezeichnete Frames',
      count: counted('nicht aufgezeichneter Frame', 'nicht aufgezeichnete Frames'),
      meaning: 'Eine Seite einer anderen Website, in die der Recorder nicht hineinsehen kann.',
    },
    covered: {
      name: 'Von dieser Seite verborgen',
      many: 'von dieser Seite verborgene Elemente',
      count: counted('von dieser Seite verborgenes Element', 'von dieser Seite verborgene Elemente'),
      meaning: 'Es wurde aufgezeichnet, aber dieser Player soll es nicht zeigen.',
    },
    redacted: {
      name: 'Aus dieser Kopie entfernt',
      many: 'aus dieser Kopie entfernte Elemente',
      count: counted('aus dieser Kopie entferntes Element', 'aus dieser Kopie entfernte Elemente'),
      meaning:
        'Die Aufzeichnung enthielt es. Beim Erstellen dieser Kopie wurde es entfernt; in dieser Datei ist es nicht.',
    },
  },
  hiddenOnScreen: (what) => `Im Bild verborgen: ${what}`,
  hiddenOnTimeline: (seconds) => `Für ${duration(Math.round(seconds))} der Aufzeichnung ist etwas verborgen`,
  hiddenAt: (kinds) => `Verborgen: ${kinds}`,
  kinds: 'Was verborgen ist',
  now: 'Jetzt',
  total: 'Insgesamt',
  occurrences: 'Vorkommen',
  notOnPage: 'Nicht auf der Seite',
  outOfSight: 'In diesem Moment nicht im Blick',
  nothing: 'Kein Hinweis auf verborgene Inhalte gefunden.',
  searching: 'Aufzeichnung wird durchsucht …',
  later: 'Gesamtzahlen erscheinen, sobald die ganze Aufzeichnung geladen ist.',
  position: (index, total) => `${number(index)} von ${number(total)}`,
  previous: 'Vorheriges Vorkommen',
  next: 'Nächstes Vorkommen',
};
