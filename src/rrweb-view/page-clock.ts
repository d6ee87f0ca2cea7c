/** The time of the page that a core shows. */
export interface PageClock {
  /** Unix milliseconds. */
  readonly time: number;
  /** How fast it goes; 0 while it is held. */
  readonly rate: number;
  /** Unix milliseconds, of what the core takes for them. */
  recorded(coreTime: number): number;
}
