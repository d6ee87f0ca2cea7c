import type { ReplayErrorDetails } from '../../core/replay-error.ts';
import type { WarningCode } from '../../core/warning-kinds.ts';
import type { WarningDetails } from '../../core/warnings.ts';

/** What a warning says. One that an error led to is given the sentence on what was found. */
export type WarningWords = {
  readonly [C in WarningCode]: WarningDetails<C> extends null
    ? string | ((count: number) => string)
    : (
        count: number,
        known: WarningDetails<C> extends ReplayErrorDetails ? string : WarningDetails<C>,
      ) => string;
};
