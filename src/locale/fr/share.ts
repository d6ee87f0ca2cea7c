import type { SavedPageWords, ShareWords, TakeOutWords } from '../words/share.ts';
import { counted, format, moment } from './format.ts';

const { number, bytes } = format;

export const share: ShareWords = {
  share: 'Partager une copie expurgée',
  explained:
    'La copie est faite sur cet ordinateur. L’enregistrement lui-même ne change pas, et rien n’est envoyé nulle part.',
  scan: 'Chercher des fuites',
  scanExplained:
    'Trouve adresses e-mail, numéros de carte, de compte et d’identité, mots de passe, clés et autres, partout dans l’enregistrement. Ce que vous cochez est retiré de la copie.',
  scanAgain: 'Chercher à nouveau',
  scanning: 'Recherche dans l’enregistrement…',
  nothingFound:
    'Rien n’a été trouvé. La recherche ne reconnaît ni les noms, ni les visages, ni le sens d’un texte.',
  findings: 'Résultats',
  found: counted('valeur trouvée.', 'valeurs trouvées.'),
  selectAll: 'Tout cocher',
  selectNone: 'Tout décocher',
  showAt: (what, time) => `${what}\u00a0: montrer à ${time}`,
  leakKinds: {
    'email': 'Adresse e-mail',
    'phone': 'Numéro de téléphone',
    'card': 'Carte de paiement',
    'iban': 'Compte bancaire',
    'national-id': 'Numéro d’identité',
    'username': 'Nom d’utilisateur',
    'password': 'Mot de passe',
    'key': 'Clé secrète',
    'token': 'Jeton d’accès',
    'jwt': 'Jeton signé (JWT)',
    'url-credential': 'Identifiants dans une adresse',
    'private-address': 'Adresse réseau privée',
    'masked-input': 'Valeur d’une saisie masquée',
  },
  leakPlaces: {
    'text': 'dans la page',
    'canvas': 'sur un canvas',
    'attribute': 'dans un attribut',
    'input': 'dans un champ',
    'style': 'dans un style',
    'address': 'dans l’adresse de la page',
    'network-address': 'dans l’adresse d’une requête',
    'network-header': 'dans un en-tête de requête',
    'network-body': 'dans le corps d’une requête',
    'console': 'dans la console',
    'config': 'dans les réglages du SDK',
    'custom': 'dans un événement personnalisé',
    'person': 'sur la personne',
    'marker': 'dans le nom d’un événement d’analyse',
  },
  removeMore: 'Retirer davantage',
  pick: 'Choisir un élément sur la page',
  pickHint:
    'Cliquez sur un élément pour le retirer, ou allez-y avec les touches fléchées et appuyez sur Entrée.',
  elementSize: (width, height) => ` · ${number(width)} × ${number(height)}`,
  elementTold: (name, width, height) => `${name}, ${number(width)} sur ${number(height)} pixels`,
  picked: 'Éléments choisis',
  keep: (name) => `Garder ${name}`,
  fields: {
    selectors: { label: 'Sélecteurs CSS', hint: 'Un par ligne. Retirés avec tout leur contenu.' },
    strings: { label: 'Textes', hint: 'Un par ligne. Retirés partout.' },
    patterns: { label: 'Motifs', hint: 'Expressions régulières, une par ligne.' },
    parameters: { label: 'Paramètres d’URL', hint: 'Des noms, ou * pour tous.' },
  },
  leaveOut: 'Omettre',
  kinds: {
    'console': 'Lignes de la console',
    'network': 'Requêtes réseau',
    'network-bodies': 'Corps des requêtes',
    'network-headers': 'En-têtes des requêtes',
    'config': 'Réglages du SDK',
    'custom': 'Événements personnalisés',
    'person': 'La personne',
    'masked-inputs': 'Valeurs de saisies masquées trouvées ailleurs',
  },
  kindHints: {
    'masked-inputs':
      'Ce que l’enregistreur a masqué pendant la saisie, mais que l’enregistrement contient quand même en clair.',
    'person':
      'Avec les noms, adresses et identifiants que PostHog en connaît, où qu’ils se trouvent. La clé publique du projet et tous les autres textes des pages restent.',
  },
  keepOnly: 'Ne garder que',
  range: {
    from: { label: 'De', placeholder: 'début', now: 'À partir d’ici' },
    to: { label: 'À', placeholder: 'fin', now: 'Jusqu’ici' },
  },
  copy: 'Faire une copie',
  copyFormat: 'Type de fichier',
  copyFormats: {
    'html': {
      label: 'Page web',
      hint: 'Un seul fichier HTML avec le lecteur et l’enregistrement. Il s’ouvre sans réseau.',
    },
    '2023-04-28': {
      label: 'Export PostHog',
      hint: 'Un fichier JSON, à ouvrir ici ou à importer dans PostHog.',
    },
  },
  fromNow: 'Commencer au moment affiché',
  tracks: 'Avec chapitres, sous-titres et notes',
  tracksHint:
    'Ce que vous retirez de l’enregistrement en est retiré aussi. «\u00a0Chercher des fuites\u00a0» ne les examine pas\u00a0: relisez-les avant de partager.',
  makeCopy: 'Créer la copie',
  makingCopy: 'Création de la copie…',
  copySize: (size) => `La copie fait ${bytes(size)}.`,
  removed: (what) =>
    what.length > 0 ? `Retiré\u00a0: ${what.join(', ')}.` : 'Rien ne correspondait à vos règles.',
  removedElements: counted('élément', 'éléments'),
  removedTexts: counted('texte trouvé', 'textes trouvés'),
  removedEvents: counted('événement ou requête', 'événements ou requêtes'),
  byRule: 'Ce que chaque règle a retiré',
  rules: {
    findings: 'Résultats cochés',
    elements: 'Élément choisi',
    selectors: 'Sélecteur CSS',
    strings: 'Texte',
    patterns: 'Motif',
    urlParameters: 'Paramètre d’URL',
    range: 'Hors de ce qui est gardé',
  },
  matchedNothing: 'Aucune correspondance',
  idleRules: counted('règle ne correspondait à rien.', 'règles ne correspondaient à rien.'),
  skipped: counted(
    'texte d’un élément retiré est trop court ou trop courant pour être cherché ailleurs.',
    'textes d’éléments retirés sont trop courts ou trop courants pour être cherchés ailleurs.',
  ),
  check: 'Vérifier la copie',
  checkExplained: 'Votre enregistrement, et tout ce que vous avez rempli ici, restent tels quels.',
  openCopy: 'Ouvrir la copie',
  openOriginal: 'Revenir à l’enregistrement',
  copyOpen: 'Vous regardez la copie.',
  scanCopy: 'Examiner la copie',
  scanCopyAgain: 'Examiner la copie à nouveau',
  findingsInCopy: 'Résultats dans la copie',
  notRedacted: 'Rien n’a été retiré\u00a0: quiconque reçoit la copie voit tout ce qui a été enregistré.',
  saveCopy: 'Enregistrer la copie',
  saveSummary: 'Enregistrer la liste de ce qui a été retiré',
};

export const savedPage: SavedPageWords = {
  title: (startedAt) => `Enregistrement de session, ${moment(startedAt)}`,
  redacted:
    'Cette page lit un enregistrement de session qui a été expurgé avant d’être sauvegardé. Elle fonctionne sans réseau et n’envoie rien nulle part.',
  notRedacted:
    'Cette page lit un enregistrement de session qui n’a PAS été expurgé\u00a0: il contient tout ce qui a été enregistré. Elle fonctionne sans réseau et n’envoie rien nulle part.',
};

export const takeOut: TakeOutWords = {
  format: 'Format',
  copy: 'Copier',
  save: 'Enregistrer',
  making: 'Création de la copie…',
  told: {
    'nothing': '',
    'copied': 'Copié.',
    'not-copied': 'Le navigateur n’a pas permis la copie. Enregistrez plutôt un fichier.',
  },
};
