/** An element of the replayed page that is outlined in a layer of the player's own. */
export interface PageOutline {
  readonly element: Element;
  /** Such as `button#pay.primary`; text of the recording. */
  readonly name: string;
  /** `pointed`: what a press would pick; `picked`: what was picked. */
  readonly look: 'pointed' | 'picked';
  /** Read aloud, for it was come to by keys. */
  readonly isTold: boolean;
}

/** What is outlined now; asked for each frame that is drawn. */
export type PageOutlines = () => readonly PageOutline[];
