/** `portable-replay/record`: keeps what is recorded in a page. Importing it needs no DOM and makes no database. */
export { keepSnapshots } from './keep-snapshots.ts';
export { record, type RecordOptions, type PageRecording } from './record-page.ts';
export { deleteRecording, getRecording, listRecordings } from './kept.ts';
export type { KeepOptions } from './keeper.ts';
export type { Sampling } from './rrweb-record.ts';
export type { KeptRecording } from '../library/kept-recording.ts';
export type { SnapshotBatch } from '../library/snapshot-batch.ts';
