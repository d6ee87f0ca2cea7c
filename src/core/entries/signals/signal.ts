/** Something that entries and the stream of events together hint at. */
export type SignalRule =
  | 'rage-click'
  | 'dead-click'
  | 'error-click'
  | 'failed-request-click'
  | 'slow-request-click'
  | 'scroll-thrash'
  | 'form-given-up'
  | 'quick-back'
  | 'slow-response'
  | 'freeze';

export interface SignalDetail {
  /** The rule that made it. */
  readonly rule: SignalRule;
  /** Ids of the entries it was made from. */
  readonly from: readonly string[];
  /** What the rule counted or measured, such as `{ clicks: 5, seconds: 1.2 }`, and the limit it held that against. */
  readonly measured: Readonly<Record<string, number>>;
}
