import { format } from './format.ts';
import type { ShortcutWords } from '../words/shortcuts.ts';

const { number } = format;

export const shortcuts: ShortcutWords = {
  shortcuts: 'Keyboard shortcuts',
  escape: 'Escape closes what was opened last.',
  groups: { playback: 'Playback', moments: 'Go to', page: 'Page', panels: 'Panels' },
  skipped: (seconds) => `${seconds < 0 ? '−' : '+'}${number(Math.abs(seconds))}\u00a0s`,
  names: {
    'playback': 'Play or pause',
    'back-5': '5 seconds back',
    'forward-5': '5 seconds forward',
    'back-10': '10 seconds back',
    'forward-10': '10 seconds forward',
    'start': 'Start',
    'end': 'End',
    'tenths': 'Tenths of the recording',
    'slower': 'Slower',
    'faster': 'Faster',
    'loop-from': 'Loop from here',
    'loop-to': 'Loop to here',
    'loop-off': 'Stop looping',
    'change-before': 'Last change on the page',
    'change-after': 'Next change on the page',
    'entry-before': 'What happened before',
    'entry-after': 'What happens next',
    'error-before': 'Error before',
    'error-after': 'Next error',
    'mark-before': 'Mark before on the timeline',
    'mark-after': 'Next mark on the timeline',
    'chapter-before': 'Chapter before',
    'chapter-after': 'Next chapter',
    'masks': 'Mark what is hidden',
    'captions': 'Captions',
    'size': 'Size of the page',
    'inspect': 'Select text',
    'link': 'Copy a link to this moment',
    'fullscreen': 'Full screen',
  },
  keys: { space: 'Space', home: 'Home', end: 'End', arrowleft: '←', arrowright: '→' },
};
