import type { PrivacyWords } from '../words/privacy.ts';
import { counted, format } from './format.ts';

const { number, duration } = format;

export const privacy: PrivacyWords = {
  privacy: 'Confidentialité',
  onScreen: (count) => `Confidentialité, ${count} masqués à l’écran`,
  overlaysOff: 'Confidentialité, marques désactivées',
  showMasks: 'Marquer ce qui est masqué sur la page',
  masks: {
    blocked: {
      name: 'Bloqué',
      many: 'éléments bloqués',
      count: counted('élément bloqué', 'éléments bloqués'),
      meaning: 'Seule sa taille a été enregistrée.',
    },
    text: {
      name: 'Texte masqué',
      many: 'textes masqués',
      count: counted('texte masqué', 'textes masqués'),
      meaning: 'L’enregistreur a remplacé ses caractères par des astérisques.',
    },
    input: {
      name: 'Saisie masquée',
      many: 'saisies masquées',
      count: counted('saisie masquée', 'saisies masquées'),
      meaning: 'L’enregistreur a remplacé ce qui a été saisi par des astérisques.',
    },
    exposed: {
      name: 'Pas entièrement masqué',
      many: 'saisies pas entièrement masquées',
      count: counted('saisie pas entièrement masquée', 'saisies pas entièrement masquées'),
      meaning:
        'L’enregistreur a remplacé ce qui a été saisi par des astérisques, mais l’enregistrement le contient aussi en clair. «\u00a0Partager une copie expurgée\u00a0» le retire.',
    },
    ignored: {
      name: 'Saisie ignorée',
      many: 'saisies ignorées',
      count: counted('saisie ignorée', 'saisies ignorées'),
      meaning: 'L’enregistreur avait pour consigne de ne pas enregistrer ce qui est saisi ici.',
    },
    network: {
      name: 'Requête expurgée',
      many: 'requêtes expurgées',
      count: counted('requête expurgée', 'requêtes expurgées'),
      meaning: 'Un en-tête, le corps ou une partie de l’adresse a été retiré. Pas sur la page.',
    },
    canvas: {
      name: 'Canvas non enregistré',
      many: 'canvas non enregistrés',
      count: counted('canvas non enregistré', 'canvas non enregistrés'),
      meaning: 'Ce qui a été dessiné ici n’a pas été enregistré.',
    },
    frame: {
      name: 'Cadre non enregistré',
      many: 'cadres non enregistrés',
      count: counted('cadre non enregistré', 'cadres non enregistrés'),
      meaning: 'Une page d’un autre site, dans laquelle l’enregistreur ne peut pas voir.',
    },
    covered: {
      name: 'Caché par cette page',
      many: 'éléments cachés par cette page',
      count: counted('élément caché par cette page', 'éléments cachés par cette page'),
      meaning: 'Il a été enregistré, mais ce lecteur a pour consigne de ne pas le montrer.',
    },
    redacted: {
      name: 'Retiré de cette copie',
      many: 'éléments retirés de cette copie',
      count: counted('élément retiré de cette copie', 'éléments retirés de cette copie'),
      meaning:
        'L’enregistrement le contenait. Il a été retiré lors de la création de cette copie, et n’est pas dans ce fichier.',
    },
  },
  hiddenOnScreen: (what) => `Masqué à l’écran\u00a0: ${what}`,
  hiddenOnTimeline: (seconds) =>
    `Quelque chose est masqué pendant ${duration(Math.round(seconds))} de l’enregistrement`,
  hiddenAt: (kinds) => `Masqué\u00a0: ${kinds}`,
  kinds: 'Ce qui est masqué',
  now: 'Maintenant',
  total: 'Total',
  occurrences: 'Occurrences',
  notOnPage: 'Pas sur la page',
  outOfSight: 'Hors de vue à ce moment',
  nothing: 'Aucun signe de contenu masqué n’a été trouvé.',
  searching: 'Recherche dans l’enregistrement…',
  later: 'Les totaux apparaîtront une fois l’enregistrement entièrement chargé.',
  position: (index, total) => `${number(index)} sur ${number(total)}`,
  previous: 'Occurrence précédente',
  next: 'Occurrence suivante',
};
