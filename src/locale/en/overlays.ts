import type { AssetWords, OverlayWords } from '../words/overlays.ts';
import { counted, format } from './format.ts';

const { percent, bytes, duration } = format;

export const overlays: OverlayWords = {
  nothingToPlay: 'No recording',
  openRecording: 'Open a recording',
  dropHere: 'Drop a recording here',
  orPaste: 'or paste it',
  chooseFile: 'Choose a file',
  acceptedFiles:
    'Opens PostHog session recordings (an export, an API download or a zip archive) and rrweb events, compressed or not. You can open several files together.',
  staysHere: 'Nothing leaves this computer.',
  dropToOpen: 'Drop to open',
  loading: 'Loading the recording',
  bytesRead: (loaded) => `${bytes(loaded)} read`,
  bytesOf: (loaded, total, share) => `${bytes(loaded)} of ${bytes(total)}, ${percent(share)}`,
  waiting: 'Loading this moment…',
  notOnPaper: 'The recorded page was not loaded when this was printed.',
  ended: 'The recording has ended',
  retry: 'Try again',
  chooseAnother: 'Choose another file',
  skipped: (clock) => `Skipped ${clock}`,
  skippedAloud: (seconds) => `Skipped ${duration(Math.round(seconds))} without activity`,
  passedOver: (seconds) => `Skipped ${duration(seconds)} without a recorded page.`,
};

export const assets: AssetWords = {
  notLoaded: 'Not loaded',
  blocked: {
    image: counted('image', 'images'),
    stylesheet: counted('style sheet', 'style sheets'),
    font: counted('font', 'fonts'),
    media: counted('video or sound', 'videos and sounds'),
    frame: counted('frame', 'frames'),
  },
  blockedFrom: (things, sites) => `${things} from ${counted('site', 'sites')(sites)} not loaded`,
  showSites: 'Show sites',
  load: 'Load anyway',
  loadMeans: 'If you load them, these sites can see that someone opened this recording.',
  dismiss: 'Dismiss',
};
