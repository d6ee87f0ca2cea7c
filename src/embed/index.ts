/** `portable-replay/embed`: drives the player of an `embed.html` in a frame. Importing it needs no DOM. */
export { connect, type ConnectOptions } from './connect.ts';
export { EmbeddedReplay } from './embedded-replay.ts';
export { EmbedPlayerEvent, EmbedResizeEvent, type EmbedEventMap } from './embed-events.ts';
export { EmbedError, type EmbedErrorCode, type EmbedEventName, type EmbedState } from './protocol.ts';
