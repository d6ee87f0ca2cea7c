/** A rule, written by hand, that cannot be meant. The sentences are in `locale/`. */
export type RuleErrorDetails =
  | { readonly reason: 'not-a-selector'; readonly rule: string }
  /** `part` is what of it is not supported, such as `:hover`. */
  | { readonly reason: 'unsupported-selector'; readonly rule: string; readonly part: string }
  | { readonly reason: 'not-a-pattern'; readonly rule: string }
  | { readonly reason: 'too-short'; readonly rule: string }
  | { readonly reason: 'not-a-range' };

/** Thrown for such a rule: a `TypeError` that people can be told of in their language. */
export class RuleError extends TypeError {
  /** @param options.message what is wrong with the rule and what would work, in words */
  constructor(
    /** What is wrong, as plain data. */
    readonly details: RuleErrorDetails,
    options: ErrorOptions & { readonly message?: string } = {},
  ) {
    super(options.message ?? JSON.stringify(details), options);
  }
}
