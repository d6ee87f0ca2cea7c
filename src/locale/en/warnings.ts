import type { CostKind } from '../../core/cost-kinds.ts';
import type { CueFault } from '../../core/warnings.ts';
import type { WarningWords } from '../words/warnings.ts';
import { counted, fileNamed, format, theFile } from './format.ts';

const { number, bytes, duration, plural } = format;

/** What is wrong with a cue of a WebVTT file. */
const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': 'the file does not begin with WEBVTT',
  'no-times': 'it has no times, such as 00:01.000 --> 00:02.500',
  'bad-times': 'its times are not like 00:01.000 --> 00:02.500',
  'ends-early': 'its end comes before its start',
};

/** What can be left out of a page because it costs too much. */
const COSTS: Readonly<Record<CostKind, string>> = {
  depth: 'elements nested too deeply',
  levels: 'elements nested too deeply',
  elements: 'too many elements',
  frames: 'too many frames',
  media: 'too many videos and sounds',
  cells: 'table cells that span too much',
  pixels: 'canvases and pictures that are too large',
  marks: 'text with too many marks or scripts',
  quotes: 'too many quotation marks',
  drawing: 'drawings that repeat themselves too often',
  columns: 'columns in columns',
  effects: 'filters, animations and layers of too many elements',
  wrapping: 'balanced lines in elements nested too deeply',
  matching: 'style rules for too many elements',
  placing: 'too many floats or grid items in one element',
  motion: 'transitions of too many elements',
  rules: 'style rules nested too deeply',
  values: 'styles with too many values',
  blur: 'blurs that are too wide',
  strokes: 'too many lines on a canvas',
  fonts: 'fonts that are too large',
  families: 'too many fonts',
};

export const warnings: WarningWords = {
  'missing-meta': plural({
    one: '# page was recorded without its size and is shown at the nearest known size.',
    other: '# pages were recorded without their size and are shown at the nearest known size.',
  }),
  'duplicates': counted('duplicate event ignored.', 'duplicate events ignored.'),
  'wild-timestamps': counted(
    'event was dated far from all others and was moved next to its neighbours.',
    'events were dated far from all others and were moved next to their neighbours.',
  ),
  'clock-jump': 'The clock of the recorded device was changed. Playback goes on without the jump.',
  'seconds': counted(
    'event was not dated in milliseconds and was converted.',
    'events were not dated in milliseconds and were converted.',
  ),
  'duplicate-nodes': counted(
    'node had the same number as another and was given its own.',
    'nodes had the same number as another and were given their own.',
  ),
  'extension-stripped': (_, { names }) =>
    `What browser extensions had added to the page was removed: ${names.join(', ')}.`,
  'synthetic-snapshot': counted(
    'screen was recorded without a page around it and was given one.',
    'screens were recorded without a page around them and were given one.',
  ),
  'unknown-version': (_, { version }) =>
    `The export calls itself version "${version}". It was read as version 2023-04-28, whose format it has.`,
  'undecodable': counted(
    'event could not be decoded and was left out.',
    'events could not be decoded and were left out.',
  ),
  'bad-line': counted(
    'line could not be read and was left out.',
    'lines could not be read and were left out.',
  ),
  'truncated': 'The file ends in the middle. Everything up to there plays.',
  'broken-off': (_, found) => `${found} Everything read up to there plays.`,
  'trailing-garbage': 'Other data follows the end of the recording in the file and was left out.',
  'bad-block': counted(
    'compressed block is damaged. What could not be read was left out.',
    'compressed blocks are damaged. What could not be read was left out.',
  ),
  'missing-chunks': counted(
    'batch of events is incomplete and was left out.',
    'batches of events are incomplete and were left out.',
  ),
  'oversized': (count, { limitBytes }) =>
    `${counted('event was', 'events were')(count)} larger than the limit of ${bytes(limitBytes)} and left out.`,
  'too-large': (_, found) => `${found} The rest was left out.`,
  'too-deep': counted(
    'element was nested too deeply for any browser to show and was left out.',
    'elements were nested too deeply for any browser to show and were left out.',
  ),
  'too-costly': (count, { kinds }) =>
    `${counted('part of the pages was', 'parts of the pages were')(count)} left out, because ${count === 1 ? 'it' : 'they'} would make this browser tab freeze: ${format.list([...new Set(kinds.map((kind) => COSTS[kind]))])}.`,
  'cut-text': counted(
    'text or style sheet was too long for any browser to show and was cut.',
    'texts or style sheets were too long for any browser to show and were cut.',
  ),
  'second-recorder': counted(
    'event of another recorder in the same window, such as that of a frame, was left out.',
    'events of another recorder in the same window, such as that of a frame, were left out.',
  ),
  'unreplayable': counted(
    'change could not be applied to the page and was left out.',
    'changes could not be applied to the page and were left out.',
  ),
  'damaged-screens': counted(
    'screen was recorded as a picture that is damaged and cannot be shown.',
    'screens were recorded as pictures that are damaged and cannot be shown.',
  ),
  'bad-cue': (count, { file, fault, line }) =>
    count === 1
      ? `Line ${number(line)} of the text track ${fileNamed(file)} was left out: ${FAULTS[fault]}.`
      : `${number(count)} lines of text tracks were left out, such as line ${number(line)} of ${fileNamed(file)}: ${FAULTS[fault]}.`,
  'track-missing': (count, found) =>
    count === 1 ? `A text track is missing. ${found}` : `${number(count)} text tracks are missing. ${found}`,
  'skipped-file': (count, found) =>
    count === 1 ? found : `${found} ${counted('more file was', 'more files were')(count - 1)} left out.`,
  'repeated-file': (count, { file }) =>
    count === 1
      ? `${theFile(file)} was opened twice and read once.`
      : `${number(count)} files were opened twice and read once, such as ${theFile(file)}.`,
  'no-first-page': (_, { seconds }) => `There is no page to show for the first ${duration(seconds)}.`,
  'missing-assets': (count, { sites, moreSites }) => {
    const more = moreSites > 0 ? [`${number(moreSites)} more`] : [];
    const files = counted('image, font or other file', 'images, fonts and other files')(count);
    return `${files} of the page ${count === 1 ? 'is' : 'are'} not in the recording (from ${format.list([...sites, ...more])}).`;
  },
  'missing-sheets': counted(
    'style sheet that a page uses is not in the recording.',
    'style sheets that pages use are not in the recording.',
  ),
  'unrecorded-frames': counted(
    'frame from another site was not recorded.',
    'frames from other sites were not recorded.',
  ),
  'assets': counted(
    'image or style sheet was recorded apart from its page and is not shown.',
    'images and style sheets were recorded apart from their pages and are not shown.',
  ),
  'webgl': 'Drawings made with WebGL are not shown.',
  'canvas-not-drawn': counted(
    'step of a drawing is not shown: the recording does not hold its gradient, film or picture.',
    'steps of drawings are not shown: the recording does not hold their gradients, films or pictures.',
  ),
  'styles-refused':
    "This page's security policy blocks the styles of the recorded page. Embed embed.html instead, which has a policy of its own.",
  'no-worker':
    'No worker could start, so this page reads the recording itself. A large one can make it slow.',
  'cover-unmatched': (count, { selectors: [first = ''] }) =>
    count === 1
      ? `“${first}” in cover matches nothing in this recording, so it hides nothing.`
      : `${number(count)} selectors in cover match nothing in this recording, so they hide nothing, such as “${first}”.`,
  'several-recordings': 'The file contains several recordings. They are listed beside the play button.',
};
