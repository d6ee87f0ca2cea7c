import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
import { inputActOf, kindOfEvent, placeOf, said } from '../entry-parts.ts';
import { format } from './format.ts';

const { number, duration } = format;

/** Roles as people call them; all others are called by their name. */
const ROLES: Readonly<Partial<Record<string, string>>> = {
  a: 'link',
  body: 'page',
  combobox: 'menu',
  document: 'page',
  img: 'image',
  listbox: 'list',
  menuitem: 'menu item',
  searchbox: 'search field',
  spinbutton: 'number field',
  textbox: 'text field',
};

const HIDDEN: Readonly<Record<MaskKind, string>> = {
  blocked: 'blocked element',
  text: 'masked text',
  input: 'masked input',
  exposed: 'not fully masked input',
  ignored: 'input that is not recorded',
  network: 'redacted request',
  canvas: 'canvas that is not recorded',
  frame: 'frame of another site',
  covered: 'element hidden by this page',
  redacted: 'element removed from this copy',
};

const SIGNALS: Readonly<Record<SignalRule, string>> = {
  'rage-click': 'rage clicks',
  'dead-click': 'dead click',
  'error-click': 'error after a click',
  'failed-request-click': 'failed request after a click',
  'slow-request-click': 'slow request after a click',
  'scroll-thrash': 'scrolled back and forth',
  'form-given-up': 'gave up a form',
  'quick-back': 'went back quickly',
  'slow-response': 'slow response',
  'freeze': 'page froze',
};

const CLICKS: Readonly<Record<EntryDetails['click']['button'], string>> = {
  left: 'clicked',
  double: 'double-clicked',
  right: 'right-clicked',
  touch: 'tapped',
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: 'dialog',
  popover: 'popover',
  fullscreen: 'full screen',
};

const quoted = (text: string) => (text === '' ? '' : `"${text}"`);
/** Words for entries in English. */
export const entries: EntryWords = {
  kinds: {
    page: 'Pages',
    click: 'Clicks',
    input: 'Inputs',
    scroll: 'Scrolling',
    resize: 'Resizing',
    window: 'Windows',
    visibility: 'Visibility',
    connection: 'Connection',
    console: 'Console',
    request: 'Requests',
    error: 'Errors',
    custom: 'Events',
    annotation: 'Annotations',
    selection: 'Selections',
    dialog: 'Dialogs',
    hidden: 'Hidden things',
    idle: 'Idle time',
    signal: 'Signals',
  },

  named: quoted,
  target: (name, role) => `${name} (${ROLES[role] ?? role})`,

  titles: {
    page: ({ href, title, by }) => said(by === 'load' ? 'opened' : 'went to', placeOf(href), quoted(title)),
    click: ({ button, x, y }, { target }) =>
      said(CLICKS[button], target || `at ${number(Math.round(x))}, ${number(Math.round(y))}`),
    input: inputTitle,
    scroll: ({ distance }, { target }) => said('scrolled', target, `${number(distance)} px`),
    resize: ({ width, height }) => `resized the window to ${number(width)} × ${number(height)}`,
    window: (_, { window }) => said('switched to', window || 'another window'),
    visibility: ({ visible }) => (visible ? 'came back to the window' : 'left the window'),
    connection: ({ online }) => (online ? 'went online' : 'went offline'),
    console: ({ method, text }) => `console ${method}: ${text}`,
    request: ({ method, type, url, status, failed, error }) =>
      said(
        method || type,
        placeOf(url),
        status === null ? (failed ? error || 'failed' : '') : String(status),
      ),
    error: ({ name, message }) => `error: ${[name, message].filter(Boolean).join(': ') || 'no message'}`,
    custom: ({ tag, payload }) => said(`event: ${tag}`, kindOfEvent(payload)),
    annotation: ({ caption }) => `note: ${caption}`,
    selection: ({ text }) => `selected ${quoted(text)}`,
    dialog: ({ what, opened }, { name, target }) =>
      // A dialog need not be told to be one.
      said(opened ? 'opened' : 'closed', DIALOGS[what], what === 'dialog' ? name : target),
    hidden: ({ mask }, { name }) => said(`${HIDDEN[mask]} on the page${name && ':'}`, name),
    idle: ({ seconds }) => `idle for ${duration(Math.round(seconds))}`,
    signal: ({ rule }, { target }) => said(SIGNALS[rule], target && `: ${target}`).replace(' :', ':'),
  },
};

function inputTitle(detail: EntryDetails['input'], { name }: EntryContext): string {
  const { masked, value } = detail;
  const field = name || 'a field';
  const state = masked || value === null ? '(masked)' : '';
  const text = quoted(value ?? '');
  switch (inputActOf(detail)) {
    case 'ticked':
      return said('ticked', field);
    case 'unticked':
      return said('unticked', field);
    case 'chosen':
      return said('chose', text || 'a value', 'in', field, state);
    case 'cleared':
      return said('cleared', field);
    case 'typed':
      return said('typed', text, 'into', field, state);
  }
}
