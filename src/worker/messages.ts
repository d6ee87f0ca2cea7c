import type { CopyQuery, RecordingCopy } from '../core/copy/copy-recording.ts';
import type { HiddenThings } from '../core/hidden/hidden-things.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type {
  BlockedAsset,
  LoadProgress,
  PageQuery,
  PageResult,
  ReadQuery,
  ReadResult,
  RecordingOutline,
} from '../core/recording.ts';
import type { ReplayErrorData } from '../core/replay-error.ts';
import type { LeakReport, LeakRule } from '../core/scan/leak.ts';
import type { SourcePart } from '../core/source/replay-source.ts';

/** A part of a source on its way to the worker: a stream goes as the port it is read through. */
export type SentPart =
  | Exclude<SourcePart, { kind: 'stream' }>
  | {
      readonly kind: 'port';
      readonly name: string;
      readonly port: MessagePort;
      readonly total: number | null;
    };

/** What the page asks of a recording; `result` is what the answer holds. */
export interface Requests {
  readonly page: { readonly query: PageQuery; readonly result: PageResult };
  readonly read: { readonly query: ReadQuery; readonly result: ReadResult };
  readonly scan: { readonly query: readonly LeakRule[]; readonly result: readonly LeakReport[] };
  readonly copy: { readonly query: CopyQuery; readonly result: RecordingCopy };
  readonly hidden: { readonly query: readonly string[]; readonly result: HiddenThings };
}

export type RequestType = keyof Requests;

/** How a result is sent: events as their JSON, which is there at once and parsed faster than objects are cloned. */
export type SentResult =
  Sent<ReadResult> | Sent<PageResult> | Exclude<Requests[RequestType]['result'], ReadResult>;

type Sent<T extends ReadResult> = Omit<T, 'events'> & { readonly events: string };

export type Request = {
  [T in RequestType]: {
    readonly type: 'request';
    readonly id: number;
    readonly request: T;
    readonly recording: number;
    readonly query: Requests[T]['query'];
  };
}[RequestType];

export type ToWorker =
  | { readonly type: 'load'; readonly parts: readonly SentPart[]; readonly limits: RecordingLimits }
  | Request
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'outline'; readonly outline: RecordingOutline; readonly recording: number }
  | { readonly type: 'blocked'; readonly assets: readonly BlockedAsset[]; readonly recording: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'failed'; readonly error: ReplayErrorData }
  | { readonly type: 'answer'; readonly id: number; readonly result: SentResult }
  | { readonly type: 'step'; readonly id: number; readonly share: number }
  | { readonly type: 'mistake'; readonly id: number; readonly message: string }
  | { readonly type: 'refusal'; readonly id: number; readonly error: ReplayErrorData };
