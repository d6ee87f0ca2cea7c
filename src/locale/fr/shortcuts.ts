import { format } from './format.ts';
import type { ShortcutWords } from '../words/shortcuts.ts';

const { number } = format;

export const shortcuts: ShortcutWords = {
  shortcuts: 'Raccourcis clavier',
  escape: 'Échap ferme ce qui a été ouvert en dernier.',
  groups: { playback: 'Lecture', moments: 'Aller à', page: 'Page', panels: 'Panneaux' },
  skipped: (seconds) => `${seconds < 0 ? '−' : '+'}${number(Math.abs(seconds))}\u00a0s`,
  names: {
    'playback': 'Lire ou mettre en pause',
    'back-5': 'Reculer de 5 secondes',
    'forward-5': 'Avancer de 5 secondes',
    'back-10': 'Reculer de 10 secondes',
    'forward-10': 'Avancer de 10 secondes',
    'start': 'Début',
    'end': 'Fin',
    'tenths': 'Dixièmes de l’enregistrement',
    'slower': 'Plus lent',
    'faster': 'Plus rapide',
    'loop-from': 'Boucle à partir d’ici',
    'loop-to': 'Boucle jusqu’ici',
    'loop-off': 'Arrêter la boucle',
    'change-before': 'Changement précédent de la page',
    'change-after': 'Changement suivant de la page',
    'entry-before': 'Événement précédent',
    'entry-after': 'Événement suivant',
    'error-before': 'Erreur précédente',
    'error-after': 'Erreur suivante',
    'mark-before': 'Repère précédent sur la chronologie',
    'mark-after': 'Repère suivant sur la chronologie',
    'chapter-before': 'Chapitre précédent',
    'chapter-after': 'Chapitre suivant',
    'masks': 'Marquer ce qui est masqué',
    'captions': 'Sous-titres',
    'size': 'Taille de la page',
    'inspect': 'Sélectionner du texte',
    'link': 'Copier un lien vers ce moment',
    'fullscreen': 'Plein écran',
  },
  keys: { space: 'Espace', home: 'Début', end: 'Fin', arrowleft: '←', arrowright: '→' },
};
