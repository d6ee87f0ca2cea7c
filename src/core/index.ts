/**
 * The entry `portable-replay/core`: reading recordings and asking about them, without a DOM. For Node.js, workers and
 * pages.
 */
export {
  openRecording,
  openRecordings,
  type CopyOptions,
  type EventsQuery,
  type OpenOptions,
  type RecordedEvent,
  type RecordedPage,
  type Recording,
  type RedactRequest,
  type WorkOptions,
} from './open-recording.ts';
export type { CheckedPage, CheckedReplay, ReplayCheck, ReplayChecks } from './checks/replay-checks.ts';
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
} from './entries/entry.ts';
export { EXPORT_FORMATS, type ExportFormat } from './export/export-formats.ts';
export { packRecordings, type PackOptions } from './export/pack-recordings.ts';
export type { EntryExportQuery } from './entries/export/entries-file.ts';
export { ENTRY_EXPORT_FORMATS, type EntryExportFormat } from './entries/export/export-format.ts';
export type { RequestDetail, RequestMessage, RequestPhase } from './entries/requests/request.ts';
export type { SignalDetail, SignalRule } from './entries/signals/signal.ts';
export { ReplayError, type ReplayErrorCode } from './replay-error.ts';
export { DEFAULT_LIMITS, type RecordingLimits } from './limits.ts';
export type { RecordingCopy } from './copy/copy-recording.ts';
export type {
  LoadProgress,
  RecordingFile,
  RecordingInfo,
  RecordingMarker,
  RecordingProducer,
  RecordingWarning,
  RecordingWindow,
  ReplayEvent,
  WindowPage,
} from './recording.ts';
export type {
  PickedElement,
  RedactionSummary,
  RedactKind,
  RedactPlace,
  RedactRules,
  RuleCount,
} from './redact/rules.ts';
export type { EventKind } from './rrweb/event-kind.ts';
export type { SerializedNode } from './rrweb/serialized-node.ts';
export type { WarningKind } from './warning-kinds.ts';
export type { TranscriptDetail, TranscriptFormat, TranscriptOptions } from './transcript/transcript.ts';
export type { TextSpan } from './page-text/text-spans.ts';
export type { LeakKind, LeakPattern, LeakPlace, LeakReport } from './scan/leak.ts';
export type { ReplaySource } from './source/replay-source.ts';
