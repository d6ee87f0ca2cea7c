import type { NoteWords } from '../words/notes.ts';
import { counted } from './format.ts';

export const notes: NoteWords = {
  notes: 'Notes',
  counted: (count, shown) => (count === 0 ? 'Notes' : `Notes, ${shown} ${count === 1 ? 'note' : 'notes'}`),
  text: 'Nouvelle note',
  changed: (time) => `Note à ${time}`,
  hint: 'Que se passe-t-il ici\u00a0?',
  from: 'De',
  to: 'À',
  moment: 'un instant',
  here: 'Ici',
  hereFor: (field) => `${field}\u00a0: ici, au moment affiché`,
  add: 'Ajouter la note',
  change: 'Modifier la note',
  edit: (time) => `Modifier la note à ${time}`,
  remove: (time) => `Supprimer la note à ${time}`,
  undo: 'Annuler',
  nothing:
    'Il n’y a pas encore de notes. Elles sont marquées sur la chronologie, et vous pouvez les enregistrer dans un fichier.',
  done: {
    added: 'Note ajoutée.',
    changed: 'Note modifiée.',
    removed: 'Note supprimée.',
    saved:
      'Les notes ont été remises au navigateur dans un fichier. Ouvrez-le avec l’enregistrement pour les retrouver.',
  },
  unsaved:
    'Non enregistré\u00a0: ces notes ne sont que sur cette page, et disparaissent quand elle est fermée ou rechargée.',
  unsavedElsewhere: (count) =>
    `${counted('note sur un autre enregistrement n’est', 'notes sur d’autres enregistrements ne sont')(count)} pas enregistrée${count === 1 ? '' : 's'} non plus.`,
  save: 'Enregistrer en WebVTT',
  open: 'Ouvrir un fichier WebVTT',
  openHint: 'Notes, chapitres ou sous-titres.',
  dropHint: 'Vous pouvez aussi déposer un tel fichier sur le lecteur.',
};
