import { wholeSeconds } from '../formats.ts';
import type { ControlWords, LinkWords } from '../words/controls.ts';
import { format, moment } from './format.ts';

const { number, duration } = format;

export const controls: ControlWords = {
  player: 'Relecture de session',
  recordedPage: 'Page enregistrée',
  replayedPage: 'Page relue',
  play: 'Lire',
  pause: 'Mettre en pause',
  replay: 'Revoir',
  timeline: 'Chronologie',
  brush: 'Partie visible de la chronologie',
  partInView: (from, to) => `${from} à ${to} à l’écran`,
  wholeInView: 'Tout l’enregistrement est à l’écran',
  position: (time, length) => `${duration(wholeSeconds(time, length))} sur ${duration(Math.round(length))}`,
  positionAt: (position, event) => `${position}, ${event}`,
  idle: 'Inactivité',
  loopEdge: { start: 'Début de la boucle', end: 'Fin de la boucle' },
  time: 'Temps',
  clocks: {
    elapsed: () => 'Temps écoulé',
    local: (zone) => `Heure locale (${zone})`,
    recorded: (zone) => `Heure de l’enregistrement (${zone})`,
    utc: () => 'UTC',
  },
  loopFromHere: 'Boucle à partir d’ici',
  loopToHere: 'Boucle jusqu’ici',
  stopLooping: 'Arrêter la boucle',
  steps: {
    'entry-before': 'Aller à l’événement précédent',
    'entry-after': 'Aller à l’événement suivant',
    'change-before': 'Aller au changement précédent de la page',
    'change-after': 'Aller au changement suivant de la page',
  },
  pageSize: 'Taille de la page',
  pageSizes: { fit: 'Entière', width: 'Pleine largeur', actual: '100\u00a0%' },
  speed: 'Vitesse',
  rate: (rate) => `${number(rate)}×`,
  idleTime: 'Inactivité',
  narrowIdle: 'Réduire sur la chronologie',
  idleMode: (mode) => {
    if (mode === 'skip') return 'Passer l’inactivité';
    if (mode === 'keep') return 'Lire l’inactivité';
    return `Réduire l’inactivité à ${number(mode)}\u00a0s`;
  },
  windows: 'Fenêtre',
  followActiveWindow: 'Suivre l’onglet actif',
  choice: (menu, choice) => `${menu}\u00a0: ${choice}`,
  inspect: 'Sélectionner du texte sur la page',
  enterFullscreen: 'Passer en plein écran',
  exitFullscreen: 'Quitter le plein écran',
  open: 'Ouvrir un enregistrement',
  more: 'Plus',
  recordings: 'Enregistrement',
  recordingOf: (index, total) => `${number(index)} sur ${number(total)}`,
  recordingItem: (index, name, length, startedAt) =>
    `${number(index)}. ${name}, ${length}, ${moment(startedAt)}`,
  unnamedRecording: (index) => `Enregistrement ${number(index)}`,
  previousRecording: 'Enregistrement précédent',
  nextRecording: 'Enregistrement suivant',
};

export const links: LinkWords = {
  copy: 'Copier un lien vers ce moment',
  copied: 'Lien vers ce moment copié.',
  copyByHand: 'Copiez ce lien\u00a0:',
};
