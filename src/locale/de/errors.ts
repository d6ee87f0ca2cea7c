import type { ErrorWords, RuleWords } from '../words/errors.ts';
import { counted, format, theFile } from './format.ts';

const { number, bytes } = format;

const SIGN_IN =
  'Falls dort eine Anmeldung nötig ist, müssen Cookies mitgesendet werden: crossorigin="use-credentials" am Player oder die Antwort eines eigenen fetch() anstelle der Adresse.';

const EXPORT =
  'Die Sitzung in der Sitzungswiedergabe von PostHog öffnen, dort über das Menü exportieren und diese Datei öffnen.';

export const errors: ErrorWords = {
  headings: {
    'network': 'Die Aufzeichnung konnte nicht heruntergeladen werden',
    'not-a-recording': 'Das ist keine Sitzungsaufzeichnung',
    'unsupported-version': 'Diese Aufzeichnung hat eine unbekannte Version',
    'corrupt': 'Die Aufzeichnung ist beschädigt',
    'empty': 'Die Aufzeichnung ist leer',
    'unplayable': 'Die Aufzeichnung kann nicht abgespielt werden',
    'aborted': 'Das Laden wurde abgebrochen',
    'too-large': 'Die Aufzeichnung ist zu groß',
  },
  advice: {
    'network': 'Erneut versuchen oder eine Datei von diesem Computer wählen.',
    'not-a-recording':
      'Einen PostHog-Export, eine Antwort der API, ein ZIP-Archiv oder von rrweb aufgezeichnete Ereignisse wählen.',
    'unsupported-version':
      'Die Versionen 2023-04-28 und 2022-12-02 können geöffnet werden. Die Aufzeichnung neu exportieren oder eine neuere Version dieses Players verwenden.',
    'corrupt': 'Die Datei erneut herunterladen oder exportieren. Sie ist vielleicht unvollständig.',
    'empty': 'Eine andere Datei wählen oder die Sitzung neu exportieren.',
    'unplayable':
      'Falls die Aufzeichnung aus mehreren Teilen besteht, diese zusammen öffnen. Sonst die Sitzung neu exportieren.',
    'aborted': 'Erneut versuchen oder eine andere Datei wählen.',
    'too-large':
      'Eine kürzere Aufzeichnung oder einen einzelnen Teil wählen. Die Seite, in die der Player eingebettet ist, kann die Grenze erhöhen (limits).',
  },
  adviceFor: {
    'not-an-address': 'Die Adresse prüfen oder eine Datei von diesem Computer wählen.',
    'unreachable': 'Die Datei herunterladen und stattdessen hier öffnen.',
    'file-address': 'Die Datei hier ablegen oder auswählen.',
    'refused': 'Die Adresse prüfen und ob dort eine Anmeldung besteht.',
    'signed-out': SIGN_IN,
    'sign-in-page': SIGN_IN,
    'no-file': 'Den Pfad und die Leserechte prüfen.',
    'sources-list':
      'Die Snapshots jeder genannten Quelle herunterladen (dieselbe Adresse mit ?source=blob_v2&start_blob_key=…&end_blob_key=…) und zusammen öffnen.',
    'deleted': 'Eine andere Aufzeichnung wählen.',
    'metadata-only': 'Die zugehörigen Snapshots herunterladen oder die Aufzeichnung exportieren.',
    'recordings-list': EXPORT,
    'analytics-events': EXPORT,
    'har': 'Im Netzwerkbereich der Entwicklertools eines Browsers öffnen.',
    'playwright-trace': 'Mit „npx playwright show-trace“ öffnen.',
    'server-error': 'Beheben, was darin gemeldet wird, und die Aufzeichnung erneut herunterladen.',
    'no-events': 'Neu exportieren, sobald PostHog die Sitzung fertig verarbeitet hat.',
    'nothing-to-load': 'src setzen oder load() mit einer Aufzeichnung aufrufen.',
    'damaged-snapshot': 'Die Sitzung erneut herunterladen oder exportieren.',
    'sandboxed':
      'Die umgebende Seite muss ihrem Frame den Ursprung erlauben: sandbox="allow-scripts allow-same-origin".',
    'page-not-built': 'Die Sitzung neu exportieren oder eine andere Datei wählen.',
    'invalid-rule': 'Das muss die Seite berichtigen, in die der Player eingebettet ist.',
    'not-webvtt': 'Eine Textspur beginnt mit WEBVTT und hat Zeiten wie 00:01.000 --> 00:02.500.',
    'bomb': 'Eine andere Datei wählen.',
  },
  found: {
    'not-an-address': ({ address }) => `„${address}“ ist keine Adresse, die geladen werden kann.`,
    'unreachable': ({ address }) =>
      `Die Adresse ${address} konnte nicht geladen werden: Entweder besteht keine Verbindung, oder ihr Server erlaubt dieser Seite das Lesen nicht (CORS).`,
    'file-address': ({ address }) =>
      `${address} ist eine Datei auf einem Datenträger, die Browser keine Seite über ihre Adresse lesen lassen.`,
    'refused': ({ address, status, answer }) =>
      answer === undefined
        ? `Die Adresse ${address} hat mit „${status}“ geantwortet.`
        : `Die Adresse ${address} hat mit „${status}“ geantwortet und meldet: „${answer}“.`,
    'signed-out': ({ address, status }) =>
      `Die Adresse ${address} hat auf eine Anfrage ohne Cookies mit „${status}“ geantwortet.`,
    'no-file': ({ file, detail }) => `${theFile(file)} konnte nicht gelesen werden (${detail}).`,
    'sources-list': ({ file }) =>
      `${theFile(file)} zählt die Quellen einer Aufzeichnung auf, enthält sie aber nicht.`,
    'deleted': 'PostHog hat geantwortet, dass diese Aufzeichnung gelöscht wurde.',
    'metadata-only': ({ file }) =>
      `${theFile(file)} beschreibt eine Aufzeichnung (Länge, Klicks und Person), enthält sie aber nicht.`,
    'recordings-list': ({ file }) => `${theFile(file)} zählt Aufzeichnungen auf, enthält sie aber nicht.`,
    'analytics-events': ({ file }) =>
      `${theFile(file)} enthält Analyse-Ereignisse oder die Zeilen einer Abfrage und keine Sitzungsaufzeichnung.`,
    'har': ({ file }) =>
      `${theFile(file)} ist ein HAR, also ein Protokoll von Netzwerkanfragen, und keine Sitzungsaufzeichnung.`,
    'playwright-trace': ({ file }) =>
      `${theFile(file)} ist ein Trace von Playwright und keine Sitzungsaufzeichnung.`,
    'server-error': ({ file, answer }) =>
      `${theFile(file)} enthält statt einer Aufzeichnung die Fehlermeldung eines Servers: „${answer}“.`,
    'media': ({ file, medium }) => {
      const media = { image: 'ein Bild', video: 'ein Video', pdf: 'ein PDF' };
      return `${theFile(file)} ist ${media[medium]} und keine Sitzungsaufzeichnung.`;
    },
    'archive': ({ file, files }) =>
      `${theFile(file)} ist ein Archiv. Unter ${counted('Datei', 'Dateien')(files)} darin ist keine Sitzungsaufzeichnung.`,
    'html': ({ file }) =>
      `${theFile(file)} ist eine HTML-Seite, vielleicht eine Anmelde- oder Fehlerseite, und keine Sitzungsaufzeichnung.`,
    'sign-in-page': ({ address }) =>
      `Ohne Cookies führt die Adresse zu einer Seite, vielleicht zur Anmeldung (${address}), und nicht zu einer Sitzungsaufzeichnung.`,
    'text': ({ file, start }) =>
      `${theFile(file)} ist Text, der mit „${start}“ beginnt, und keine Sitzungsaufzeichnung.`,
    'binary': ({ file }) => `${theFile(file)} enthält Binärdaten und keine Sitzungsaufzeichnung.`,
    'other-json': ({ file, keys }) => {
      const names = keys.map((key) => `„${key}“`).join(', ');
      const found = names === '' ? 'JSON ohne Ereignisse' : `ein JSON-Objekt mit den Schlüsseln ${names}`;
      return `${theFile(file)} ist ${found} und keine Sitzungsaufzeichnung.`;
    },
    'not-webvtt': ({ file, line }) =>
      `${theFile(file)} ist kein WebVTT: Zeile ${number(line)} konnte nicht gelesen werden, und es gibt keine Cues.`,
    'unknown-version': ({ file, version }) =>
      `${theFile(file)} gibt als Version „${version}“ an, deren Format unbekannt ist.`,
    'cut-off': ({ file }) => `${theFile(file)} bricht vor dem ersten Ereignis ab.`,
    'damaged-packing': ({ file }) =>
      `${theFile(file)} ist komprimiert und beschädigt. Nichts darin konnte gelesen werden.`,
    'unreadable': ({ file, detail }) => `${theFile(file)} konnte nicht gelesen werden (${detail}).`,
    'empty-file': ({ file }) => `${theFile(file)} ist leer.`,
    'no-events': ({ file }) => `${theFile(file)} enthält keine Ereignisse.`,
    'nothing-to-load': 'Es gibt nichts zu laden.',
    'single-event': ({ file }) =>
      `${theFile(file)} enthält ein einziges Ereignis. Eine Aufzeichnung braucht mindestens zwei.`,
    'no-snapshot': ({ file, events }) =>
      `${theFile(file)} enthält ${number(events)} Ereignisse, aber keinen vollständigen Snapshot einer Seite, mit dem die Wiedergabe beginnen könnte.`,
    'damaged-snapshot': ({ file }) =>
      `${theFile(file)} enthält einen vollständigen Snapshot einer Seite, der aber beschädigt ist und nicht dekodiert werden kann.`,
    'page-not-built': ({ detail }) => `Die aufgezeichnete Seite konnte nicht aufgebaut werden (${detail}).`,
    'sandboxed': 'Diese Seite steht in einem Frame, in dem sich keine aufgezeichnete Seite schützen lässt.',
    'stopped': 'Das Laden wurde abgebrochen, bevor die Aufzeichnung gelesen war.',
    'closed': 'Die Aufzeichnung wurde geschlossen.',
    'too-many-bytes': ({ limit }) => `Die Aufzeichnung enthält mehr Daten als die erlaubten ${bytes(limit)}.`,
    'too-many-events': ({ limit }) =>
      `Die Aufzeichnung enthält mehr als ${counted('Ereignis', 'Ereignisse')(limit)}; mehr sind nicht erlaubt.`,
    'bomb': ({ file, ratio }) =>
      `${theFile(file)} wird beim Entpacken mehr als ${number(ratio)}-mal so groß. Das ist bei keiner Aufzeichnung so.`,
  },
};

export const rules: RuleWords = {
  'not-a-selector': ({ rule }) =>
    `„${rule}“ ist kein gültiger Selektor. Gültig sind zum Beispiel #id, .class und input[type="email"].`,
  'unsupported-selector': ({ rule, part }) =>
    `„${rule}“ verwendet ${part}, was nicht unterstützt wird. Unterstützt werden Typen, Klassen, IDs, Attribute, die Kombinatoren " ", ">", "+", "~" und :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() und dasselbe mit -of-type und -last-.`,
  'not-a-pattern': ({ rule }) => `„${rule}“ ist kein gültiger regulärer Ausdruck.`,
  'too-short': ({ rule }) =>
    `„${rule}“ ist zu kurz, um überall entfernt zu werden. Mindestens zwei Zeichen angeben.`,
  'not-a-range': () => 'Zeiten wie 1:02 angeben. Das Ende muss nach dem Anfang liegen.',
};
