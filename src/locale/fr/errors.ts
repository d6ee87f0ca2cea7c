import type { ErrorWords, RuleWords } from '../words/errors.ts';
import { counted, format, theFile } from './format.ts';

const { number, bytes } = format;

const SIGN_IN =
  'S’il faut y être connecté, faites envoyer les cookies\u00a0: crossorigin="use-credentials" sur le lecteur, ou la réponse de votre propre fetch() à la place de l’adresse.';

const EXPORT =
  'Ouvrez la session dans la relecture de sessions de PostHog, exportez-la depuis le menu, puis ouvrez ce fichier.';

export const errors: ErrorWords = {
  headings: {
    'network': 'L’enregistrement n’a pas pu être téléchargé',
    'not-a-recording': 'Ce n’est pas un enregistrement de session',
    'unsupported-version': 'Cet enregistrement a une version inconnue',
    'corrupt': 'L’enregistrement est endommagé',
    'empty': 'L’enregistrement est vide',
    'unplayable': 'L’enregistrement ne peut pas être lu',
    'aborted': 'Le chargement a été interrompu',
    'too-large': 'L’enregistrement est trop volumineux',
  },
  advice: {
    'network': 'Réessayez, ou choisissez un fichier de cet ordinateur.',
    'not-a-recording':
      'Choisissez un export PostHog, un téléchargement de l’API, une archive ZIP ou des événements enregistrés par rrweb.',
    'unsupported-version':
      'Les versions 2023-04-28 et 2022-12-02 peuvent être ouvertes. Exportez l’enregistrement à nouveau, ou utilisez une version plus récente de ce lecteur.',
    'corrupt': 'Téléchargez-le ou exportez-le à nouveau. Il est peut-être incomplet.',
    'empty': 'Choisissez un autre fichier, ou exportez la session à nouveau.',
    'unplayable': 'S’il est en plusieurs parties, ouvrez-les ensemble. Sinon, exportez la session à nouveau.',
    'aborted': 'Réessayez, ou choisissez un autre fichier.',
    'too-large':
      'Choisissez un enregistrement plus court ou une seule partie de celui-ci. La page qui intègre le lecteur peut relever la limite (limits).',
  },
  adviceFor: {
    'not-an-address': 'Vérifiez l’adresse, ou choisissez un fichier de cet ordinateur.',
    'unreachable': 'Téléchargez le fichier et ouvrez-le plutôt ici.',
    'file-address': 'Déposez le fichier ici, ou choisissez-le.',
    'refused': 'Vérifiez l’adresse, et que vous y êtes connecté.',
    'signed-out': SIGN_IN,
    'sign-in-page': SIGN_IN,
    'no-file': 'Vérifiez son chemin, et que vous avez le droit de le lire.',
    'sources-list':
      'Téléchargez les snapshots de chaque source nommée (la même adresse avec ?source=blob_v2&start_blob_key=…&end_blob_key=…) et ouvrez-les ensemble.',
    'deleted': 'Choisissez un autre enregistrement.',
    'metadata-only': 'Téléchargez ses snapshots, ou exportez l’enregistrement.',
    'recordings-list': EXPORT,
    'analytics-events': EXPORT,
    'har': 'Ouvrez-le dans le panneau réseau des outils de développement d’un navigateur.',
    'playwright-trace': 'Ouvrez-le avec «\u00a0npx playwright show-trace\u00a0».',
    'server-error': 'Corrigez ce qu’elle signale, puis téléchargez l’enregistrement à nouveau.',
    'no-events': 'Exportez-le à nouveau une fois que PostHog aura fini de traiter la session.',
    'nothing-to-load': 'Définissez src, ou appelez load() avec un enregistrement.',
    'damaged-snapshot': 'Téléchargez ou exportez la session à nouveau.',
    'sandboxed':
      'La page qui l’entoure doit accorder l’origine à son cadre\u00a0: sandbox="allow-scripts allow-same-origin".',
    'page-not-built': 'Exportez la session à nouveau, ou choisissez un autre fichier.',
    'invalid-rule': 'C’est à la page qui intègre le lecteur de corriger cela.',
    'not-webvtt': 'Une piste de texte commence par WEBVTT et a des temps comme 00:01.000 --> 00:02.500.',
    'bomb': 'Choisissez un autre fichier.',
  },
  found: {
    'not-an-address': ({ address }) =>
      `«\u00a0${address}\u00a0» n’est pas une adresse qui puisse être chargée.`,
    'unreachable': ({ address }) =>
      `L’adresse ${address} n’a pas pu être chargée\u00a0: il n’y a pas de connexion, ou son serveur ne permet pas à cette page de la lire (CORS).`,
    'file-address': ({ address }) =>
      `${address} est un fichier sur un disque, que les navigateurs ne laissent aucune page lire par son adresse.`,
    'refused': ({ address, status, answer }) =>
      answer === undefined
        ? `L’adresse ${address} a répondu «\u00a0${status}\u00a0».`
        : `L’adresse ${address} a répondu «\u00a0${status}\u00a0» et dit\u00a0: «\u00a0${answer}\u00a0».`,
    'signed-out': ({ address, status }) =>
      `L’adresse ${address}, demandée sans cookies, a répondu «\u00a0${status}\u00a0».`,
    'no-file': ({ file, detail }) => `${theFile(file)} n’a pas pu être lu (${detail}).`,
    'sources-list': ({ file }) =>
      `${theFile(file)} énumère les sources d’un enregistrement mais ne le contient pas.`,
    'deleted': 'PostHog a répondu que cet enregistrement a été supprimé.',
    'metadata-only': ({ file }) =>
      `${theFile(file)} décrit un enregistrement (sa durée, ses clics et la personne) mais ne le contient pas.`,
    'recordings-list': ({ file }) => `${theFile(file)} énumère des enregistrements mais ne les contient pas.`,
    'analytics-events': ({ file }) =>
      `${theFile(file)} contient des événements d’analyse ou les lignes d’une requête, et non un enregistrement de session.`,
    'har': ({ file }) =>
      `${theFile(file)} est un HAR, un journal de requêtes réseau, et non un enregistrement de session.`,
    'playwright-trace': ({ file }) =>
      `${theFile(file)} est une trace de Playwright, et non un enregistrement de session.`,
    'server-error': ({ file, answer }) =>
      `${theFile(file)} contient l’erreur d’un serveur au lieu d’un enregistrement\u00a0: «\u00a0${answer}\u00a0».`,
    'media': ({ file, medium }) => {
      const media = { image: 'une image', video: 'une vidéo', pdf: 'un PDF' };
      return `${theFile(file)} est ${media[medium]}, et non un enregistrement de session.`;
    },
    'archive': ({ file, files }) =>
      `${theFile(file)} est une archive. Parmi ${counted('fichier', 'fichiers')(files)}, il n’y a aucun enregistrement de session.`,
    'html': ({ file }) =>
      `${theFile(file)} est une page HTML, peut-être une page de connexion ou d’erreur, et non un enregistrement de session.`,
    'sign-in-page': ({ address }) =>
      `Demandée sans cookies, l’adresse mène à une page, peut-être de connexion (${address}), et non à un enregistrement de session.`,
    'text': ({ file, start }) =>
      `${theFile(file)} est un texte qui commence par «\u00a0${start}\u00a0», et non un enregistrement de session.`,
    'binary': ({ file }) =>
      `${theFile(file)} contient des données binaires, et non un enregistrement de session.`,
    'other-json': ({ file, keys }) => {
      const names = keys.map((key) => `«\u00a0${key}\u00a0»`).join(', ');
      const found = names === '' ? 'du JSON sans événements' : `un objet JSON avec les clés ${names}`;
      return `${theFile(file)} est ${found}, et non un enregistrement de session.`;
    },
    'not-webvtt': ({ file, line }) =>
      `${theFile(file)} n’est pas du WebVTT\u00a0: la ligne ${number(line)} n’a pas pu être lue, et il n’y a aucun repère.`,
    'unknown-version': ({ file, version }) =>
      `${theFile(file)} se dit de version «\u00a0${version}\u00a0», dont le format est inconnu.`,
    'cut-off': ({ file }) => `${theFile(file)} s’arrête avant son premier événement.`,
    'damaged-packing': ({ file }) => `${theFile(file)} est compressé et endommagé. Rien n’a pu en être lu.`,
    'unreadable': ({ file, detail }) => `${theFile(file)} n’a pas pu être lu (${detail}).`,
    'empty-file': ({ file }) => `${theFile(file)} est vide.`,
    'no-events': ({ file }) => `${theFile(file)} ne contient aucun événement.`,
    'nothing-to-load': 'Il n’y a rien à charger.',
    'single-event': ({ file }) =>
      `${theFile(file)} contient un seul événement. Il en faut au moins deux pour un enregistrement.`,
    'no-snapshot': ({ file, events }) =>
      `${theFile(file)} contient ${number(events)} événements mais aucun snapshot complet d’une page par lequel commencer.`,
    'damaged-snapshot': ({ file }) =>
      `${theFile(file)} contient un snapshot complet d’une page, mais il est endommagé et ne peut pas être décodé.`,
    'page-not-built': ({ detail }) => `La page enregistrée n’a pas pu être construite (${detail}).`,
    'sandboxed': 'Cette page se trouve dans un cadre où aucune page enregistrée ne peut être protégée.',
    'stopped': 'Le chargement a été interrompu avant que l’enregistrement soit lu.',
    'closed': 'L’enregistrement a été fermé.',
    'too-many-bytes': ({ limit }) =>
      `L’enregistrement contient plus de ${bytes(limit)} de données, ce qui est la limite.`,
    'too-many-events': ({ limit }) =>
      `L’enregistrement contient plus de ${counted('événement', 'événements')(limit)}, ce qui est la limite.`,
    'bomb': ({ file, ratio }) =>
      `${theFile(file)}, une fois décompressé, fait plus de ${number(ratio)} fois sa taille, ce qui n’arrive à aucun enregistrement.`,
  },
};

export const rules: RuleWords = {
  'not-a-selector': ({ rule }) =>
    `«\u00a0${rule}\u00a0» n’est pas un sélecteur valide. Sont valides, par exemple, #id, .class et input[type="email"].`,
  'unsupported-selector': ({ rule, part }) =>
    `«\u00a0${rule}\u00a0» utilise ${part}, qui n’est pas pris en charge. Sont pris en charge les types, classes, identifiants, attributs, les combinateurs " ", ">", "+", "~" et :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() et les mêmes avec -of-type et -last-.`,
  'not-a-pattern': ({ rule }) => `«\u00a0${rule}\u00a0» n’est pas une expression régulière valide.`,
  'too-short': ({ rule }) =>
    `«\u00a0${rule}\u00a0» est trop court pour être retiré partout. Utilisez au moins deux caractères.`,
  'not-a-range': () => 'Écrivez les temps comme 1:02. La fin doit venir après le début.',
};
