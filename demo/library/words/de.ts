import { partsOf } from '../../../src/locale/parts.ts';
import type { LibraryWords } from '../words.ts';

const { format, counted } = partsOf('de');
const { bytes, number, list } = format;
const recordings = counted('Aufzeichnung', 'Aufzeichnungen');

export const german: LibraryWords = {
  library: 'Bibliothek',
  stays: 'Was Sie behalten, bleibt in diesem Browser auf diesem Gerät. Es wird nirgendwohin gesendet.',
  search: 'Namen, Schlagwörter, Sitzungs-IDs und Adressen durchsuchen',
  import: 'Importieren',
  export: 'Alle exportieren',
  deleteAll: 'Alle löschen',
  open: 'Öffnen',
  openNamed: (name) => `${name} öffnen`,
  remove: 'Entfernen',
  removeNamed: (name) => `${name} entfernen`,
  tagsOf: (name) => `Schlagwörter von ${name}`,
  addTag: 'Schlagwort hinzufügen',
  addTagTo: (name) => `Schlagwort zu ${name} hinzufügen`,
  removeTag: (tag) => `Schlagwort ${tag} entfernen`,
  unnamed: 'Aufzeichnung ohne Namen',
  recordings,
  found: (count) => `${recordings(count)} gefunden`,
  files: counted('Datei', 'Dateien'),
  used: (used) => `${bytes(used)} auf diesem Gerät belegt`,
  usedOf: (used, quota) => `${bytes(used)} von ${bytes(quota)} belegt, die der Browser bietet`,
  nothingKept: 'Noch nichts behalten',
  howToKeep:
    'Öffnen Sie eine Aufzeichnung und wählen Sie „Auf diesem Gerät behalten“, oder importieren Sie eine Bibliothek, die zuvor exportiert wurde.',
  nothingFound: 'Keine Aufzeichnung passt zur Suche.',
  askRemove: (name) => `„${name}“ von diesem Gerät entfernen?`,
  askDeleteAll: (count) => `${recordings(count)} von diesem Gerät löschen?`,
  cannotBeUndone: 'Das lässt sich nicht rückgängig machen. Ihre Dateien an anderen Orten bleiben erhalten.',
  deletedAll: 'Alles wurde gelöscht.',
  removed: (name) => `„${name}“ wurde entfernt.`,
  importing: 'Wird importiert …',
  exporting: 'Wird exportiert …',
  exported: (count) => `Dem Browser als eine Datei übergeben: ${recordings(count)}.`,
  imported: ({ kept, known }) =>
    `${recordings(kept)} importiert.${known > 0 ? ` Schon vorhanden: ${number(known)}.` : ''}`,
  damaged: (count, names) =>
    `Nicht lesbar, weil im Archiv beschädigt oder nicht enthalten: ${recordings(count)}${names.length > 0 ? ` (${list(names)})` : ''}.`,
  problems: {
    'full':
      'Auf diesem Gerät ist nicht genug Platz, oder der Browser bietet nicht mehr. Es ging nichts verloren. Entfernen Sie Aufzeichnungen oder schaffen Sie Platz, und versuchen Sie es erneut.',
    'unavailable':
      'Dieser Browser bewahrt hier nichts auf. Der Grund kann ein privates Fenster sein oder eine Einstellung, die Websitedaten blockiert. Aufzeichnungen abspielen können Sie trotzdem.',
    'unreadable':
      'Eine Datei ließ sich nicht lesen. Vielleicht wurde sie verschoben oder geändert. Öffnen Sie sie erneut und behalten Sie sie dann.',
    'not-an-archive':
      'Das ist keine Bibliothek: Die Datei ist kein ZIP-Archiv oder beschädigt. Importieren Sie eine Datei, die „Alle exportieren“ geschrieben hat. Um eine Aufzeichnung zu behalten, öffnen Sie sie und wählen Sie „Auf diesem Gerät behalten“.',
    'no-list': (found, more) =>
      `Dieses Archiv ist keine Bibliothek: Es enthält keine library.json, sondern ${list([...found, ...(more > 0 ? [`${number(more)} weitere`] : [])])}. Wenn das Aufzeichnungen sind, öffnen Sie das Archiv im Player und wählen Sie „Auf diesem Gerät behalten“.`,
    'bad-list':
      'Die Liste der Aufzeichnungen in diesem Archiv, library.json, ist nicht lesbar. Öffnen Sie das Archiv im Player: Er findet die Aufzeichnungen darin.',
    'later-version':
      'Eine neuere Version dieses Viewers hat diese Bibliothek geschrieben. Laden Sie den Viewer neu und versuchen Sie es erneut.',
    'changed':
      'Unter dieser Adresse liegt inzwischen eine andere Datei. Laden Sie sie neu und behalten Sie sie dann.',
    'gone': 'Diese Aufzeichnung ist nicht mehr vorhanden. Sie wurde in einem anderen Tab entfernt.',
  },
};
