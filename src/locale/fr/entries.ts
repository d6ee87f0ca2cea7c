import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import { inputActOf, kindOfEvent, placeOf, said } from '../entry-parts.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
import { format } from './format.ts';
import { ROLES } from './roles.ts';

const { number, duration } = format;

const HIDDEN: Readonly<Record<MaskKind, string>> = {
  blocked: 'élément bloqué',
  text: 'texte masqué',
  input: 'saisie masquée',
  exposed: 'saisie pas entièrement masquée',
  ignored: 'saisie non enregistrée',
  network: 'requête expurgée',
  canvas: 'canvas non enregistré',
  frame: 'cadre d’un autre site',
  covered: 'élément caché par cette page',
  redacted: 'élément retiré de cette copie',
};

const SIGNALS: Readonly<Record<SignalRule, string>> = {
  'rage-click': 'clics de rage',
  'dead-click': 'clic sans effet',
  'error-click': 'erreur après un clic',
  'failed-request-click': 'échec d’une requête après un clic',
  'slow-request-click': 'requête lente après un clic',
  'scroll-thrash': 'défilement de long en large',
  'form-given-up': 'formulaire abandonné',
  'quick-back': 'retour rapide en arrière',
  'slow-response': 'réaction lente',
  'freeze': 'page figée',
};

const CLICKS: Readonly<Record<EntryDetails['click']['button'], string>> = {
  left: 'clic sur',
  double: 'double-clic sur',
  right: 'clic droit sur',
  touch: 'appui sur',
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: 'boîte de dialogue',
  popover: 'popover',
  fullscreen: 'plein écran',
};

const quoted = (text: string) => (text === '' ? '' : `«\u00a0${text}\u00a0»`);

/** Words for entries in French. */
export const entries: EntryWords = {
  kinds: {
    page: 'Pages',
    click: 'Clics',
    input: 'Saisies',
    scroll: 'Défilements',
    resize: 'Redimensionnements',
    window: 'Fenêtres',
    visibility: 'Visibilité',
    connection: 'Connexion',
    console: 'Console',
    request: 'Requêtes',
    error: 'Erreurs',
    custom: 'Événements',
    annotation: 'Annotations',
    selection: 'Sélections',
    dialog: 'Boîtes de dialogue',
    hidden: 'Éléments masqués',
    idle: 'Inactivité',
    signal: 'Signaux',
  },

  named: quoted,
  target: (name, role) => `${name} (${ROLES[role] ?? role})`,

  titles: {
    page: ({ href, title, by }) =>
      said(by === 'load' ? 'ouverture de' : 'passage à', placeOf(href), quoted(title)),
    click: ({ button, x, y }, { target }) =>
      said(CLICKS[button], target || `le point ${number(Math.round(x))}, ${number(Math.round(y))}`),
    input: inputTitle,
    scroll: ({ distance }, { target }) =>
      said('défilement', target && `dans ${target}`, `${number(distance)}\u00a0px`),
    resize: ({ width, height }) => `fenêtre redimensionnée à ${number(width)} × ${number(height)}`,
    window: (_, { window }) => said('passage à', window || 'une autre fenêtre'),
    visibility: ({ visible }) => (visible ? 'retour à la fenêtre' : 'fenêtre quittée'),
    connection: ({ online }) => (online ? 'de nouveau en ligne' : 'hors ligne'),
    console: ({ method, text }) => `console ${method}\u00a0: ${text}`,
    request: ({ method, type, url, status, failed, error }) =>
      said(method || type, placeOf(url), status === null ? (failed ? error || 'échec' : '') : String(status)),
    error: ({ name, message }) =>
      `erreur\u00a0: ${[name, message].filter(Boolean).join(': ') || 'sans message'}`,
    custom: ({ tag, payload }) => said(`événement\u00a0: ${tag}`, kindOfEvent(payload)),
    annotation: ({ caption }) => `note\u00a0: ${caption}`,
    selection: ({ text }) => `sélection de ${quoted(text)}`,
    dialog: ({ what, opened }, { name, target }) =>
      // A dialog need not be told to be one.
      said(
        opened ? 'ouverture\u00a0:' : 'fermeture\u00a0:',
        DIALOGS[what],
        what === 'dialog' ? name : target,
      ),
    hidden: ({ mask }, { name }) => said(`${HIDDEN[mask]} sur la page${name && '\u00a0:'}`, name),
    idle: ({ seconds }) => `inactivité pendant ${duration(Math.round(seconds))}`,
    signal: ({ rule }, { target }) => `${SIGNALS[rule]}${target && `\u00a0: ${target}`}`,
  },
};

function inputTitle(detail: EntryDetails['input'], { name }: EntryContext): string {
  const { masked, value } = detail;
  const field = name || 'un champ';
  const state = masked || value === null ? '(masqué)' : '';
  const text = quoted(value ?? '');
  switch (inputActOf(detail)) {
    case 'ticked':
      return `case ${field} cochée`;
    case 'unticked':
      return `case ${field} décochée`;
    case 'chosen':
      return said('choix de', text || 'une valeur', 'dans', field, state);
    case 'cleared':
      return `contenu de ${field} effacé`;
    case 'typed':
      return said('saisie', text && `de ${text}`, 'dans', field, state);
  }
}
