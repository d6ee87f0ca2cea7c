/** What is to be removed so that nothing is left of a finding. */
export interface FindingTexts {
  /** Its value, in all forms that it was found in. */
  readonly strings: readonly string[];
  /** Values too short to be told from a part of something else: removed where they stand by themselves. */
  readonly words: readonly string[];
  /** Values of masked inputs, each of which is removed with all that its fields hold. */
  readonly maskedValues: readonly string[];
}
