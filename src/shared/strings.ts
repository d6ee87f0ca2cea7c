import type { ReplayErrorCode } from '../core/replay-error.ts';
import type { IdleMode } from '../player/playback-state.ts';

/** What an error is called, and what the reader can do about it. */
export interface ErrorWords {
  readonly heading: string;
  readonly advice: string;
}

/** Every word of the interface. */
export const strings = {
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',

  timeline: 'Timeline',
  position: (time: string, duration: string) => `${time} of ${duration}`,
  idle: 'Idle',
  showWallClock: 'Show date and time',
  showElapsed: 'Show elapsed time',

  speed: 'Speed',
  rate: (rate: number) => `${rate}×`,
  idleTime: 'Idle time',
  idleMode: (mode: IdleMode) => {
    if (mode === 'skip') return 'Skip idle time';
    if (mode === 'keep') return 'Play idle time';
    return `At most ${mode} s of each`;
  },
  windows: 'Window',
  followActiveWindow: 'Follow the active tab',
  window: (number: number) => `Window ${number}`,
  choice: (menu: string, choice: string) => `${menu}: ${choice}`,

  masks: (count: string) => `Privacy masks, ${count} hidden on screen`,
  showMasks: 'Show privacy masks',
  hideMasks: 'Hide privacy masks',
  enterFullscreen: 'Enter full screen',
  exitFullscreen: 'Exit full screen',
  open: 'Open a recording',

  recordedPage: 'Recorded page',

  openRecording: 'Open a recording',

  dropHere: 'Drop a recording here',
  orPaste: 'or paste it',
  chooseFile: 'Choose a file',
  acceptedFiles:
    'A session recording exported from PostHog, as JSON or gzipped. Several parts open together.',
  staysHere: 'Nothing leaves this computer.',
  dropToOpen: 'Drop to open',

  loading: 'Loading the recording',
  bytesRead: (loaded: string) => `${loaded} read`,
  bytesOf: (loaded: string, total: string, percent: number) => `${loaded} of ${total}, ${percent} %`,
  waiting: 'Loading this moment…',
  ended: 'The recording has ended',

  retry: 'Try again',
  chooseAnother: 'Choose another file',
  errors: {
    'network': {
      heading: 'The recording could not be fetched',
      advice: 'Try again, or choose a file from this computer.',
    },
    'not-a-recording': {
      heading: 'This is not a session recording',
      advice: 'Choose the JSON file that PostHog made when the recording was exported.',
    },
    'unsupported-version': {
      heading: 'This export is of an unknown version',
      advice: 'Export the recording again, or use a newer version of this player.',
    },
    'corrupt': {
      heading: 'The recording is damaged',
      advice: 'Download or export the file again; it may have been cut off on its way.',
    },
    'empty': {
      heading: 'The recording is empty',
      advice: 'Choose another file, or export the session again.',
    },
    'unplayable': {
      heading: 'The recording has no page to show',
      advice: 'Open all parts of the session together, or export the session again.',
    },
    'aborted': {
      heading: 'Loading was stopped',
      advice: 'Try again, or choose another file.',
    },
    'too-large': {
      heading: 'The recording is too large',
      advice: 'Choose a shorter recording, or a single part of this one.',
    },
  } satisfies Record<ReplayErrorCode, ErrorWords>,
} as const;
