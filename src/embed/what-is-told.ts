import { ReplayError } from '../core/replay-error.ts';
import { ReplayEntryChangeEvent, ReplayWarningEvent, ReplayWindowChangeEvent } from '../events.ts';
import type { EmbeddedPlayer } from './embedded-player.ts';
import { type EmbedErrorCode, EmbedError } from './protocol.ts';

/**
 * What an event of the player has with it, as plain data; null for nothing.
 *
 * @param mayTell the page around may know what is in the recording
 */
export function eventDetail(player: EmbeddedPlayer, event: Event, mayTell: boolean): unknown {
  if (event.type === 'error') {
    const { code, message } = player.error ?? {};
    return mayTell ? { code, message } : { code };
  }
  if (!mayTell) return null;
  if (event instanceof ReplayWindowChangeEvent) return { windowId: event.windowId, href: event.href };
  if (event instanceof ReplayWarningEvent) return { warning: event.warning };
  if (event instanceof ReplayEntryChangeEvent) return { entry: event.entry };
  return null;
}

/** Why a request was not carried out. The words of the player's own errors can quote the file. */
export function refusalOf(error: unknown, mayTell: boolean): { code: EmbedErrorCode; message: string } {
  if (error instanceof EmbedError) return { code: error.code, message: error.message };
  const message = mayTell && error instanceof Error ? error.message : 'The player could not do it.';
  return { code: codeOf(error), message };
}

function codeOf(error: unknown): EmbedErrorCode {
  if (error instanceof ReplayError) return error.code;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return 'aborted';
  return name === 'NotSupportedError' ? 'empty' : 'failed';
}
