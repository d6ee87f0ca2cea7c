import type { EntryExportFormat } from '../core/entries/export/export-format.ts';
import type { RequestPhase } from '../core/entries/requests/request.ts';
import type { BlockedKind } from '../core/recording.ts';
import type { RedactKind, RuleRef } from '../core/redact/rules.ts';
import type { ReplayErrorCode, ReplayErrorDetails, ReplayErrorReason } from '../core/replay-error.ts';
import type { EventKind } from '../core/rrweb/event-kind.ts';
import type { MaskKind } from '../core/rrweb/mask-traces.ts';
import type { RuleErrorDetails } from '../core/rule-error.ts';
import type { LeakKind, LeakPlace } from '../core/scan/leak.ts';
import type { TranscriptDetail } from '../core/transcript/transcript.ts';
import type { WarningCode, WarningKind } from '../core/warning-kinds.ts';
import type { WarningDetails } from '../core/warnings.ts';
import type { ClockKind } from './clock.ts';
import type { EntryWords } from './entry-words.ts';
import type { Formats } from './formats.ts';
import type { ShortcutWords } from './shortcut-words.ts';

/**
 * Every word of the player in one language. A language is one file that exports an object of this type: `en.ts` is
 * the one to start from. Times are seconds, sizes bytes, counts numbers: a sentence formats what it is given.
 */
export interface Locale {
  /** BCP 47, such as `en`. */
  readonly tag: string;
  readonly format: Formats;
  readonly common: CommonWords;
  readonly controls: ControlWords;
  readonly shortcuts: ShortcutWords;
  readonly overlays: OverlayWords;
  readonly assets: AssetWords;
  readonly errors: ErrorWords;
  readonly warnings: WarningWords;
  readonly rules: RuleWords;
  readonly privacy: PrivacyWords;
  readonly about: AboutWords;
  readonly share: ShareWords;
  readonly savedPage: SavedPageWords;
  readonly tracks: TrackWords;
  readonly notes: NoteWords;
  readonly links: LinkWords;
  readonly inspector: InspectorWords;
  readonly takeOut: TakeOutWords;
  readonly entries: EntryWords;
  readonly transcript: TranscriptLocale;
}

/** Several parts of the interface say these. */
interface CommonWords {
  readonly close: string;
  readonly cancel: string;
  /** Of the edge of a panel, which can be dragged. */
  readonly panelSize: string;
  readonly stop: string;
  /** Where a list is longer than what is shown of it. */
  readonly more: (count: number) => string;
  readonly before: (count: number) => string;
  readonly times: (count: number) => string;
  readonly span: (from: string, to: string) => string;
  readonly moment: (moment: Date) => string;
  readonly dayAndTime: (day: string, time: string, zone: string) => string;
  /** Windows go by their number, as their ids mean nothing to a user. */
  readonly window: (number: number) => string;
}

interface ControlWords {
  /** Accessible name of a player that its page gives none. */
  readonly player: string;
  readonly recordedPage: string;
  /** Title of the frame with the page. */
  readonly replayedPage: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly timeline: string;
  readonly brush: string;
  readonly partInView: (from: string, to: string) => string;
  readonly wholeInView: string;
  readonly position: (time: number, duration: number) => string;
  readonly positionAt: (position: string, event: string) => string;
  readonly idle: string;
  /** Ends of the range that is repeated. */
  readonly loopEdge: Readonly<Record<'start' | 'end', string>>;
  /** Of the menu at the time: how moments are told, and what is repeated. */
  readonly time: string;
  /** @param zone what it is called */
  readonly clocks: Readonly<Record<ClockKind, (zone: string) => string>>;
  readonly loopFromHere: string;
  readonly loopToHere: string;
  readonly steps: Readonly<Record<`${'entry' | 'change'}-${'before' | 'after'}`, string>>;
  readonly stopLooping: string;
  readonly speed: string;
  readonly rate: (rate: number) => string;
  readonly idleTime: string;
  readonly narrowIdle: string;
  readonly idleMode: (mode: 'keep' | 'skip' | number) => string;
  readonly windows: string;
  readonly followActiveWindow: string;
  readonly choice: (menu: string, choice: string) => string;
  readonly inspect: string;
  readonly enterFullscreen: string;
  readonly exitFullscreen: string;
  readonly open: string;
  /** Of the list of controls for which the bar has no room. */
  readonly more: string;
  readonly recordings: string;
  readonly recordingOf: (number: number, total: number) => string;
  readonly recordingItem: (number: number, name: string, length: string, moment: Date) => string;
  readonly unnamedRecording: (number: number) => string;
  readonly previousRecording: string;
  readonly nextRecording: string;
}

interface OverlayWords {
  readonly openRecording: string;
  readonly dropHere: string;
  readonly orPaste: string;
  readonly chooseFile: string;
  readonly acceptedFiles: string;
  readonly staysHere: string;
  readonly dropToOpen: string;
  readonly loading: string;
  readonly bytesRead: (loaded: number) => string;
  readonly bytesOf: (loaded: number, total: number, share: number) => string;
  readonly waiting: string;
  readonly ended: string;
  readonly retry: string;
  readonly chooseAnother: string;
  /** Of a stretch without activity that was just jumped; as digits and as it is read aloud. */
  readonly skipped: (clock: string) => string;
  readonly skippedAloud: (seconds: number) => string;
  /** Where the recording has no page to show. */
  readonly passedOver: (seconds: number) => string;
}

/** What was not loaded over the network. */
interface AssetWords {
  readonly notLoaded: string;
  readonly blocked: Readonly<Record<BlockedKind, (count: number) => string>>;
  readonly blockedFrom: (things: string, sites: number) => string;
  readonly showSites: string;
  readonly load: string;
  readonly loadMeans: string;
  readonly dismiss: string;
}

/** A sentence, or one that depends on what is known. */
type Sentence<Known> = string | ((known: Known) => string);

/** Why a recording cannot be played. What was found and what would help are shown one after the other. */
interface ErrorWords {
  readonly headings: Readonly<Record<ReplayErrorCode, string>>;
  readonly advice: Readonly<Record<ReplayErrorCode, string>>;
  /** What helps for a single reason, in place of what helps for its code. */
  readonly adviceFor: Readonly<Partial<Record<ReplayErrorReason, string>>>;
  readonly found: {
    readonly [R in Exclude<ReplayErrorReason, 'invalid-rule'>]: Sentence<
      Extract<ReplayErrorDetails, { reason: R }>
    >;
  };
}

/** What a warning says. One that an error led to is given the sentence on what was found. */
type WarningWords = {
  readonly [C in WarningCode]: WarningDetails<C> extends null
    ? string | ((count: number) => string)
    : (
        count: number,
        known: WarningDetails<C> extends ReplayErrorDetails ? string : WarningDetails<C>,
      ) => string;
};

/** What is wrong with a rule that somebody wrote. */
type RuleWords = {
  readonly [R in RuleErrorDetails['reason']]: (details: Extract<RuleErrorDetails, { reason: R }>) => string;
};

/** What a kind of hidden thing is called, alone and in numbers, and what it means. */
interface MaskWords {
  readonly name: string;
  readonly many: string;
  readonly count: (count: number) => string;
  readonly meaning: string;
}

interface PrivacyWords {
  readonly privacy: string;
  /** @param count may be `99+` */
  readonly onScreen: (count: string) => string;
  readonly overlaysOff: string;
  readonly showMasks: string;
  readonly masks: Readonly<Record<MaskKind, MaskWords>>;
  readonly hiddenOnScreen: (what: string) => string;
  readonly hiddenOnTimeline: (seconds: number) => string;
  readonly hiddenAt: (kinds: string) => string;
  readonly kinds: string;
  readonly now: string;
  readonly total: string;
  readonly occurrences: string;
  readonly notOnPage: string;
  readonly outOfSight: string;
  readonly nothing: string;
  readonly searching: string;
  readonly later: string;
  readonly position: (number: number, total: number) => string;
  readonly previous: string;
  readonly next: string;
}

interface AboutWords {
  readonly about: string;
  /** @param count of notes, in numbers and as it is shown: `99+` */
  readonly aboutNotes: (count: number, shown: string) => string;
  readonly files: (count: number) => string;
  readonly unnamedFile: string;
  readonly checksum: string;
  readonly checksumOf: (file: string) => string;
  readonly copy: string;
  readonly copyThe: (what: string) => string;
  readonly copied: string;
  readonly recording: string;
  readonly format: string;
  readonly compression: string;
  readonly platform: string;
  readonly platforms: Readonly<Record<'web' | 'mobile', string>>;
  readonly producer: string;
  readonly sessionId: string;
  readonly recordedAt: string;
  readonly length: string;
  /** How long it is, and how much of it is active. */
  readonly lengthActive: (duration: number, active: number) => string;
  /** What a format is and when it was in use, by id; one that is not here is shown by its id. */
  readonly formats: Readonly<Partial<Record<string, string>>>;
  readonly windows: string;
  readonly events: string;
  readonly allEvents: string;
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly notes: Readonly<Record<WarningKind, string>>;
  readonly nothingRepaired: string;
  readonly showCostly: string;
  readonly showsCostly: string;
  readonly nothingRepairedYet: string;
  readonly markers: string;
  readonly save: string;
  readonly saveMakes: string;
  readonly saveLater: string;
  readonly saving: string;
}

interface LabelWords {
  readonly label: string;
  readonly hint: string;
}

interface RangeWords {
  readonly label: string;
  readonly placeholder: string;
  readonly now: string;
}

interface ShareWords {
  readonly share: string;
  readonly explained: string;
  readonly scan: string;
  readonly scanExplained: string;
  readonly scanAgain: string;
  readonly scanning: string;
  readonly nothingFound: string;
  readonly findings: string;
  readonly found: (count: number) => string;
  readonly selectAll: string;
  readonly selectNone: string;
  readonly showAt: (what: string, time: string) => string;
  readonly leakKinds: Readonly<Record<Exclude<LeakKind, 'other'>, string>>;
  readonly leakPlaces: Readonly<Record<LeakPlace, string>>;
  readonly removeMore: string;
  readonly pick: string;
  readonly pickHint: string;
  /** In CSS pixels of the recorded page. */
  readonly elementSize: (width: number, height: number) => string;
  /** The same, read aloud. */
  readonly elementTold: (name: string, width: number, height: number) => string;
  readonly picked: string;
  readonly keep: (name: string) => string;
  readonly fields: Readonly<Record<'selectors' | 'strings' | 'patterns' | 'parameters', LabelWords>>;
  readonly leaveOut: string;
  readonly kinds: Readonly<Record<RedactKind, string>>;
  /** What one has to know of a kind. */
  readonly kindHints: Readonly<Partial<Record<RedactKind, string>>>;
  readonly keepOnly: string;
  readonly range: Readonly<Record<'from' | 'to', RangeWords>>;
  readonly copy: string;
  readonly copyFormat: string;
  readonly copyFormats: Readonly<Record<'html' | '2023-04-28', LabelWords>>;
  readonly fromNow: string;
  readonly tracks: string;
  readonly tracksHint: string;
  readonly makeCopy: string;
  readonly makingCopy: string;
  readonly copySize: (bytes: number) => string;
  /** @param what each of `removedElements`, `removedTexts` and `removedEvents` that applies */
  readonly removed: (what: readonly string[]) => string;
  readonly removedElements: (count: number) => string;
  readonly removedTexts: (count: number) => string;
  readonly byRule: string;
  readonly rules: Readonly<Record<Exclude<RuleRef['rule'], 'kinds'> | 'findings' | 'range', string>>;
  readonly matchedNothing: string;
  readonly idleRules: (count: number) => string;
  /** Texts of removed elements that were not looked for elsewhere. */
  readonly skipped: (count: number) => string;
  readonly check: string;
  readonly checkExplained: string;
  readonly openCopy: string;
  readonly openOriginal: string;
  readonly copyOpen: string;
  readonly scanCopy: string;
  readonly scanCopyAgain: string;
  readonly findingsInCopy: string;
  readonly removedEvents: (count: number) => string;
  readonly notRedacted: string;
  readonly saveCopy: string;
  readonly saveSummary: string;
}

/** Copying and saving what a panel shows. */
interface TakeOutWords {
  readonly format: string;
  readonly copy: string;
  readonly save: string;
  readonly making: string;
  /** What came of it; nothing is said of a file, which the browser tells of. */
  readonly told: Readonly<Record<'nothing' | 'copied' | 'not-copied', string>>;
}

interface InspectorWords {
  readonly inspector: string;
  readonly views: Readonly<Record<'all' | 'console' | 'network' | 'pages' | 'session', string>>;
  readonly levels: Readonly<Record<'warning' | 'error', string>>;
  readonly ofKinds: string;
  readonly search: string;
  readonly entries: (count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly previousError: string;
  readonly nextError: string;
  readonly allWindows: string;
  readonly follow: string;
  readonly followHint: string;
  /** Copies and files hold what happened in the range that is repeated. */
  readonly onlyLoop: string;
  readonly onlyLoopHint: (from: string, to: string) => string;
  /** While the rest of the recording is read. */
  readonly later: string;
  readonly working: (share: string) => string;
  readonly nothing: string;
  readonly columns: Readonly<Record<'time' | 'status' | 'request' | 'duration' | 'waterfall', string>>;
  /** Heading of the column of times. @param zone what it is called */
  readonly timeIn: (zone: string) => string;
  readonly failed: string;
  readonly milliseconds: (milliseconds: number) => string;
  readonly closeDetails: string;
  readonly copy: string;
  readonly element: string;
  readonly selector: string;
  readonly truncated: string;
  /** Of a signal: which rule made it, from which entries. */
  readonly rule: string;
  readonly madeFrom: string;
  readonly facts: Readonly<
    Record<
      | 'address'
      | 'method'
      | 'status'
      | 'failure'
      | 'type'
      | 'protocol'
      | 'transferred'
      | 'decoded'
      | 'duration',
      string
    >
  >;
  readonly fromCache: string;
  readonly timing: string;
  readonly phases: Readonly<Record<RequestPhase, string>>;
  readonly request: string;
  readonly response: string;
  readonly redacted: (what: readonly string[]) => string;
  readonly bodyCut: string;
  readonly formats: Readonly<Record<EntryExportFormat, string>>;
  readonly person: string;
  readonly personHidden: string;
  readonly noPerson: string;
  readonly showPerson: string;
  readonly hidePerson: string;
}

interface SavedPageWords {
  readonly title: (moment: Date) => string;
  readonly redacted: string;
  readonly notRedacted: string;
}

/** Text tracks: captions and chapters. */
interface TrackWords {
  readonly captions: string;
  readonly captionsOff: string;
  readonly unnamed: (number: number) => string;
  readonly annotations: string;
  readonly chapters: string;
  readonly noChapter: string;
  readonly chapterItem: (time: string, title: string) => string;
  readonly pausedAt: (title: string) => string;
  readonly goOn: string;
  /** A WebVTT file was opened. @param count of its cues */
  readonly opened: (file: string, role: 'chapters' | 'captions' | 'notes', count: number) => string;
}

/** Notes that are written in the player. */
interface NoteWords {
  readonly notes: string;
  /** @param count in numbers and as it is shown: `99+` */
  readonly counted: (count: number, shown: string) => string;
  readonly text: string;
  /** Of the text of a note that is changed. */
  readonly changed: (time: string) => string;
  readonly hint: string;
  readonly from: string;
  readonly to: string;
  /** Where a note has no end. */
  readonly moment: string;
  readonly here: string;
  /** @param field `from` or `to` */
  readonly hereFor: (field: string) => string;
  readonly add: string;
  readonly change: string;
  readonly edit: (time: string) => string;
  readonly remove: (time: string) => string;
  readonly undo: string;
  readonly nothing: string;
  readonly done: Readonly<Record<'added' | 'changed' | 'removed' | 'saved', string>>;
  readonly unsaved: string;
  readonly unsavedElsewhere: (count: number) => string;
  readonly save: string;
  readonly open: string;
  readonly openHint: string;
  /** After `openHint`, where files can be dropped. */
  readonly dropHint: string;
}

/** Links to a moment. */
interface LinkWords {
  readonly copy: string;
  readonly copied: string;
  /** Where the clipboard is closed to the page; the link follows. */
  readonly copyByHand: string;
}

/** A session in words. */
interface TranscriptLocale {
  /** What it is called. @param id of the session; empty where it has none */
  readonly heading: (id: string) => string;
  /** When the session was, and how long. @param startedAt an ISO date in UTC @param duration seconds */
  readonly about: (startedAt: string, duration: number) => string;
  readonly end: string;
  /** Of the panel. */
  readonly transcript: string;
  /** In words; when a text was on the page. */
  readonly views: Readonly<Record<'words' | 'page', string>>;
  readonly detail: string;
  readonly details: Readonly<Record<TranscriptDetail, string>>;
  readonly nothing: string;
  /** Of the words. */
  readonly search: string;
  readonly lines: (count: number) => string;
  /** Of the places where what is searched for stands. @param at the one that was gone to last, from 1; 0 for none */
  readonly matches: (at: number, count: number) => string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  /** Also tells what was on the page. */
  readonly seen: string;
  readonly seenHint: string;
  /** Text of the page, through time. */
  readonly searchPage: string;
  readonly pageHint: string;
  readonly stretches: (count: number) => string;
  readonly foundAt: (text: string) => string;
  readonly previousStretch: string;
  readonly nextStretch: string;
  readonly neverSeen: (text: string) => string;
}
