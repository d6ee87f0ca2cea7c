import type { EmbedEventName } from './protocol.ts';

/** An event of the player in the frame, under its own name. */
export class EmbedPlayerEvent extends Event {
  declare readonly type: EmbedEventName;

  /**
   * @param detail of `windowchange` `{windowId, href}`, of `warning` `{warning}`, of `entrychange` `{entry}`, of `error`
   *   `{code, message}`; null for others, and where this page must not know it
   */
  constructor(
    name: EmbedEventName,
    readonly detail: unknown,
  ) {
    super(name);
  }
}

/** The player wants to be of another height. */
export class EmbedResizeEvent extends Event {
  constructor(
    /** CSS pixels. */
    readonly height: number,
  ) {
    super('resize');
  }
}

/** The events of an `EmbeddedReplay`. */
export type EmbedEventMap = Record<EmbedEventName, EmbedPlayerEvent> & { readonly resize: EmbedResizeEvent };
