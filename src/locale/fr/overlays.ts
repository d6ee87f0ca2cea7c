import type { AssetWords, OverlayWords } from '../words/overlays.ts';
import { counted, format } from './format.ts';

const { percent, bytes, duration } = format;

export const overlays: OverlayWords = {
  nothingToPlay: 'Aucun enregistrement',
  openRecording: 'Ouvrir un enregistrement',
  dropHere: 'Déposez un enregistrement ici',
  orPaste: 'ou collez-le',
  chooseFile: 'Choisir un fichier',
  acceptedFiles:
    'Ouvre les enregistrements de session PostHog (un export, un téléchargement de l’API ou une archive ZIP) et les événements rrweb, compressés ou non. Vous pouvez ouvrir plusieurs fichiers ensemble.',
  staysHere: 'Rien ne quitte cet ordinateur.',
  dropToOpen: 'Déposez pour ouvrir',
  loading: 'Chargement de l’enregistrement',
  bytesRead: (loaded) => `${bytes(loaded)} lus`,
  bytesOf: (loaded, total, share) => `${bytes(loaded)} sur ${bytes(total)}, ${percent(share)}`,
  waiting: 'Chargement de ce moment…',
  notOnPaper: 'La page enregistrée n’était pas chargée au moment de l’impression.',
  ended: 'L’enregistrement est terminé',
  retry: 'Réessayer',
  chooseAnother: 'Choisir un autre fichier',
  skipped: (clock) => `${clock} passé`,
  skippedAloud: (seconds) => `${duration(Math.round(seconds))} sans activité, passé`,
  passedOver: (seconds) => `Passé\u00a0: ${duration(seconds)} sans page enregistrée.`,
};

export const assets: AssetWords = {
  notLoaded: 'Non chargé',
  blocked: {
    image: counted('image', 'images'),
    stylesheet: counted('feuille de style', 'feuilles de style'),
    font: counted('police', 'polices'),
    media: counted('vidéo ou son', 'vidéos et sons'),
    frame: counted('cadre', 'cadres'),
  },
  blockedFrom: (things, sites) => `Non chargés\u00a0: ${things} de ${counted('site', 'sites')(sites)}`,
  showSites: 'Afficher les sites',
  load: 'Charger quand même',
  loadMeans: 'Si vous les chargez, ces sites pourront voir que quelqu’un a ouvert cet enregistrement.',
  dismiss: 'Ignorer',
};
