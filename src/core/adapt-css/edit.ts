/** A part of a text to be replaced. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}
