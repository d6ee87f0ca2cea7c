import type { CostKind } from '../core/cost-kinds.ts';
import type { CueFault } from '../core/warnings.ts';
import { entries } from './en-entries.ts';
import { shortcuts } from './en-shortcuts.ts';
import { formatsOf, wholeSeconds } from './formats.ts';
import type { Locale } from './locale.ts';

const TAG = 'en';
const format = formatsOf(TAG);
const { number, percent, bytes, duration, date, timeOfDay, plural } = format;
const moment = (of: Date) => `${date(of)}, ${timeOfDay(of)}`;
const the = (file = '') => (file === '' ? 'The file' : `"${file}"`);
const counted = (one: string, other: string) => plural({ one: `# ${one}`, other: `# ${other}` });

const named = (file: string) => (file === '' ? 'without a name' : `"${file}"`);

const SIGN_IN =
  'If you have to be signed in there, let cookies be sent along: crossorigin="use-credentials" on the player, or the answer of your own fetch() in place of the address.';

const FAULTS: Readonly<Record<CueFault, string>> = {
  'signature': 'the file does not begin with WEBVTT',
  'no-times': 'it has no times, such as 00:01.000 --> 00:02.500',
  'bad-times': 'its times are not like 00:01.000 --> 00:02.500',
  'ends-early': 'its end comes before its start',
};

/** English, by the groups of the interface. */
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

export const english: Locale = {
  tag: TAG,
  format,

  common: {
    close: 'Close',
    cancel: 'Cancel',
    panelSize: 'Size of the panel',
    stop: 'Stop',
    more: (count) => `and ${number(count)} more`,
    before: (count) => `${number(count)} more before`,
    times: (count) => `${number(count)} times`,
    span: (from, to) => `${from} – ${to}`,
    moment,
    dayAndTime: (day, time, zone) => `${day}, ${time} ${zone}`,
    window: (index) => `Window ${number(index)}`,
  },

  controls: {
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
  },

  shortcuts,

  overlays: {
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
    ended: 'The recording has ended',
    retry: 'Try again',
    chooseAnother: 'Choose another file',
    skipped: (clock) => `Skipped ${clock}`,
    skippedAloud: (seconds) => `Skipped ${duration(Math.round(seconds))} without activity`,
    passedOver: (seconds) => `Skipped ${duration(seconds)} without a recorded page.`,
  },

  assets: {
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
  },

  errors: {
    headings: {
      'network': 'The recording could not be downloaded',
      'not-a-recording': 'This is not a session recording',
      'unsupported-version': 'This recording has an unknown version',
      'corrupt': 'The recording is damaged',
      'empty': 'The recording is empty',
      'unplayable': 'The recording cannot be played',
      'aborted': 'Loading was stopped',
      'too-large': 'The recording is too large',
    },
    advice: {
      'network': 'Try again, or choose a file from this computer.',
      'not-a-recording':
        'Choose a PostHog export, an API download, a zip archive, or events recorded by rrweb.',
      'unsupported-version':
        'Versions 2023-04-28 and 2022-12-02 can be opened. Export the recording again, or use a newer version of this player.',
      'corrupt': 'Download or export it again. It may be incomplete.',
      'empty': 'Choose another file, or export the session again.',
      'unplayable': 'If it came in several parts, open them together. Otherwise export the session again.',
      'aborted': 'Try again, or choose another file.',
      'too-large':
        'Choose a shorter recording or a single part of this one. A page that embeds the player can raise the limit (limits).',
    },
    adviceFor: {
      'not-an-address': 'Check the address, or choose a file from this computer.',
      'unreachable': 'Download the file and open it here instead.',
      'refused': 'Check the address, and whether you are signed in there.',
      'signed-out': SIGN_IN,
      'sign-in-page': SIGN_IN,
      'no-file': 'Check its path, and whether you may read it.',
      'sources-list':
        'Download the snapshots of each source it names (the same address with ?source=blob_v2&start_blob_key=…&end_blob_key=…) and open them together.',
      'deleted': 'Choose another recording.',
      'metadata-only': 'Download its snapshots, or export the recording.',
      'no-events': 'Export it again once PostHog has finished processing the session.',
      'nothing-to-load': 'Set src, or call load() with a recording.',
      'damaged-snapshot': 'Download or export the session again.',
      'page-not-built': 'Export the session again, or choose another file.',
      'invalid-rule': 'The page around the player has to correct this.',
      'not-webvtt': 'A text track begins with WEBVTT and has times such as 00:01.000 --> 00:02.500.',
      'bomb': 'Choose another file.',
    },
    found: {
      'not-an-address': ({ address }) => `"${address}" is not an address that can be loaded.`,
      'unreachable': ({ address }) =>
        `The address ${address} could not be loaded: there is no connection, or its server does not let this page read it (CORS).`,
      'refused': ({ address, status }) => `The address ${address} answered "${status}".`,
      'signed-out': ({ address, status }) =>
        `The address ${address} answered "${status}" when asked without cookies.`,
      'no-file': ({ file, detail }) => `${the(file)} could not be read (${detail}).`,
      'sources-list': ({ file }) => `${the(file)} lists the sources of a recording but does not contain it.`,
      'deleted': 'PostHog answered that this recording has been deleted.',
      'metadata-only': ({ file }) =>
        `${the(file)} describes a recording (its length, clicks and person) but does not contain it.`,
      'html': ({ file }) =>
        `${the(file)} is an HTML page, perhaps a login page or an error page, not a session recording.`,
      'sign-in-page': ({ address }) =>
        `Asked without cookies, the address leads to a page, perhaps to sign in (${address}), not to a session recording.`,
      'text': ({ file, start }) =>
        `${the(file)} is text that starts with "${start}", not a session recording.`,
      'binary': ({ file }) => `${the(file)} is binary data, not a session recording.`,
      'other-json': ({ file, keys }) => {
        const names = keys.map((key) => `"${key}"`).join(', ');
        const found = names === '' ? 'JSON without any events' : `a JSON object with the keys ${names}`;
        return `${the(file)} is ${found}, not a session recording.`;
      },
      'not-webvtt': ({ file, line }) =>
        `${the(file)} is not WebVTT: line ${number(line)} could not be read, and it has no cues.`,
      'unknown-version': ({ file, version }) =>
        `${the(file)} calls itself version "${version}", whose format is unknown.`,
      'cut-off': ({ file }) => `${the(file)} stops before its first event.`,
      'damaged-packing': ({ file }) => `${the(file)} is compressed and damaged. Nothing in it could be read.`,
      'unreadable': ({ file, detail }) => `${the(file)} could not be read (${detail}).`,
      'empty-file': ({ file }) => `${the(file)} is empty.`,
      'no-events': ({ file }) => `${the(file)} contains no events.`,
      'nothing-to-load': 'There is nothing to load.',
      'single-event': ({ file }) => `${the(file)} contains a single event. A recording needs at least two.`,
      'no-snapshot': ({ file, events }) =>
        `${the(file)} contains ${number(events)} events but no full snapshot of a page to start from.`,
      'damaged-snapshot': ({ file }) =>
        `${the(file)} contains a full snapshot of a page, but it is damaged and cannot be decoded.`,
      'page-not-built': ({ detail }) => `The recorded page could not be built (${detail}).`,
      'stopped': 'Loading was stopped before the recording was read.',
      'closed': 'The recording was closed.',
      'too-many-bytes': ({ limit }) =>
        `The recording contains more than ${bytes(limit)} of data, which is the limit.`,
      'too-many-events': ({ limit }) =>
        `The recording contains more than ${counted('event', 'events')(limit)}, which is the limit.`,
      'bomb': ({ file, ratio }) =>
        `${the(file)} unpacks to more than ${number(ratio)} times its size, as no recording does.`,
    },
  },

  warnings: {
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
        ? `Line ${number(line)} of the text track ${named(file)} was left out: ${FAULTS[fault]}.`
        : `${number(count)} lines of text tracks were left out, such as line ${number(line)} of ${named(file)}: ${FAULTS[fault]}.`,
    'track-missing': (count, found) =>
      count === 1
        ? `A text track is missing. ${found}`
        : `${number(count)} text tracks are missing. ${found}`,
    'skipped-file': (count, found) =>
      count === 1 ? found : `${found} ${counted('more file was', 'more files were')(count - 1)} left out.`,
    'repeated-file': (count, { file }) =>
      count === 1
        ? `${the(file)} was opened twice and read once.`
        : `${number(count)} files were opened twice and read once, such as ${the(file)}.`,
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
  },

  rules: {
    'not-a-selector': ({ rule }) =>
      `"${rule}" is not a valid selector. Valid ones are, for example, #id, .class and input[type="email"].`,
    'unsupported-selector': ({ rule, part }) =>
      `"${rule}" uses ${part}, which is not supported. Supported are types, classes, ids, attributes, the combinators " ", ">", "+", "~" and :is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child() and the same with -of-type and -last-.`,
    'not-a-pattern': ({ rule }) => `"${rule}" is not a valid regular expression.`,
    'too-short': ({ rule }) =>
      `"${rule}" is too short to be removed everywhere. Use at least two characters.`,
    'not-a-range': () => 'Write times like 1:02. The end must come after the start.',
  },

  privacy: {
    privacy: 'Privacy',
    onScreen: (count) => `Privacy, ${count} hidden on screen`,
    overlaysOff: 'Privacy, overlays are off',
    showMasks: 'Mark what is hidden on the page',
    masks: {
      blocked: {
        name: 'Blocked',
        many: 'blocked elements',
        count: counted('blocked element', 'blocked elements'),
        meaning: 'Only its size was recorded.',
      },
      text: {
        name: 'Masked text',
        many: 'masked texts',
        count: counted('masked text', 'masked texts'),
        meaning: 'The recorder replaced its characters with asterisks.',
      },
      input: {
        name: 'Masked input',
        many: 'masked inputs',
        count: counted('masked input', 'masked inputs'),
        meaning: 'The recorder replaced what was typed with asterisks.',
      },
      exposed: {
        name: 'Not fully masked',
        many: 'inputs not fully masked',
        count: counted('input not fully masked', 'inputs not fully masked'),
        meaning:
          'The recorder replaced what was typed with asterisks, but the recording holds it in clear as well. “Share a redacted copy” removes it.',
      },
      ignored: {
        name: 'Ignored input',
        many: 'ignored inputs',
        count: counted('ignored input', 'ignored inputs'),
        meaning: 'The recorder was told not to record what is typed here.',
      },
      network: {
        name: 'Redacted request',
        many: 'redacted requests',
        count: counted('redacted request', 'redacted requests'),
        meaning: 'A header, the body or part of the address was removed. Not on the page.',
      },
      canvas: {
        name: 'Canvas not recorded',
        many: 'canvases not recorded',
        count: counted('canvas not recorded', 'canvases not recorded'),
        meaning: 'What was drawn here was not recorded.',
      },
      frame: {
        name: 'Frame not recorded',
        many: 'frames not recorded',
        count: counted('frame not recorded', 'frames not recorded'),
        meaning: 'A page from another site, which the recorder cannot see into.',
      },
      covered: {
        name: 'Hidden by this page',
        many: 'elements hidden by this page',
        count: counted('element hidden by this page', 'elements hidden by this page'),
        meaning: 'It was recorded, but this player was told not to show it.',
      },
      redacted: {
        name: 'Removed from this copy',
        many: 'elements removed from this copy',
        count: counted('element removed from this copy', 'elements removed from this copy'),
        meaning: 'The recording had it. It was removed when this copy was made, and is not in this file.',
      },
    },
    hiddenOnScreen: (what) => `Hidden on screen: ${what}`,
    hiddenOnTimeline: (seconds) =>
      `Something is hidden for ${duration(Math.round(seconds))} of the recording`,
    hiddenAt: (kinds) => `Hidden: ${kinds}`,
    kinds: 'What is hidden',
    now: 'Now',
    total: 'Total',
    occurrences: 'Occurrences',
    notOnPage: 'Not on the page',
    outOfSight: 'Out of view at this moment',
    nothing: 'No sign of hidden content was found.',
    searching: 'Searching the recording…',
    later: 'Totals appear once the whole recording is loaded.',
    position: (index, total) => `${number(index)} of ${number(total)}`,
    previous: 'Previous occurrence',
    next: 'Next occurrence',
  },

  about: {
    about: 'About this recording',
    aboutNotes: (count, shown) => {
      if (count === 0) return 'About this recording';
      return `About this recording, ${shown} ${count === 1 ? 'note' : 'notes'}`;
    },
    files: (count) => (count === 1 ? 'File' : 'Files'),
    unnamedFile: 'Unnamed file',
    checksum: 'SHA-256',
    checksumOf: (file) => `SHA-256 of ${file}`,
    copy: 'Copy',
    copyThe: (what) => `Copy ${what}`,
    copied: 'Copied',
    recording: 'Recording',
    format: 'Format',
    compression: 'Compression',
    platform: 'Platform',
    platforms: { web: 'Web page', mobile: 'Mobile app' },
    producer: 'Recorded by',
    sessionId: 'Session ID',
    recordedAt: 'Recorded',
    length: 'Length',
    lengthActive: (length, active) => {
      const [all, some] = [length, active].map(Math.round) as [number, number];
      return some > 0 && some < all ? `${duration(all)}, ${duration(some)} of it active` : duration(all);
    },
    formats: {
      'posthog-export-2023-04-28': 'PostHog export, since April 2023',
      'posthog-export-2022-12-02': 'PostHog export, December 2022 to April 2023',
      'posthog-snapshots-jsonl': 'PostHog snapshots API, JSON lines, since 2023',
      'posthog-api-page': 'PostHog snapshots API, JSON pages, 2020 to 2023',
      'posthog-realtime': 'PostHog snapshots API, live session, until 2024',
      'posthog-lts': "PostHog's first long-term storage, 2022 to 2023",
      'posthog-ingestion': 'PostHog $snapshot events, as the SDK sends them',
      'posthog-warehouse-rows': "Rows of PostHog's recordings table",
      'posthog-archive': "Archive from PostHog's support",
      'posthog-metadata': 'Description of a PostHog session, without its events',
      'rrweb-events': 'rrweb events',
      'rrweb-packed': "rrweb events, packed by rrweb's packer",
    },
    windows: 'Windows',
    events: 'Events',
    allEvents: 'All events',
    kinds: {
      fullSnapshot: 'Full snapshots',
      mutation: 'Page changes',
      mouseMove: 'Mouse movements',
      mouseInteraction: 'Clicks and touches',
      scroll: 'Scrolling',
      viewportResize: 'Window resizes',
      input: 'Inputs',
      touchMove: 'Touch movements',
      mediaInteraction: 'Video and audio',
      styleSheetRule: 'Style sheet rules',
      canvasMutation: 'Canvas drawings',
      font: 'Fonts',
      drag: 'Dragging',
      styleDeclaration: 'Style declarations',
      selection: 'Text selections',
      adoptedStyleSheet: 'Adopted style sheets',
      customElement: 'Custom elements',
      meta: 'Page addresses and sizes',
      custom: 'Custom events',
      fullScreen: 'Full screen',
      pageState: 'States of pages in a cut copy',
      plugin: 'Plugin events',
      console: 'Console messages',
      network: 'Network requests',
      domContentLoaded: 'Documents parsed',
      load: 'Pages loaded',
      log: 'Log entries',
      annotation: 'Annotations',
      asset: 'Recorded files',
      unknown: 'Unknown events',
    },
    notes: { repaired: 'Repaired', dropped: 'Left out', missing: 'Missing', noted: 'Notes' },
    nothingRepaired: 'Nothing had to be repaired.',
    showCostly: 'Show it anyway (this tab may freeze)',
    showsCostly: 'It is shown now.',
    nothingRepairedYet: 'Nothing had to be repaired so far.',
    markers: 'Analytics events',
    save: 'Save a repaired copy',
    saveMakes: 'A PostHog export (2023-04-28) that can be opened here or imported into PostHog.',
    saveLater: 'You can save a copy once the whole recording is loaded.',
    saving: 'Saving the copy…',
  },

  share: {
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
  },

  takeOut: {
    format: 'Format',
    copy: 'Copy',
    save: 'Save',
    making: 'Making the copy…',
    told: {
      'nothing': '',
      'copied': 'Copied.',
      'not-copied': 'The browser did not allow copying. Save it as a file instead.',
    },
  },

  inspector: {
    inspector: 'What happened',
    views: { all: 'All', console: 'Console', network: 'Network', pages: 'Pages', session: 'Session' },
    levels: { warning: 'Warning', error: 'Error' },
    ofKinds: 'Kinds',
    search: 'Search',
    entries: counted('entry', 'entries'),
    previous: 'Previous entry',
    next: 'Next entry',
    previousError: 'Previous error',
    nextError: 'Next error',
    allWindows: 'All windows',
    follow: 'Follow',
    followHint: 'Scroll with playback',
    onlyLoop: 'Only the loop',
    onlyLoopHint: (from, to) => `Copies and files hold what happened from ${from} to ${to}`,
    later: 'The list is made once the whole recording is read.',
    working: (share) => `Going through the recording: ${share}`,
    nothing: 'Nothing of the kind happened.',
    columns: {
      time: 'Time',
      status: 'Status',
      request: 'Request',
      duration: 'Took',
      waterfall: 'When',
    },
    timeIn: (zone) => `Time (${zone})`,
    failed: 'failed',
    milliseconds: (milliseconds) =>
      milliseconds < 1000
        ? `${number(Math.round(milliseconds))} ms`
        : `${number(Math.round(milliseconds / 100) / 10)} s`,
    closeDetails: 'Close the details',
    copy: 'Copy',
    element: 'Element',
    selector: 'Selector',
    truncated: 'The recorder cut this line.',
    rule: 'Rule',
    madeFrom: 'Made from',
    facts: {
      address: 'Address',
      method: 'Method',
      status: 'Status',
      failure: 'Failure',
      type: 'Type',
      protocol: 'Protocol',
      transferred: 'Transferred',
      decoded: 'Size',
      duration: 'Took',
    },
    fromCache: 'from the cache',
    timing: 'Timing',
    phases: {
      redirect: 'Redirect',
      blocked: 'Waiting to be sent',
      dns: 'Looking up the name',
      connect: 'Connecting',
      ssl: 'Securing',
      send: 'Sending',
      wait: 'Waiting for the answer',
      receive: 'Receiving',
    },
    request: 'Request',
    response: 'Response',
    redacted: (what) => `Taken out by the recorder: ${format.list(what)}.`,
    bodyCut: 'Only the beginning is shown. An export holds all of it.',
    formats: {
      json: 'JSON',
      ndjson: 'NDJSON',
      csv: 'CSV',
      text: 'text',
      markdown: 'Markdown',
      vtt: 'WebVTT',
      har: 'HAR (requests)',
    },
    person: 'Person',
    personHidden: 'The file may name the person who was recorded. That stays hidden until you ask for it.',
    noPerson: 'The file says nothing of the person.',
    showPerson: 'Show the person',
    hidePerson: 'Hide the person',
  },

  savedPage: {
    title: (startedAt) => `Session recording, ${moment(startedAt)}`,
    redacted:
      'This page plays a session recording that was redacted before it was saved. It works without a network and sends nothing anywhere.',
    notRedacted:
      'This page plays a session recording that was NOT redacted: it holds everything that was recorded. It works without a network and sends nothing anywhere.',
  },

  tracks: {
    captions: 'Captions',
    captionsOff: 'Off',
    unnamed: (index) => `Captions ${number(index)}`,
    annotations: 'Annotations',
    chapters: 'Chapter',
    noChapter: 'Chapters',
    chapterItem: (time, title) => `${time} ${title}`,
    pausedAt: (title) => `Paused at the chapter “${title}”.`,
    goOn: 'Go on',
    opened: (file, role, count) => {
      const what = {
        chapters: counted('chapter', 'chapters'),
        captions: counted('caption', 'captions'),
        notes: counted('note', 'notes'),
      }[role](count);
      return `${file === '' ? 'The text' : named(file)} was added: ${what}.`;
    },
  },

  notes: {
    notes: 'Notes',
    counted: (count, shown) => (count === 0 ? 'Notes' : `Notes, ${shown} ${count === 1 ? 'note' : 'notes'}`),
    text: 'New note',
    changed: (time) => `Note at ${time}`,
    hint: 'What happens here?',
    from: 'From',
    to: 'To',
    moment: 'a moment',
    here: 'Here',
    hereFor: (field) => `${field}: here, at the moment on screen`,
    add: 'Add note',
    change: 'Change note',
    edit: (time) => `Change the note at ${time}`,
    remove: (time) => `Remove the note at ${time}`,
    undo: 'Undo',
    nothing: 'There are no notes yet. They are marked on the timeline, and you can save them as a file.',
    done: {
      added: 'Note added.',
      changed: 'Note changed.',
      removed: 'Note removed.',
      saved: 'The notes were handed to the browser as a file. Open it with the recording to have them back.',
    },
    unsaved: 'Not saved: these notes are only on this page, and are gone when it is closed or reloaded.',
    unsavedElsewhere: (count) =>
      `${counted('note on another recording is', 'notes on other recordings are')(count)} not saved either.`,
    save: 'Save as WebVTT',
    open: 'Open a WebVTT file',
    openHint: 'Notes, chapters or captions.',
    dropHint: 'You can also drop such a file on the player.',
  },

  links: {
    copy: 'Copy a link to this moment',
    copied: 'Link to this moment copied.',
    copyByHand: 'Copy this link:',
  },

  entries,

  transcript: {
    heading: (id) => (id === '' ? 'Session' : `Session ${id}`),
    about: (startedAt, length) => `Recorded at ${startedAt}, ${duration(Math.round(length))} long.`,
    end: 'the recording ends',
    transcript: 'Transcript',
    views: { words: 'In words', page: 'Text on the page' },
    detail: 'Level of detail',
    details: { brief: 'Brief', normal: 'Normal', full: 'Everything' },
    nothing: 'There is nothing to tell at this level of detail.',
    search: 'Search the transcript',
    lines: counted('line', 'lines'),
    matches: (at, count) =>
      at > 0 ? `${number(at)} of ${number(count)}` : counted('match', 'matches')(count),
    previousMatch: 'Previous match',
    nextMatch: 'Next match',
    seen: 'With what was seen',
    seenHint: 'Copies and files also tell what was on the page at each page, click and error. Not in WebVTT.',
    searchPage: 'Search the page',
    pageHint: 'Finds when a text was on the page, also outside of what was in view.',
    foundAt: (text) => `On the page: “${text}”`,
    stretches: counted('stretch of time', 'stretches of time'),
    previousStretch: 'Previous stretch of time',
    nextStretch: 'Next stretch of time',
    neverSeen: (text) => `“${text}” was never on the page.`,
  },
};
