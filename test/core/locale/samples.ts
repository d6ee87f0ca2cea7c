import { MOST_OF_PAGE } from '../../../src/core/cost-kinds.ts';

/** What sentences of the table are tried with. Texts have a letter of their own, by which they are found again. */
const [ONE, TWO, THREE] = ['Ωone', 'Ωtwo', 'Ωthree'];
const DATE = new Date(Date.UTC(2024, 2, 4, 17, 6, 7));

/** All that errors and mistakes in rules may know. */
const FOUND = {
  file: 'Ωfile.json',
  address: 'https://Ω.test/',
  status: 'Ωstatus',
  answer: 'Ωanswer',
  medium: 'video',
  files: 3,
  detail: 'Ωdetail',
  start: 'Ωstart',
  keys: ['Ωa', 'Ωb'],
  line: 3,
  version: 'Ωversion',
  events: 7,
  limit: 2_000_000,
  ratio: 200,
  rule: 'Ωrule',
  part: 'Ωpart',
};
const NAMELESS = { ...FOUND, file: '', keys: [] };
/** All that warnings may know. */
const KNOWN = {
  ...FOUND,
  names: ['Ωa', 'Ωb'],
  limitBytes: 1_000_000,
  kinds: Object.keys(MOST_OF_PAGE),
  fault: 'no-times',
  sites: ['Ω.test'],
  moreSites: 2,
  selectors: ['Ωselector'],
  seconds: 12,
};
/** Warnings that an error led to are given what was found. */
const WITH_FOUND = ['broken-off', 'too-large', 'track-missing', 'skipped-file'];

const DETAIL = {
  href: 'https://x.test/Ωpage',
  title: 'Ωtitle',
  by: 'load',
  button: 'left',
  x: 1,
  y: 2,
  type: 'text',
  masked: false,
  value: 'Ωvalue',
  checked: null,
  distance: 100,
  width: 3,
  height: 4,
  visible: true,
  online: true,
  method: 'GET',
  text: 'Ωtext',
  url: 'https://x.test/Ωrequest',
  status: 500,
  failed: true,
  error: '',
  name: 'Ωname',
  message: 'Ωmessage',
  tag: 'Ωtag',
  payload: { category: 'Ωkind' },
  caption: 'Ωcaption',
  what: 'dialog',
  opened: true,
  mask: 'text',
  seconds: 30,
  rule: 'rage-click',
};
const DETAILS = [
  DETAIL,
  {
    ...DETAIL,
    by: 'history',
    button: 'double',
    visible: false,
    online: false,
    what: 'popover',
    mask: 'frame',
  },
  {
    ...DETAIL,
    button: 'right',
    status: null,
    opened: false,
    what: 'fullscreen',
    mask: 'covered',
    rule: 'freeze',
  },
  { ...DETAIL, button: 'touch', type: 'select', name: '', message: '', mask: 'exposed', rule: 'dead-click' },
  { ...DETAIL, type: 'select', masked: true, value: null, mask: 'redacted', rule: 'quick-back' },
  { ...DETAIL, type: 'text', masked: true, value: null, mask: 'network', rule: 'slow-response' },
  { ...DETAIL, type: 'text', value: '', mask: 'canvas', rule: 'scroll-thrash' },
  { ...DETAIL, type: 'checkbox', checked: true, mask: 'blocked', rule: 'form-given-up' },
  { ...DETAIL, type: 'radio', checked: false, mask: 'ignored', rule: 'error-click' },
];
const CONTEXTS = [
  { name: 'Ωname', target: 'Ωtarget', window: 'Ωwindow' },
  { name: '', target: '', window: '' },
];

const COUNTS = [[0], [1], [2], [5], [1234]];
const BY_PATH: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'common.moment': [[DATE]],
  'common.dayAndTime': [[ONE, TWO, THREE]],
  'controls.position': [[65, 130]],
  'controls.idleMode': [['keep'], ['skip'], [5]],
  'controls.recordingOf': [[2, 7]],
  'controls.recordingItem': [[2, ONE, TWO, DATE]],
  'overlays.bytesOf': [[1000, 2000, 0.5]],
  'assets.blockedFrom': [
    [ONE, 1],
    [ONE, 3],
  ],
  'errors.found.refused': [[FOUND], [{ ...FOUND, answer: undefined }]],
  'privacy.position': [[2, 7]],
  'about.aboutNotes': [
    [0, '0'],
    [1, ONE],
    [120, ONE],
  ],
  'about.lengthActive': [
    [120, 60],
    [120, 120],
  ],
  'share.elementSize': [[3, 4]],
  'share.elementTold': [[ONE, 3, 4]],
  'share.removed': [[[ONE, TWO]], [[]]],
  'savedPage.title': [[DATE]],
  'tracks.opened': [
    [ONE, 'chapters', 1],
    [ONE, 'captions', 2],
    ['', 'notes', 3],
  ],
  'notes.counted': [
    [0, '0'],
    [1, ONE],
    [120, ONE],
  ],
  'inspector.redacted': [[[ONE, TWO]]],
  'inspector.milliseconds': [[12.4], [2345]],
  'transcript.about': [[ONE, 130]],
  'transcript.matches': [
    [2, 7],
    [0, 1],
    [0, 7],
  ],
};

/** Sentences about texts. */
const TEXTS =
  /^(common\.span|controls\.(partInView|positionAt|choice|clocks\.\w+)|overlays\.skipped|privacy\.(onScreen|hiddenOnScreen|hiddenAt)|about\.(checksumOf|copyThe)|share\.(showAt|keep)|tracks\.(chapterItem|pausedAt)|notes\.(changed|hereFor|edit|remove)|inspector\.(onlyLoopHint|working|timeIn)|entries\.(named|target)|transcript\.(heading|foundAt|neverSeen))$/;

/** What a sentence is tried with. @param path of its key, such as `common.more` */
export function samplesOf(path: string): readonly (readonly unknown[])[] {
  const [group, name = ''] = path.split('.');
  if (BY_PATH[path]) return BY_PATH[path];
  if (TEXTS.test(path)) return [[ONE, TWO]];
  if (path.startsWith('errors.found.') || group === 'rules') return [[FOUND], [NAMELESS]];
  if (group === 'warnings')
    return [1, 2, 5].map((count) => [count, WITH_FOUND.includes(name) ? 'Ωfound.' : KNOWN]);
  if (path.startsWith('entries.titles.'))
    return DETAILS.flatMap((detail) => CONTEXTS.map((context) => [detail, context]));
  return COUNTS;
}
