import type { AssetWords, OverlayWords } from '../words/overlays.ts';
import { counted, format } from './format.ts';

const { percent, bytes, duration } = format;

export const overlays: OverlayWords = {
  nothingToPlay: 'Keine Aufzeichnung',
  openRecording: 'Aufzeichnung öffnen',
  dropHere: 'Aufzeichnung hier ablegen',
  orPaste: 'oder einfügen',
  chooseFile: 'Datei wählen',
  acceptedFiles:
    'Öffnet PostHog-Sitzungsaufzeichnungen (einen Export, eine Antwort der API oder ein ZIP-Archiv) und rrweb-Ereignisse, komprimiert oder nicht. Mehrere Dateien lassen sich zusammen öffnen.',
  staysHere: 'Nichts verlässt diesen Computer.',
  dropToOpen: 'Zum Öffnen loslassen',
  loading: 'Aufzeichnung wird geladen',
  bytesRead: (loaded) => `${bytes(loaded)} gelesen`,
  bytesOf: (loaded, total, share) => `${bytes(loaded)} von ${bytes(total)}, ${percent(share)}`,
  waiting: 'Dieser Zeitpunkt wird geladen …',
  notOnPaper: 'Die aufgezeichnete Seite war beim Drucken nicht geladen.',
  ended: 'Die Aufzeichnung ist zu Ende',
  retry: 'Erneut versuchen',
  chooseAnother: 'Andere Datei wählen',
  skipped: (clock) => `${clock} übersprungen`,
  skippedAloud: (seconds) => `${duration(Math.round(seconds))} ohne Aktivität übersprungen`,
  passedOver: (seconds) => `${duration(seconds)} ohne aufgezeichnete Seite übersprungen.`,
};

export const assets: AssetWords = {
  notLoaded: 'Nicht geladen',
  blocked: {
    image: counted('Bild', 'Bilder'),
    stylesheet: counted('Stylesheet', 'Stylesheets'),
    font: counted('Schriftart', 'Schriftarten'),
    media: counted('Video oder Ton', 'Videos und Töne'),
    frame: counted('Frame', 'Frames'),
  },
  blockedFrom: (things, sites) => `${things} von ${counted('Website', 'Websites')(sites)} nicht geladen`,
  showSites: 'Websites anzeigen',
  load: 'Trotzdem laden',
  loadMeans: 'Nach dem Laden können diese Websites sehen, dass jemand diese Aufzeichnung geöffnet hat.',
  dismiss: 'Ausblenden',
};
