/** The library: classes and types. Importing it registers nothing; `define.ts` does. */
export { PortableReplayElement } from './portable-replay-element.ts';
export { registerLocale } from './locale/find-locale.ts';
export type { Locale } from './locale/locale.ts';
export type { OwnWords } from './locale/own-words.ts';
export { ReplayError, type ReplayErrorCode } from './core/replay-error.ts';
export { DEFAULT_LIMITS, type RecordingLimits } from './core/limits.ts';
export type {
  BlockedAsset,
  BlockedKind,
  RecordingFile,
  RecordingInfo,
  RecordingMarker,
  RecordingProducer,
  RecordingWarning,
  RecordingWindow,
  WindowPage,
} from './core/recording.ts';
export type { WarningKind } from './core/warning-kinds.ts';
export {
  ENTRY_KINDS,
  type ConsoleDetail,
  type EntryDetails,
  type EntryFilter,
  type EntryKind,
  type EntryLevel,
  type EntryQuery,
  type EntryTarget,
  type ReplayEntry,
} from './core/entries/entry.ts';
export type { EntryMoment, EntryPage } from './core/entries/entry-query.ts';
export type { EntryExportQuery } from './core/entries/export/entries-file.ts';
export { ENTRY_EXPORT_FORMATS, type EntryExportFormat } from './core/entries/export/export-format.ts';
export type { RequestDetail, RequestMessage, RequestPhase } from './core/entries/requests/request.ts';
export type { SignalDetail, SignalRule } from './core/entries/signals/signal.ts';
export type { TranscriptDetail, TranscriptFormat, TranscriptOptions } from './core/transcript/transcript.ts';
export type { TextSpan } from './core/page-text/text-spans.ts';
export type { LeakKind, LeakPattern, LeakPlace, LeakReport } from './core/scan/leak.ts';
export type { ReplaySource } from './core/source/replay-source.ts';
export type { IdleMode, TimeSpan } from './session/session-state.ts';
export type { ExportFormat, ExportOptions, RedactRequest } from './session/recording-actions.ts';
export type { RecordingCopy } from './core/copy/copy-recording.ts';
export type {
  RedactionSummary,
  RedactKind,
  RedactPlace,
  RedactRules,
  RuleCount,
} from './core/redact/rules.ts';
export type { JobOptions } from './worker/recording-reader.ts';
export type { CrossOrigin } from './session/cross-origin.ts';
export type { RemoteAssets } from './rrweb-view/frame-policy.ts';
export type { ChapterInit } from './tracks/chapters.ts';
export type { ReplayCueList, ReplayTextTrack, ReplayTrackKind } from './tracks/replay-text-track.ts';
export { type ReplayTextTrackList, ReplayTrackEvent } from './tracks/replay-text-track-list.ts';
export type { Chapter } from './tracks/tracks-state.ts';
export {
  type PortableReplayEventMap,
  ReplayEntryChangeEvent,
  ReplayWarningEvent,
  ReplayWindowChangeEvent,
} from './events.ts';
