import type { NoteWords } from '../words/notes.ts';
import { counted } from './format.ts';

export const notes: NoteWords = {
  notes: 'Notizen',
  counted: (count, shown) =>
    count === 0 ? 'Notizen' : `Notizen, ${shown} ${count === 1 ? 'Notiz' : 'Notizen'}`,
  text: 'Neue Notiz',
  changed: (time) => `Notiz bei ${time}`,
  hint: 'Was passiert hier?',
  from: 'Von',
  to: 'Bis',
  moment: 'ein Zeitpunkt',
  here: 'Hier',
  hereFor: (field) => `${field}: hier, beim gezeigten Zeitpunkt`,
  add: 'Notiz hinzufügen',
  change: 'Notiz ändern',
  edit: (time) => `Notiz bei ${time} ändern`,
  remove: (time) => `Notiz bei ${time} entfernen`,
  undo: 'Rückgängig',
  nothing: 'Noch keine Notizen. Sie werden auf der Zeitleiste markiert und lassen sich als Datei speichern.',
  done: {
    added: 'Notiz hinzugefügt.',
    changed: 'Notiz geändert.',
    removed: 'Notiz entfernt.',
    saved:
      'Die Notizen wurden dem Browser als Datei übergeben. Zusammen mit der Aufzeichnung geöffnet, sind sie wieder da.',
  },
  unsaved:
    'Nicht gespeichert: Diese Notizen gibt es nur auf dieser Seite. Beim Schließen oder Neuladen gehen sie verloren.',
  unsavedElsewhere: (count) =>
    `${counted('Notiz zu einer anderen Aufzeichnung ist', 'Notizen zu anderen Aufzeichnungen sind')(count)} ebenfalls nicht gespeichert.`,
  save: 'Als WebVTT speichern',
  open: 'WebVTT-Datei öffnen',
  openHint: 'Notizen, Kapitel oder Untertitel.',
  dropHint: 'Eine solche Datei lässt sich auch auf dem Player ablegen.',
};
