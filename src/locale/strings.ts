import { shareStrings } from './share-strings.ts';
import type { MaskKind } from '../core/rrweb/mask-traces.ts';
import type { BlockedKind, WarningKind } from '../core/recording.ts';
import type { ReplayErrorCode } from '../core/replay-error.ts';
import type { EventKind } from '../core/rrweb/event-kind.ts';
import type { IdleMode } from '../session/session-state.ts';
import { formatCount } from './format-count.ts';

/** What an error is called, and what the reader can do about it. */
export interface ErrorWords {
  readonly heading: string;
  readonly advice: string;
}

/** What the shape of a file is and when it was in use, by id of the format; one that is not here is shown by its id. */
const FORMATS: Readonly<Record<string, string>> = {
  'posthog-export-2023-04-28': 'PostHog export, since April 2023',
  'posthog-export-2022-12-02': 'PostHog export, from December 2022 to April 2023',
  'posthog-snapshots-jsonl': 'Snapshots API of PostHog, as lines, since 2023',
  'posthog-api-page': 'Snapshots API of PostHog, before it served lines (2020 to 2023)',
  'posthog-realtime': 'Snapshots API of PostHog, of a session still going on, until 2024',
  'posthog-lts': "PostHog's first long-term storage, 2022 to 2023",
  'posthog-ingestion': '$snapshot events as the SDK sends them',
  'posthog-warehouse-rows': "Rows of PostHog's recordings table",
  'posthog-archive': "Archive made by PostHog's support",
  'posthog-metadata': 'Facts about a PostHog session, without its events',
  'rrweb-events': 'Events of rrweb, without any wrapping',
  'rrweb-packed': "Events packed by rrweb's packer",
};

/** By kind of event; one that is not here is shown as it is. */
const KINDS: Readonly<Record<string, string>> = {
  fullSnapshot: 'Full snapshots',
  mutation: 'Page changes',
  mouseMove: 'Mouse movements',
  mouseInteraction: 'Clicks and touches',
  scroll: 'Scrolling',
  viewportResize: 'Changes of the window size',
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
  plugin: 'Plugin events',
  console: 'Console messages',
  network: 'Network requests',
  domContentLoaded: 'Documents parsed',
  load: 'Pages loaded',
  log: 'Log entries',
  unknown: 'Unknown events',
} satisfies Record<EventKind, string>;

/** One of a kind and several. */
const BLOCKED: Readonly<Record<BlockedKind, readonly [one: string, several: string]>> = {
  image: ['image', 'images'],
  stylesheet: ['style sheet', 'style sheets'],
  font: ['font', 'fonts'],
  media: ['video or sound', 'videos and sounds'],
  frame: ['frame', 'frames'],
};

/** What a kind of hidden thing is called, alone and in numbers, and what it means. */
export interface MaskWords {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  readonly meaning: string;
}

const MASKS: Readonly<Record<MaskKind, MaskWords>> = {
  blocked: {
    name: 'Blocked',
    one: 'blocked element',
    many: 'blocked elements',
    meaning: 'Only the size of the element was recorded.',
  },
  text: {
    name: 'Masked text',
    one: 'masked text',
    many: 'masked texts',
    meaning: 'Its characters were replaced by asterisks while recording.',
  },
  input: {
    name: 'Masked input',
    one: 'masked input',
    many: 'masked inputs',
    meaning: 'What was entered was replaced by asterisks while recording.',
  },
  ignored: {
    name: 'Ignored input',
    one: 'ignored input',
    many: 'ignored inputs',
    meaning: 'The recorder was told not to record what is entered here.',
  },
  network: {
    name: 'Redacted request',
    one: 'redacted request',
    many: 'redacted requests',
    meaning: 'A header, a body or a part of the address was taken out; not on the page.',
  },
  canvas: {
    name: 'Canvas not recorded',
    one: 'canvas not recorded',
    many: 'canvases not recorded',
    meaning: 'There is no picture of what was drawn here.',
  },
  frame: {
    name: 'Frame not recorded',
    one: 'frame not recorded',
    many: 'frames not recorded',
    meaning: 'A page of another site, which the recorder could not look into.',
  },
  covered: {
    name: 'Hidden by the viewer',
    one: 'element hidden by the viewer',
    many: 'elements hidden by the viewer',
    meaning: 'It is in the recording; this player was told not to show it.',
  },
};

/** Every word of the interface. */
export const strings = {
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',

  timeline: 'Timeline',
  position: (time: string, duration: string) => `${time} of ${duration}`,
  positionAt: (position: string, event: string) => `${position}, ${event}`,
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

  inspect: 'Select text on the page',
  privacy: 'Privacy',
  privacyCount: (count: string) => `${strings.privacy}, ${count} hidden on screen`,
  privacyCountOff: 'Privacy, overlays off',
  showMasks: 'Show what is hidden on the page',
  maskKinds: MASKS,
  hiddenCount: (kind: MaskKind, count: number) =>
    `${count} ${count === 1 ? MASKS[kind].one : MASKS[kind].many}`,
  hiddenOnScreen: (what: string) => `Hidden on screen: ${what}`,
  hiddenOnTimeline: (time: string) => `Something is hidden for ${time} of the recording`,
  hiddenAt: (kinds: string) => `Hidden: ${kinds}`,
  hiddenKinds: 'What is hidden',
  hiddenNow: 'Now',
  hiddenEver: 'In all',
  hiddenNotOnPage: 'Not on the page',
  hiddenList: 'When and where',
  hiddenNothing: 'No trace of anything hidden was found.',
  hiddenSearching: 'Looking through the recording…',
  hiddenLater: 'It is counted once the whole recording has been read.',
  hiddenPosition: (number: string, total: string) => `${number} of ${total}`,
  hiddenOutOfSight: 'Outside of what was in sight at this moment.',
  previousHidden: 'Previous hidden thing',
  nextHidden: 'Next hidden thing',
  before: (count: string) => `${count} before`,
  enterFullscreen: 'Enter full screen',
  exitFullscreen: 'Exit full screen',
  open: 'Open a recording',

  recordedPage: 'Recorded page',

  openRecording: 'Open a recording',

  dropHere: 'Drop a recording here',
  orPaste: 'or paste it',
  chooseFile: 'Choose a file',
  acceptedFiles:
    'A PostHog session recording: an export, an API download or an archive (zip); or events of rrweb. Gzipped or not, several files together.',
  staysHere: 'Nothing leaves this computer.',
  dropToOpen: 'Drop to open',

  loading: 'Loading the recording',
  bytesRead: (loaded: string) => `${loaded} read`,
  bytesOf: (loaded: string, total: string, percent: number) => `${loaded} of ${total}, ${percent} %`,
  waiting: 'Loading this moment…',
  ended: 'The recording has ended',

  notLoaded: 'Not loaded',
  blocked: (count: number, kind: BlockedKind) =>
    `${formatCount(count)} ${BLOCKED[kind][count === 1 ? 0 : 1]}`,
  blockedFrom: (things: string, sites: number) =>
    `${things} from ${sites === 1 ? '1 site' : `${formatCount(sites)} sites`} not loaded`,
  showSites: 'Show sites',
  loadAssets: 'Load them',
  loadAssetsMeans: 'If you load them, these sites learn that somebody looks at this recording.',
  dismiss: 'Dismiss',

  retry: 'Try again',
  chooseAnother: 'Choose another file',
  errors: {
    'network': {
      heading: 'The recording could not be fetched',
      advice: 'Try again, or choose a file from this computer.',
    },
    'not-a-recording': {
      heading: 'This is not a session recording',
      advice: 'Choose a PostHog export, API download or archive (zip), or the events that rrweb recorded.',
    },
    'unsupported-version': {
      heading: 'This recording is of an unknown version',
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

  about: 'About this recording',
  aboutRemarks: (count: string) => {
    if (count === '0') return strings.about;
    return `${strings.about}, ${count} ${count === '1' ? 'remark' : 'remarks'}`;
  },
  close: 'Close',
  span: (from: string, to: string) => `${from} – ${to}`,
  moment: (date: string, time: string) => `${date}, ${time}`,
  times: (count: string) => `${count} times`,
  more: (count: string) => `and ${count} more`,

  files: (count: number) => (count === 1 ? 'File' : 'Files'),
  unnamedFile: 'Without a name',
  checksum: 'SHA-256',
  checksumOf: (file: string) => `SHA-256 of ${file}`,
  copy: 'Copy',
  copyThe: (what: string) => `Copy ${what}`,
  copied: 'Copied',

  recording: 'Recording',
  shape: 'Shape',
  packing: 'Packed in',
  platform: 'Platform',
  platforms: { web: 'Web page', mobile: 'Mobile app' },
  producer: 'Recorded by',
  sessionId: 'Session ID',
  recordedAt: 'Recorded',
  length: 'Length',
  formats: FORMATS,

  windowList: 'Windows',
  events: 'Events',
  allEvents: 'All events',
  kinds: KINDS,

  remarks: {
    repaired: 'Repaired',
    dropped: 'Left out',
    missing: 'Missing',
    noted: 'Good to know',
  } satisfies Record<WarningKind, string>,
  nothingRepaired: 'Nothing had to be repaired.',
  nothingRepairedYet: 'Nothing had to be repaired so far.',

  markers: 'Analytics events',

  save: 'Save repaired copy',
  saveMakes: 'Makes a PostHog export (2023-04-28) that can be opened here or imported into PostHog.',
  saveLater: 'A copy can be saved once the whole recording has been read.',
  saving: 'Saving the copy…',

  ...shareStrings,

  recordings: 'Recording',
  recordingOf: (number: number, total: number) => `${number} of ${total}`,
  recordingItem: (number: number, name: string, length: string, moment: string) =>
    `${number}. ${name}, ${length}, ${moment}`,
  unnamedRecording: (number: number) => `Recording ${number}`,
  previousRecording: 'Previous recording',
  nextRecording: 'Next recording',
} as const;
