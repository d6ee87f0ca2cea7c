import type { SavedPageWords, ShareWords, TakeOutWords } from '../words/share.ts';
import { counted, format, moment } from './format.ts';

const { number, bytes } = format;

export const share: ShareWords = {
  share: 'Geschwärzte Kopie teilen',
  explained:
    'Die Kopie entsteht auf diesem Computer. Die Aufzeichnung selbst ändert sich nicht, und nichts wird irgendwohin gesendet.',
  scan: 'Nach Datenlecks suchen',
  scanExplained:
    'Findet E-Mail-Adressen, Karten-, Konto- und Ausweisnummern, Passwörter, Schlüssel und Ähnliches überall in der Aufzeichnung. Ausgewähltes wird aus der Kopie entfernt.',
  scanAgain: 'Erneut suchen',
  scanning: 'Aufzeichnung wird durchsucht …',
  nothingFound:
    'Nichts gefunden. Namen, Gesichter oder die Bedeutung eines Textes kann die Suche nicht erkennen.',
  findings: 'Funde',
  found: counted('Wert gefunden.', 'Werte gefunden.'),
  selectAll: 'Alle auswählen',
  selectNone: 'Keine auswählen',
  showAt: (what, time) => `${what}: bei ${time} zeigen`,
  leakKinds: {
    'email': 'E-Mail-Adresse',
    'phone': 'Telefonnummer',
    'card': 'Zahlungskarte',
    'iban': 'Bankkonto',
    'national-id': 'Ausweisnummer',
    'username': 'Benutzername',
    'password': 'Passwort',
    'key': 'Geheimer Schlüssel',
    'token': 'Zugriffstoken',
    'jwt': 'Signiertes Token (JWT)',
    'url-credential': 'Zugangsdaten in einer Adresse',
    'private-address': 'Private Netzwerkadresse',
    'masked-input': 'Wert einer maskierten Eingabe',
  },
  leakPlaces: {
    'text': 'auf der Seite',
    'canvas': 'auf einem Canvas',
    'attribute': 'in einem Attribut',
    'input': 'in einem Feld',
    'style': 'in einem Stil',
    'address': 'in der Adresse der Seite',
    'network-address': 'in der Adresse einer Anfrage',
    'network-header': 'im Header einer Anfrage',
    'network-body': 'im Inhalt einer Anfrage',
    'console': 'in der Konsole',
    'config': 'in den SDK-Einstellungen',
    'custom': 'in einem eigenen Ereignis',
    'person': 'über die Person',
    'marker': 'im Namen eines Analyse-Ereignisses',
  },
  removeMore: 'Mehr entfernen',
  pick: 'Element auf der Seite auswählen',
  pickHint:
    'Ein Element anklicken, um es zu entfernen, oder mit den Pfeiltasten hingehen und die Eingabetaste drücken.',
  elementSize: (width, height) => ` · ${number(width)} × ${number(height)}`,
  elementTold: (name, width, height) => `${name}, ${number(width)} mal ${number(height)} Pixel`,
  picked: 'Ausgewählte Elemente',
  keep: (name) => `${name} behalten`,
  fields: {
    selectors: {
      label: 'CSS-Selektoren',
      hint: 'Einer pro Zeile. Entfernt wird auch alles, was darin ist.',
    },
    strings: { label: 'Texte', hint: 'Einer pro Zeile. Werden überall entfernt.' },
    patterns: { label: 'Muster', hint: 'Reguläre Ausdrücke, einer pro Zeile.' },
    parameters: { label: 'URL-Parameter', hint: 'Namen, oder * für alle.' },
  },
  leaveOut: 'Weglassen',
  kinds: {
    'console': 'Konsolenzeilen',
    'network': 'Netzwerkanfragen',
    'network-bodies': 'Inhalte von Anfragen',
    'network-headers': 'Header von Anfragen',
    'config': 'SDK-Einstellungen',
    'custom': 'Eigene Ereignisse',
    'person': 'Die Person',
    'masked-inputs': 'Anderswo gefundene Werte maskierter Eingaben',
  },
  kindHints: {
    'masked-inputs':
      'Was der Recorder bei der Eingabe maskiert hat, die Aufzeichnung aber trotzdem im Klartext enthält.',
    'person':
      'Mit den Namen, Adressen und IDs, die PostHog von ihr kennt, wo auch immer sie stehen. Der öffentliche Schlüssel des Projekts und alle anderen Texte der Seiten bleiben.',
  },
  keepOnly: 'Nur behalten',
  range: {
    from: { label: 'Von', placeholder: 'Anfang', now: 'Ab hier' },
    to: { label: 'Bis', placeholder: 'Ende', now: 'Bis hier' },
  },
  copy: 'Kopie erstellen',
  copyFormat: 'Dateityp',
  copyFormats: {
    'html': {
      label: 'Webseite',
      hint: 'Eine einzige HTML-Datei mit Player und Aufzeichnung. Sie öffnet sich ohne Netzwerk.',
    },
    '2023-04-28': {
      label: 'PostHog-Export',
      hint: 'Eine JSON-Datei, die hier geöffnet oder in PostHog importiert werden kann.',
    },
  },
  fromNow: 'Mit dem gezeigten Zeitpunkt beginnen',
  tracks: 'Mit Kapiteln, Untertiteln und Notizen',
  tracksHint:
    'Was aus der Aufzeichnung entfernt wird, wird auch aus ihnen entfernt. „Nach Datenlecks suchen“ durchsucht sie nicht: vor dem Teilen durchlesen.',
  makeCopy: 'Kopie erstellen',
  makingCopy: 'Kopie wird erstellt …',
  copySize: (size) => `Die Kopie ist ${bytes(size)} groß.`,
  removed: (what) =>
    what.length > 0 ? `Entfernt: ${what.join(', ')}.` : 'Die Regeln haben auf nichts zugetroffen.',
  removedElements: counted('Element', 'Elemente'),
  removedTexts: counted('Textstelle', 'Textstellen'),
  removedEvents: counted('Ereignis oder Anfrage', 'Ereignisse oder Anfragen'),
  byRule: 'Was jede Regel entfernt hat',
  rules: {
    findings: 'Ausgewählte Funde',
    elements: 'Ausgewähltes Element',
    selectors: 'CSS-Selektor',
    strings: 'Text',
    patterns: 'Muster',
    urlParameters: 'URL-Parameter',
    range: 'Außerhalb des Behaltenen',
  },
  matchedNothing: 'Traf auf nichts zu',
  idleRules: counted('Regel traf auf nichts zu.', 'Regeln trafen auf nichts zu.'),
  skipped: counted(
    'Text eines entfernten Elements ist zu kurz oder zu häufig, um anderswo gesucht zu werden.',
    'Texte entfernter Elemente sind zu kurz oder zu häufig, um anderswo gesucht zu werden.',
  ),
  check: 'Kopie prüfen',
  checkExplained: 'Die Aufzeichnung und alle Angaben hier bleiben, wie sie sind.',
  openCopy: 'Kopie öffnen',
  openOriginal: 'Zurück zur Aufzeichnung',
  copyOpen: 'Gezeigt wird die Kopie.',
  scanCopy: 'Kopie durchsuchen',
  scanCopyAgain: 'Kopie erneut durchsuchen',
  findingsInCopy: 'Funde in der Kopie',
  notRedacted: 'Nichts wurde entfernt: Wer die Kopie bekommt, sieht alles, was aufgezeichnet wurde.',
  saveCopy: 'Kopie speichern',
  saveSummary: 'Liste des Entfernten speichern',
};

export const savedPage: SavedPageWords = {
  title: (startedAt) => `Sitzungsaufzeichnung, ${moment(startedAt)}`,
  redacted:
    'Diese Seite spielt eine Sitzungsaufzeichnung ab, die vor dem Speichern geschwärzt wurde. Sie funktioniert ohne Netzwerk und sendet nichts irgendwohin.',
  notRedacted:
    'Diese Seite spielt eine Sitzungsaufzeichnung ab, die NICHT geschwärzt wurde: Sie enthält alles, was aufgezeichnet wurde. Sie funktioniert ohne Netzwerk und sendet nichts irgendwohin.',
};

export const takeOut: TakeOutWords = {
  format: 'Format',
  copy: 'Kopieren',
  save: 'Speichern',
  making: 'Kopie wird erstellt …',
  told: {
    'nothing': '',
    'copied': 'Kopiert.',
    'not-copied': 'Der Browser hat das Kopieren nicht erlaubt. Stattdessen als Datei speichern.',
  },
};
