import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import { inputActOf, kindOfEvent, placeOf, said } from '../entry-parts.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
import { format } from './format.ts';
import { ROLES } from './roles.ts';

const { number, duration } = format;

const HIDDEN: Readonly<Record<MaskKind, string>> = {
  blocked: 'blockiertes Element',
  text: 'maskierter Text',
  input: 'maskierte Eingabe',
  exposed: 'nicht ganz maskierte Eingabe',
  ignored: 'nicht aufgezeichnete Eingabe',
  network: 'geschwärzte Anfrage',
  canvas: 'nicht aufgezeichnetes Canvas-Element',
  frame: 'Frame einer anderen Website',
  covered: 'von dieser Seite verborgenes Element',
  redacted: 'aus dieser Kopie entferntes Element',
};

const SIGNALS: Readonly<Record<SignalRule, string>> = {
  'rage-click': 'Wutklicks',
  'dead-click': 'Klick ohne Wirkung',
  'error-click': 'Fehler nach einem Klick',
  'failed-request-click': 'fehlgeschlagene Anfrage nach einem Klick',
  'slow-request-click': 'langsame Anfrage nach einem Klick',
  'scroll-thrash': 'hin und her gescrollt',
  'form-given-up': 'Formular abgebrochen',
  'quick-back': 'schnell zurückgegangen',
  'slow-response': 'langsame Reaktion',
  'freeze': 'Seite eingefroren',
};

const CLICKS: Readonly<Record<EntryDetails['click']['button'], string>> = {
  left: 'Klick auf',
  double: 'Doppelklick auf',
  right: 'Rechtsklick auf',
  touch: 'Tippen auf',
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: 'Dialog',
  popover: 'Popover',
  fullscreen: 'Vollbild',
};

const quoted = (text: string) => (text === '' ? '' : `„${text}“`);

/** Words for entries in German. */
export const entries: EntryWords = {
  kinds: {
    page: 'Seiten',
    click: 'Klicks',
    input: 'Eingaben',
    scroll: 'Scrollen',
    resize: 'Größenänderungen',
    window: 'Fenster',
    visibility: 'Sichtbarkeit',
    connection: 'Verbindung',
    console: 'Konsole',
    request: 'Anfragen',
    error: 'Fehler',
    custom: 'Ereignisse',
    annotation: 'Anmerkungen',
    selection: 'Markierungen',
    dialog: 'Dialoge',
    hidden: 'Verborgenes',
    idle: 'Leerlauf',
    signal: 'Signale',
  },

  named: quoted,
  target: (name, role) => `${name} (${ROLES[role] ?? role})`,

  titles: {
    page: ({ href, title, by }) =>
      said(by === 'load' ? 'Seite geöffnet:' : 'Wechsel zu', placeOf(href), quoted(title)),
    click: ({ button, x, y }, { target }) =>
      said(CLICKS[button], target || `Stelle ${number(Math.round(x))}, ${number(Math.round(y))}`),
    input: inputTitle,
    scroll: ({ distance }, { target }) =>
      said('gescrollt', target && `in ${target}`, `${number(distance)} px`),
    resize: ({ width, height }) => `Fenstergröße geändert auf ${number(width)} × ${number(height)}`,
    window: (_, { window }) => said('Wechsel zu', window || 'einem anderen Fenster'),
    visibility: ({ visible }) => (visible ? 'Rückkehr ins Fenster' : 'Fenster verlassen'),
    connection: ({ online }) => (online ? 'wieder online' : 'offline gegangen'),
    console: ({ method, text }) => `Konsole ${method}: ${text}`,
    request: ({ method, type, url, status, failed, error }) =>
      said(
        method || type,
        placeOf(url),
        status === null ? (failed ? error || 'fehlgeschlagen' : '') : String(status),
      ),
    error: ({ name, message }) => `Fehler: ${[name, message].filter(Boolean).join(': ') || 'ohne Meldung'}`,
    custom: ({ tag, payload }) => said(`Ereignis: ${tag}`, kindOfEvent(payload)),
    annotation: ({ caption }) => `Anmerkung: ${caption}`,
    selection: ({ text }) => `${quoted(text)} markiert`,
    dialog: ({ what, opened }, { name, target }) =>
      // A dialog need not be told to be one.
      said(DIALOGS[what], what === 'dialog' ? name : target, opened ? 'geöffnet' : 'geschlossen'),
    hidden: ({ mask }, { name }) => said(`${HIDDEN[mask]} auf der Seite${name && ':'}`, name),
    idle: ({ seconds }) => `Leerlauf: ${duration(Math.round(seconds))}`,
    signal: ({ rule }, { target }) => `${SIGNALS[rule]}${target && `: ${target}`}`,
  },
};

function inputTitle(detail: EntryDetails['input'], { name }: EntryContext): string {
  const { masked, value } = detail;
  const field = name || 'ein Feld';
  const state = masked || value === null ? '(maskiert)' : '';
  const text = quoted(value ?? '');
  switch (inputActOf(detail)) {
    case 'ticked':
      return `${field} angekreuzt`;
    case 'unticked':
      return `${field} abgewählt`;
    case 'chosen':
      return said('Auswahl in', `${name || 'einem Feld'}:`, text || 'ein Wert', state);
    case 'cleared':
      return `${field} geleert`;
    case 'typed':
      return said('Eingabe in', `${name || 'einem Feld'}${text && ':'}`, text, state);
  }
}
