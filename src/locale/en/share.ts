import type { SavedPageWords, ShareWords, TakeOutWords } from '../words/share.ts';
import { counted, format, moment } from './format.ts';

const { number, bytes } = format;

export const share: ShareWords = {
  share: 'Share a redacted copy',
  explained:
    'The copy is made on this computer. The recording itself does not change, and nothing is sent anywhere.',
  scan: 'Look for leaks',
  scanExplained:
    'Finds email addresses, card, account and ID numbers, passwords, keys and the like anywhere in the recording. What you tick is removed from the copy.',
  scanAgain: 'Look again',
  scanning: 'Searching the recording…',
  nothingFound: 'Nothing was found. The search cannot recognise names, faces or what a text means.',
  findings: 'Findings',
  found: counted('value was found.', 'values were found.'),
  selectAll: 'Tick all',
  selectNone: 'Tick none',
  showAt: (what, time) => `${what}: show at ${time}`,
  leakKinds: {
    'email': 'Email address',
    'phone': 'Phone number',
    'card': 'Payment card',
    'iban': 'Bank account',
    'national-id': 'National ID',
    'username': 'User name',
    'password': 'Password',
    'key': 'Secret key',
    'token': 'Access token',
    'jwt': 'Signed token (JWT)',
    'url-credential': 'Login in an address',
    'private-address': 'Private network address',
    'masked-input': 'Value of a masked input',
  },
  leakPlaces: {
    'text': 'in the page',
    'canvas': 'on a canvas',
    'attribute': 'in an attribute',
    'input': 'in a field',
    'style': 'in a style',
    'address': "in the page's address",
    'network-address': "in a request's address",
    'network-header': "in a request's header",
    'network-body': "in a request's body",
    'console': 'in the console',
    'config': 'in the SDK settings',
    'custom': 'in a custom event',
    'person': 'about the person',
    'marker': "in an analytics event's name",
  },
  removeMore: 'Remove more',
  pick: 'Pick an element on the page',
  pickHint: 'Click an element to remove it, or walk to it by the arrow keys and press Enter.',
  elementSize: (width, height) => ` · ${number(width)} × ${number(height)}`,
  elementTold: (name, width, height) => `${name}, ${number(width)} by ${number(height)} pixels`,
  picked: 'Picked elements',
  keep: (name) => `Keep ${name}`,
  fields: {
    selectors: { label: 'CSS selectors', hint: 'One per line. Removed with everything inside.' },
    strings: { label: 'Texts', hint: 'One per line. Removed everywhere.' },
    patterns: { label: 'Patterns', hint: 'Regular expressions, one per line.' },
    parameters: { label: 'URL parameters', hint: 'Names, or * for all.' },
  },
  leaveOut: 'Leave out',
  kinds: {
    'console': 'Console lines',
    'network': 'Network requests',
    'network-bodies': 'Request bodies',
    'network-headers': 'Request headers',
    'config': 'SDK settings',
    'custom': 'Custom events',
    'person': 'The person',
    'masked-inputs': 'Values of masked inputs found elsewhere',
  },
  kindHints: {
    'masked-inputs':
      'What the recorder masked while it was typed, where the recording holds it in clear all the same.',
    'person':
      "With the names, addresses and IDs that PostHog knows of them, wherever they stand. The project's public key and all other texts of the pages stay.",
  },
  keepOnly: 'Keep only',
  range: {
    from: { label: 'From', placeholder: 'start', now: 'From here' },
    to: { label: 'To', placeholder: 'end', now: 'To here' },
  },
  copy: 'Make a copy',
  copyFormat: 'File type',
  copyFormats: {
    'html': {
      label: 'Web page',
      hint: 'One HTML file with the player and the recording. It opens without a network.',
    },
    '2023-04-28': {
      label: 'PostHog export',
      hint: 'A JSON file that can be opened here or imported into PostHog.',
    },
  },
  fromNow: 'Start at the moment on screen',
  tracks: 'With chapters, captions and notes',
  tracksHint:
    'What you remove from the recording is removed from them, too. “Look for leaks” does not search them: read them before you share.',
  makeCopy: 'Make the copy',
  makingCopy: 'Making the copy…',
  copySize: (size) => `The copy is ${bytes(size)}.`,
  removed: (what) => (what.length > 0 ? `Removed: ${what.join(', ')}.` : 'Nothing matched your rules.'),
  removedElements: counted('element', 'elements'),
  removedTexts: counted('text match', 'text matches'),
  removedEvents: counted('event or request', 'events or requests'),
  byRule: 'What each rule removed',
  rules: {
    findings: 'Ticked findings',
    elements: 'Picked element',
    selectors: 'CSS selector',
    strings: 'Text',
    patterns: 'Pattern',
    urlParameters: 'URL parameter',
    range: 'Outside of what is kept',
  },
  matchedNothing: 'Matched nothing',
  idleRules: counted('rule matched nothing.', 'rules matched nothing.'),
  skipped: counted(
    'text of a removed element is too short or too common to be looked for elsewhere.',
    'texts of removed elements are too short or too common to be looked for elsewhere.',
  ),
  check: 'Check the copy',
  checkExplained: 'Your recording, and all that you filled in here, stay as they are.',
  openCopy: 'Open the copy',
  openOriginal: 'Back to the recording',
  copyOpen: 'You are looking at the copy.',
  scanCopy: 'Scan the copy',
  scanCopyAgain: 'Scan the copy again',
  findingsInCopy: 'Findings in the copy',
  notRedacted: 'Nothing was removed: whoever gets the copy sees everything that was recorded.',
  saveCopy: 'Save the copy',
  saveSummary: 'Save a list of what was removed',
};

export const savedPage: SavedPageWords = {
  title: (startedAt) => `Session recording, ${moment(startedAt)}`,
  redacted:
    'This page plays a session recording that was redacted before it was saved. It works without a network and sends nothing anywhere.',
  notRedacted:
    'This page plays a session recording that was NOT redacted: it holds everything that was recorded. It works without a network and sends nothing anywhere.',
};

export const takeOut: TakeOutWords = {
  format: 'Format',
  copy: 'Copy',
  save: 'Save',
  making: 'Making the copy…',
  told: {
    'nothing': '',
    'copied': 'Copied.',
    'not-copied': 'The browser did not allow copying. Save it as a file instead.',
  },
};
