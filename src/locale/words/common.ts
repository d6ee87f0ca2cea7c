/** Several parts of the interface say these. */
export interface CommonWords {
  readonly close: string;
  readonly cancel: string;
  /** Of the edge of a panel, which can be dragged. */
  readonly panelSize: string;
  readonly stop: string;
  /** Where a list is longer than what is shown of it. */
  readonly more: (count: number) => string;
  readonly before: (count: number) => string;
  readonly times: (count: number) => string;
  readonly span: (from: string, to: string) => string;
  readonly moment: (moment: Date) => string;
  readonly dayAndTime: (day: string, time: string, zone: string) => string;
  /** Windows go by their number, as their ids mean nothing to a user. */
  readonly window: (number: number) => string;
}
