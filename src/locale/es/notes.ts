import type { NoteWords } from '../words/notes.ts';
import { counted } from './format.ts';

export const notes: NoteWords = {
  notes: 'Notas',
  counted: (count, shown) => (count === 0 ? 'Notas' : `Notas, ${shown} ${count === 1 ? 'nota' : 'notas'}`),
  text: 'Nota nueva',
  changed: (time) => `Nota en ${time}`,
  hint: '¿Qué ocurre aquí?',
  from: 'Desde',
  to: 'Hasta',
  moment: 'un momento',
  here: 'Aquí',
  hereFor: (field) => `${field}: aquí, en el momento mostrado`,
  add: 'Añadir nota',
  change: 'Cambiar nota',
  edit: (time) => `Cambiar la nota en ${time}`,
  remove: (time) => `Quitar la nota en ${time}`,
  undo: 'Deshacer',
  nothing: 'Todavía no hay notas. Se marcan en la línea de tiempo, y puedes guardarlas como archivo.',
  done: {
    added: 'Nota añadida.',
    changed: 'Nota cambiada.',
    removed: 'Nota quitada.',
    saved: 'Las notas se entregaron al navegador como archivo. Ábrelo con la grabación para recuperarlas.',
  },
  unsaved: 'Sin guardar: estas notas solo están en esta página, y desaparecen al cerrarla o recargarla.',
  unsavedElsewhere: (count) =>
    `${counted('nota sobre otra grabación tampoco está guardada', 'notas sobre otras grabaciones tampoco están guardadas')(count)}.`,
  save: 'Guardar como WebVTT',
  open: 'Abrir un archivo WebVTT',
  openHint: 'Notas, capítulos o subtítulos.',
  dropHint: 'También puedes soltar un archivo así en el reproductor.',
};
