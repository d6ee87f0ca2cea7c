import { format } from './format.ts';
import type { ShortcutWords } from '../words/shortcuts.ts';

const { number } = format;

export const shortcuts: ShortcutWords = {
  shortcuts: 'Tastenkürzel',
  escape: 'Escape schließt, was zuletzt geöffnet wurde.',
  groups: { playback: 'Wiedergabe', moments: 'Gehe zu', page: 'Seite', panels: 'Bereiche' },
  skipped: (seconds) => `${seconds < 0 ? '−' : '+'}${number(Math.abs(seconds))}\u00a0s`,
  names: {
    'playback': 'Abspielen oder anhalten',
    'back-5': '5 Sekunden zurück',
    'forward-5': '5 Sekunden vor',
    'back-10': '10 Sekunden zurück',
    'forward-10': '10 Sekunden vor',
    'start': 'Anfang',
    'end': 'Ende',
    'tenths': 'Zehntel der Aufzeichnung',
    'slower': 'Langsamer',
    'faster': 'Schneller',
    'loop-from': 'Schleife ab hier',
    'loop-to': 'Schleife bis hier',
    'loop-off': 'Schleife beenden',
    'change-before': 'Vorherige Änderung der Seite',
    'change-after': 'Nächste Änderung der Seite',
    'entry-before': 'Vorheriges Ereignis',
    'entry-after': 'Nächstes Ereignis',
    'error-before': 'Vorheriger Fehler',
    'error-after': 'Nächster Fehler',
    'mark-before': 'Vorherige Marke auf der Zeitleiste',
    'mark-after': 'Nächste Marke auf der Zeitleiste',
    'chapter-before': 'Vorheriges Kapitel',
    'chapter-after': 'Nächstes Kapitel',
    'masks': 'Verborgenes markieren',
    'captions': 'Untertitel',
    'size': 'Größe der Seite',
    'inspect': 'Text markieren',
    'link': 'Link zu diesem Zeitpunkt kopieren',
    'fullscreen': 'Vollbild',
  },
  keys: { space: 'Leertaste', home: 'Pos1', end: 'Ende', arrowleft: '←', arrowright: '→' },
};
