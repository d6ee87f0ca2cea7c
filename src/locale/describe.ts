import type { RecordingInfo, RecordingWarning, WordlessInfo } from '../core/recording.ts';
import { isDetailed, ReplayError, type ReplayErrorDetails } from '../core/replay-error.ts';
import { RuleError, type RuleErrorDetails } from '../core/rule-error.ts';
import { WARNING_KINDS } from '../core/warning-kinds.ts';
import type { WarningNote } from '../core/warnings.ts';
import type { Locale } from './locale.ts';

/**
 * Words for the codes and details of the core, added where they are handed out. A table's entry and what it is given
 * are found by the same key, which TypeScript does not follow: hence the casts.
 */

/** What was found, without what would help. */
export function whatWasFound(words: Locale, details: ReplayErrorDetails): string {
  if (details.reason === 'invalid-rule') return whatIsWrong(words, details.mistake);
  const sentence = words.errors.found[details.reason] as string | ((details: ReplayErrorDetails) => string);
  return typeof sentence === 'string' ? sentence : sentence(details);
}

/** What is wrong with a rule. */
function whatIsWrong({ rules }: Locale, details: RuleErrorDetails): string {
  return (rules[details.reason] as (details: RuleErrorDetails) => string)(details);
}

/** What would help. */
export function adviceFor({ errors }: Locale, { code, details }: ReplayError): string {
  return (details && errors.adviceFor[details.reason]) ?? errors.advice[code];
}

/** An error with its sentence as `message`; whatever does not say exactly what was found as it is. */
export function describeError(words: Locale, error: ReplayError): ReplayError;
export function describeError(words: Locale, error: unknown): unknown;
export function describeError(words: Locale, error: unknown): unknown {
  if (isDetailed(error)) {
    const message = `${whatWasFound(words, error.details)} ${adviceFor(words, error)}`;
    return error.message === message ? error : ReplayError.of(error.details, { cause: error.cause, message });
  }
  if (error instanceof RuleError) {
    return new RuleError(error.details, { cause: error.cause, message: whatIsWrong(words, error.details) });
  }
  return error;
}

/** What is said of whatever was thrown. */
export function messageOf(words: Locale, thrown: unknown): string {
  const error = describeError(words, thrown);
  return error instanceof Error ? error.message : String(error);
}

export function describeWarning(words: Locale, { code, details, count }: WarningNote): RecordingWarning {
  const sentence = words.warnings[code] as string | ((count: number, known: unknown) => string);
  const known = details !== null && 'reason' in details ? whatWasFound(words, details) : details;
  const kind = WARNING_KINDS[code];
  return { code, kind, message: typeof sentence === 'string' ? sentence : sentence(count, known), count };
}

/** What each recording was described as last: whoever shows it sees by the object whether something is new. */
const described = new WeakMap<
  WordlessInfo,
  { words: Locale; notes: readonly WarningNote[]; info: RecordingInfo }
>();
const NO_NOTES: readonly WarningNote[] = [];

/** A recording with its warnings in words. @param notes besides its own */
export function describeRecording(words: Locale, info: WordlessInfo, notes = NO_NOTES): RecordingInfo {
  const known = described.get(info);
  if (known?.words === words && known.notes === notes) return known.info;
  const warnings = [...info.warnings, ...notes].map((note) => describeWarning(words, note));
  const made = { ...info, warnings };
  described.set(info, { words, notes, info: made });
  return made;
}
