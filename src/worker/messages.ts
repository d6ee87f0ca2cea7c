import type { LoadProgress, ReadQuery, ReadResult, RecordingOutline } from '../core/recording.ts';
import type { ReplayErrorData } from '../core/replay-error.ts';

/** A part of a source on its way to the worker: a stream goes as the port it is read through. */
export type SentPart =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'blob'; readonly blob: Blob }
  | { readonly kind: 'port'; readonly port: MessagePort; readonly total: number | null };

export type ToWorker =
  | { readonly type: 'load'; readonly parts: readonly SentPart[] }
  | { readonly type: 'read'; readonly id: number; readonly query: ReadQuery };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'outline'; readonly outline: RecordingOutline }
  | { readonly type: 'loaded' }
  | { readonly type: 'failed'; readonly error: ReplayErrorData }
  | { readonly type: 'read'; readonly id: number; readonly result: ReadResult };
