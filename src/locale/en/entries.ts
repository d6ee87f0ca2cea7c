import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
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

const CONTROLS = {
  chosen: new Set(['select', 'color', 'date', 'datetime-local', 'file', 'month', 'range', 'time', 'week']),
  ticked: new Set(['checkbox', 'radio']),
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: 'dialog',
  popover: 'popover',
  fullscreen: 'full screen',
};

const quoted = (text: string) => (text === '' ? '' : `"${text}"`);
/** Parts of a sentence; those that are empty are left out. */
const said = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

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

function inputTitle({ type, masked, value, checked }: EntryDetails['input'], { name }: EntryContext): string {
  const field = name || 'a field';
  if (CONTROLS.ticked.has(type)) return said(checked ? 'ticked' : 'unticked', field);
  const state = masked || value === null ? '(masked)' : '';
  if (CONTROLS.chosen.has(type)) return said('chose', quoted(value ?? '') || 'a value', 'in', field, state);
  if (value === '') return said('cleared', field);
  return said('typed', quoted(value ?? ''), 'into', field, state);
}

/** Some tools use one tag for everything, and say in the payload what it is. */
function kindOfEvent(payload: unknown): string {
  const fields = typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  return [fields['category'], fields['op'], fields['title']].find((text) => typeof text === 'string') ?? '';
}

/** The part of an address that tells pages of a site apart. Screens of apps have names, which are shown as they are. */
function placeOf(href: string): string {
  if (!URL.canParse(href)) return href;
  const { host, pathname, search, hash } = new URL(href);
  const path = `${pathname}${search}${hash}`;
  return path === '/' ? `${host}/` : path;
}
