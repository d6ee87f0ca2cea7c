import type { EntryDetails } from '../../core/entries/entry.ts';
import type { SignalRule } from '../../core/entries/signals/signal.ts';
import type { MaskKind } from '../../core/rrweb/mask-traces.ts';
import { inputActOf, kindOfEvent, placeOf, said } from '../entry-parts.ts';
import type { EntryContext, EntryWords } from '../words/entries.ts';
import { format } from './format.ts';
import { ROLES } from './roles.ts';

const { number, duration } = format;

const HIDDEN: Readonly<Record<MaskKind, string>> = {
  blocked: 'elemento bloqueado',
  text: 'texto enmascarado',
  input: 'campo enmascarado',
  exposed: 'campo no enmascarado del todo',
  ignored: 'campo que no se graba',
  network: 'solicitud censurada',
  canvas: 'lienzo que no se graba',
  frame: 'marco de otro sitio',
  covered: 'elemento oculto por esta página',
  redacted: 'elemento quitado de esta copia',
};

const SIGNALS: Readonly<Record<SignalRule, string>> = {
  'rage-click': 'clics de rabia',
  'dead-click': 'clic sin efecto',
  'error-click': 'error tras un clic',
  'failed-request-click': 'solicitud fallida tras un clic',
  'slow-request-click': 'solicitud lenta tras un clic',
  'scroll-thrash': 'desplazamiento de un lado a otro',
  'form-given-up': 'formulario abandonado',
  'quick-back': 'vuelta atrás rápida',
  'slow-response': 'reacción lenta',
  'freeze': 'página bloqueada',
};

const CLICKS: Readonly<Record<EntryDetails['click']['button'], string>> = {
  left: 'clic en',
  double: 'doble clic en',
  right: 'clic derecho en',
  touch: 'toque en',
};

const DIALOGS: Readonly<Record<EntryDetails['dialog']['what'], string>> = {
  dialog: 'cuadro de diálogo',
  popover: 'popover',
  fullscreen: 'pantalla completa',
};

const quoted = (text: string) => (text === '' ? '' : `«${text}»`);

/** Words for entries in Spanish. */
export const entries: EntryWords = {
  kinds: {
    page: 'Páginas',
    click: 'Clics',
    input: 'Entradas',
    scroll: 'Desplazamientos',
    resize: 'Cambios de tamaño',
    window: 'Ventanas',
    visibility: 'Visibilidad',
    connection: 'Conexión',
    console: 'Consola',
    request: 'Solicitudes',
    error: 'Errores',
    custom: 'Eventos',
    annotation: 'Anotaciones',
    selection: 'Selecciones',
    dialog: 'Diálogos',
    hidden: 'Elementos ocultos',
    idle: 'Inactividad',
    signal: 'Señales',
  },

  named: quoted,
  target: (name, role) => `${name} (${ROLES[role] ?? role})`,

  titles: {
    page: ({ href, title, by }) =>
      said(by === 'load' ? 'página abierta:' : 'paso a', placeOf(href), quoted(title)),
    click: ({ button, x, y }, { target }) =>
      said(CLICKS[button], target || `el punto ${number(Math.round(x))}, ${number(Math.round(y))}`),
    input: inputTitle,
    scroll: ({ distance }, { target }) =>
      said('desplazamiento', target && `en ${target}`, `${number(distance)} px`),
    resize: ({ width, height }) => `ventana redimensionada a ${number(width)} × ${number(height)}`,
    window: (_, { window }) => said('paso a', window || 'otra ventana'),
    visibility: ({ visible }) => (visible ? 'vuelta a la ventana' : 'salida de la ventana'),
    connection: ({ online }) => (online ? 'conexión recuperada' : 'sin conexión'),
    console: ({ method, text }) => `consola ${method}: ${text}`,
    request: ({ method, type, url, status, failed, error }) =>
      said(
        method || type,
        placeOf(url),
        status === null ? (failed ? error || 'fallida' : '') : String(status),
      ),
    error: ({ name, message }) => `error: ${[name, message].filter(Boolean).join(': ') || 'sin mensaje'}`,
    custom: ({ tag, payload }) => said(`evento: ${tag}`, kindOfEvent(payload)),
    annotation: ({ caption }) => `nota: ${caption}`,
    selection: ({ text }) => `selección de ${quoted(text)}`,
    dialog: ({ what, opened }, { name, target }) =>
      // A dialog need not be told to be one.
      said(opened ? 'se abrió:' : 'se cerró:', DIALOGS[what], what === 'dialog' ? name : target),
    hidden: ({ mask }, { name }) => said(`${HIDDEN[mask]} en la página${name && ':'}`, name),
    idle: ({ seconds }) => `inactividad durante ${duration(Math.round(seconds))}`,
    signal: ({ rule }, { target }) => `${SIGNALS[rule]}${target && `: ${target}`}`,
  },
};

function inputTitle(detail: EntryDetails['input'], { name }: EntryContext): string {
  const { masked, value } = detail;
  const field = name || 'un campo';
  const state = masked || value === null ? '(enmascarado)' : '';
  const text = quoted(value ?? '');
  switch (inputActOf(detail)) {
    case 'ticked':
      return `casilla ${field} marcada`;
    case 'unticked':
      return `casilla ${field} desmarcada`;
    case 'chosen':
      return said('elección de', text || 'un valor', 'en', field, state);
    case 'cleared':
      return `contenido de ${field} borrado`;
    case 'typed':
      return said('escritura', text && `de ${text}`, 'en', field, state);
  }
}
