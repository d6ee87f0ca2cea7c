import type { AnswerOf, QueryOf, QuestionName } from '../core/engine/questions.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { BlockedAsset, LoadProgress, ReadResult, RecordingOutline } from '../core/recording.ts';
import type { EventsPart } from '../core/store/read-events.ts';
import type { ReplayErrorDetails } from '../core/replay-error.ts';
import type { RuleErrorDetails } from '../core/rule-error.ts';
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

/** A question to a recording. */
export interface SentQuestion<N extends QuestionName = QuestionName> {
  readonly type: 'question';
  readonly id: number;
  readonly question: N;
  readonly recording: number;
  readonly query: QueryOf<N>;
}

/** How an answer is sent: events as their JSON, which is there at once and parsed faster than objects are cloned. */
export type SentAnswer<A = AnswerOf<QuestionName>> = A extends ReadResult | EventsPart
  ? Omit<A, 'events'> & { readonly events: string }
  : A;

export type ToWorker =
  | { readonly type: 'load'; readonly parts: readonly SentPart[]; readonly limits: RecordingLimits }
  | SentQuestion
  /** Pages are to be made quick to read, from when all is read; after a pause, those that are left. */
  | { readonly type: 'prepare-pages' }
  /** Nobody looks for now: that is to wait until it is asked for again. */
  | { readonly type: 'pause-preparing' }
  /** Nothing more will be asked of a recording. */
  | { readonly type: 'let-go'; readonly recording: number }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' };

/** Messages with an `id` belong to the question of that number, all others to the load. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'load-progress'; readonly progress: LoadProgress }
  | { readonly type: 'outline'; readonly outline: RecordingOutline; readonly recording: number }
  | { readonly type: 'blocked'; readonly assets: readonly BlockedAsset[]; readonly recording: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'load-error'; readonly error: ReplayErrorDetails }
  | { readonly type: 'answer'; readonly id: number; readonly answer: SentAnswer }
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'type-error'; readonly id: number; readonly error: RuleErrorDetails | string }
  | { readonly type: 'error'; readonly id: number; readonly error: ReplayErrorDetails };
