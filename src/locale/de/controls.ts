import { wholeSeconds } from '../formats.ts';
import type { ControlWords, LinkWords } from '../words/controls.ts';
import { format, moment } from './format.ts';

const { number, duration } = format;

export const controls: ControlWords = {
  player: 'Sitzungswiedergabe',
  recordedPage: 'Aufgezeichnete Seite',
  replayedPage: 'Wiedergegebene Seite',
  play: 'Abspielen',
  pause: 'Pause',
  replay: 'Erneut abspielen',
  timeline: 'Zeitleiste',
  brush: 'Sichtbarer Teil der Zeitleiste',
  partInView: (from, to) => `${from} bis ${to} im Blick`,
  wholeInView: 'Die ganze Aufzeichnung ist im Blick',
  position: (time, length) => `${duration(wholeSeconds(time, length))} von ${duration(Math.round(length))}`,
  positionAt: (position, event) => `${position}, ${event}`,
  idle: 'Leerlauf',
  loopEdge: { start: 'Anfang der Schleife', end: 'Ende der Schleife' },
  time: 'Zeit',
  clocks: {
    elapsed: () => 'Vergangene Zeit',
    local: (zone) => `Eigene Uhrzeit (${zone})`,
    recorded: (zone) => `Uhrzeit der Aufzeichnung (${zone})`,
    utc: () => 'UTC',
  },
  loopFromHere: 'Schleife ab hier',
  loopToHere: 'Schleife bis hier',
  stopLooping: 'Schleife beenden',
  steps: {
    'entry-before': 'Zum vorherigen Ereignis',
    'entry-after': 'Zum nächsten Ereignis',
    'change-before': 'Zur vorherigen Änderung der Seite',
    'change-after': 'Zur nächsten Änderung der Seite',
  },
  pageSize: 'Größe der Seite',
  pageSizes: { fit: 'Ganz', width: 'Volle Breite', actual: '100\u00a0%' },
  speed: 'Geschwindigkeit',
  rate: (rate) => `${number(rate)}×`,
  idleTime: 'Leerlauf',
  narrowIdle: 'Auf der Zeitleiste verkürzen',
  idleMode: (mode) => {
    if (mode === 'skip') return 'Leerlauf überspringen';
    if (mode === 'keep') return 'Leerlauf abspielen';
    return `Leerlauf auf ${number(mode)}\u00a0s kürzen`;
  },
  windows: 'Fenster',
  followActiveWindow: 'Dem aktiven Tab folgen',
  choice: (menu, choice) => `${menu}: ${choice}`,
  inspect: 'Text auf der Seite markieren',
  enterFullscreen: 'Vollbild',
  exitFullscreen: 'Vollbild beenden',
  open: 'Aufzeichnung öffnen',
  more: 'Mehr',
  recordings: 'Aufzeichnung',
  recordingOf: (index, total) => `${number(index)} von ${number(total)}`,
  recordingItem: (index, name, length, startedAt) =>
    `${number(index)}. ${name}, ${length}, ${moment(startedAt)}`,
  unnamedRecording: (index) => `Aufzeichnung ${number(index)}`,
  previousRecording: 'Vorherige Aufzeichnung',
  nextRecording: 'Nächste Aufzeichnung',
};

export const links: LinkWords = {
  copy: 'Link zu diesem Zeitpunkt kopieren',
  copied: 'Link zu diesem Zeitpunkt kopiert.',
  copyByHand: 'Diesen Link kopieren:',
};
