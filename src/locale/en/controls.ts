import { wholeSeconds } from '../formats.ts';
import type { ControlWords, LinkWords } from '../words/controls.ts';
import { format, moment } from './format.ts';

const { number, duration } = format;

export const controls: ControlWords = {
  player: 'Session replay',
  recordedPage: 'Recorded page',
  replayedPage: 'Replayed page',
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  timeline: 'Timeline',
  brush: 'Part of the timeline in view',
  partInView: (from, to) => `${from} to ${to} in view`,
  wholeInView: 'The whole recording is in view',
  position: (time, length) => `${duration(wholeSeconds(time, length))} of ${duration(Math.round(length))}`,
  positionAt: (position, event) => `${position}, ${event}`,
  idle: 'Idle',
  loopEdge: { start: 'Start of the loop', end: 'End of the loop' },
  time: 'Time',
  clocks: {
    elapsed: () => 'Elapsed time',
    local: (zone) => `Your time (${zone})`,
    recorded: (zone) => `Time of the recording (${zone})`,
    utc: () => 'UTC',
  },
  loopFromHere: 'Loop from here',
  loopToHere: 'Loop to here',
  stopLooping: 'Stop looping',
  steps: {
    'entry-before': 'Go to what happened before',
    'entry-after': 'Go to what happens next',
    'change-before': 'Go to the last change on the page',
    'change-after': 'Go to the next change on the page',
  },
  pageSize: 'Size of the page',
  pageSizes: { fit: 'Whole page', width: 'Full width', actual: '100%' },
  speed: 'Speed',
  rate: (rate) => `${number(rate)}×`,
  idleTime: 'Idle time',
  narrowIdle: 'Narrow on the timeline',
  idleMode: (mode) => {
    if (mode === 'skip') return 'Skip idle time';
    if (mode === 'keep') return 'Play idle time';
    return `Shorten idle time to ${number(mode)}\u00a0s`;
  },
  windows: 'Window',
  followActiveWindow: 'Follow the active tab',
  choice: (menu, choice) => `${menu}: ${choice}`,
  inspect: 'Select text on the page',
  enterFullscreen: 'Enter full screen',
  exitFullscreen: 'Exit full screen',
  open: 'Open a recording',
  more: 'More',
  recordings: 'Recording',
  recordingOf: (index, total) => `${number(index)} of ${number(total)}`,
  recordingItem: (index, name, length, startedAt) =>
    `${number(index)}. ${name}, ${length}, ${moment(startedAt)}`,
  unnamedRecording: (index) => `Recording ${number(index)}`,
  previousRecording: 'Previous recording',
  nextRecording: 'Next recording',
};

export const links: LinkWords = {
  copy: 'Copy a link to this moment',
  copied: 'Link to this moment copied.',
  copyByHand: 'Copy this link:',
};
