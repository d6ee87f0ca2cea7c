import type { ReplayErrorCode, ReplayErrorDetails, ReplayErrorReason } from '../../core/replay-error.ts';
import type { RuleErrorDetails } from '../../core/rule-error.ts';

/** A sentence, or one that depends on what is known. */
type Sentence<Known> = string | ((known: Known) => string);

/** Why a recording cannot be played. What was found and what would help are shown one after the other. */
export interface ErrorWords {
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

/** What is wrong with a rule that somebody wrote. */
export type RuleWords = {
  readonly [R in RuleErrorDetails['reason']]: (details: Extract<RuleErrorDetails, { reason: R }>) => string;
};
