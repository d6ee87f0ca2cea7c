import type { RedactKind } from '../core/redact/rules.ts';
import type { LeakKind, LeakPlace } from '../core/scan/leak.ts';
import type { CopyFormat } from '../copies/copy-plan.ts';

/** Words of the panel for handing a recording on. */
export const shareStrings = {
  share: 'Redact and hand on',
  shareExplained:
    'A copy is made on this computer; the recording itself stays as it is, and nothing is sent anywhere.',
  stop: 'Stop',

  scan: 'Look for leaks',
  scanExplained:
    'E-mail addresses, numbers of cards, accounts and people, passwords, keys and the like, wherever they stand in the recording. Ticked ones are removed from the copy.',
  scanStart: 'Look for leaks',
  scanAgain: 'Look again',
  scanning: 'Looking through the recording…',
  nothingFound: 'Nothing was found. A search like this cannot see names, faces or what a text means.',
  found: 'What was found',
  foundCount: (count: string) => (count === '1' ? '1 value was found.' : `${count} values were found.`),
  tickAll: 'Tick all',
  tickNone: 'Tick none',
  showAt: (what: string, time: string) => `${what}: show at ${time}`,
  leakKinds: {
    'email': 'E-mail address',
    'phone': 'Phone number',
    'card': 'Payment card',
    'iban': 'Bank account',
    'national-id': 'National ID',
    'password': 'Password',
    'key': 'Secret key',
    'token': 'Access token',
    'jwt': 'Signed token (JWT)',
    'url-credential': 'Login in an address',
    'private-address': 'Private network address',
  } satisfies Record<Exclude<LeakKind, 'other'>, string>,
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
    'config': "in the SDK's settings",
    'custom': 'in a custom event',
    'person': 'about the person',
    'marker': "in an analytics event's name",
  } satisfies Record<LeakPlace, string>,

  removeWhat: 'Remove more',
  pick: 'Pick an element on the page',
  pickHint: 'Click what is to be removed.',
  pickedThings: 'Picked elements',
  unpick: (name: string) => `Keep ${name}`,
  redactFields: {
    selectors: { label: 'CSS selectors', hint: 'One a line: these elements and all in them.' },
    strings: { label: 'Texts', hint: 'One a line: removed wherever they stand.' },
    patterns: { label: 'Patterns', hint: 'Regular expressions, one a line.' },
    parameters: { label: 'URL parameters', hint: 'Names, or * for all.' },
  },
  removeKinds: 'Leave out',
  redactKinds: {
    'console': 'Console lines',
    'network': 'Network requests',
    'network-bodies': 'Bodies of network requests',
    'network-headers': 'Headers of network requests',
    'config': "The SDK's settings",
    'custom': 'Custom events',
    'person': 'The person',
  } satisfies Record<RedactKind, string>,
  keepRange: 'Keep only',
  range: {
    from: { label: 'From', placeholder: 'start', now: 'From here' },
    to: { label: 'To', placeholder: 'end', now: 'To here' },
  },
  badRange: 'Times are written like 1:02, and the end comes after the start.',
  badPattern: (pattern: string) => `"${pattern}" is no regular expression.`,

  handOn: 'Make a copy',
  copyFormat: 'As',
  copyFormats: {
    'html': { label: 'One page', hint: 'Player and recording in an HTML file that opens without a network.' },
    '2023-04-28': { label: 'PostHog export', hint: 'Can be opened here or imported into PostHog.' },
  } satisfies Record<CopyFormat, { label: string; hint: string }>,
  fromNow: 'Begin at the moment on screen',
  makeCopy: 'Make the copy',
  makingCopy: 'Making the copy…',
  copySize: (size: string) => `The copy has ${size}.`,
  removed: (counts: readonly string[]) =>
    counts.length > 0 ? `Removed: ${counts.join(', ')}.` : 'What was to be removed does not occur in it.',
  removedElements: (count: string) => (count === '1' ? '1 element' : `${count} elements`),
  removedTexts: (count: string) => (count === '1' ? '1 text elsewhere' : `${count} texts elsewhere`),
  removedEvents: (count: string) => (count === '1' ? '1 event or request' : `${count} events or requests`),
  notRedacted: 'Nothing was removed from it: whoever gets it sees everything that was recorded.',
  saveCopy: 'Save the copy',
  saveSummary: 'Save a list of what was removed',
  pageOnly: 'A page can only be saved by the standalone file portable-replay.js.',
  pageTitle: (moment: string) => `Session recording, ${moment}`,
  pageRedacted:
    'This page plays a session recording that was redacted before it was saved. It works without a network and sends nothing anywhere.',
  pageNotRedacted:
    'This page plays a session recording that was NOT redacted: it holds everything that was recorded. It works without a network and sends nothing anywhere.',
} as const;
