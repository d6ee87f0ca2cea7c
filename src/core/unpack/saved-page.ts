import type { Bytes } from './bytes.ts';

/** How a page begins that the player has saved, so that it is known by its first bytes. */
export const PAGE_OPENING = '<!doctype html><!-- portable-replay -->';
/** What stands around its recording, which is base64 of gzip. */
export const RECORDING_OPENING = '<script type="application/gzip" id="recording">';
export const RECORDING_CLOSING = '</script>';

const LESS_THAN = 0x3c;

/** @param head the first bytes of a file, at least as many as `PAGE_OPENING` has */
export function isSavedPage(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head).startsWith(PAGE_OPENING);
}

/** The base64 text of the recording in a page that was saved. Its player is not looked at. */
export async function* recordingIn(page: Bytes): AsyncGenerator<Uint8Array> {
  let start = '';
  let isOpen = false;
  for await (const chunk of page) {
    let rest = chunk;
    if (!isOpen) {
      const before = start.length;
      start += new TextDecoder('latin1').decode(chunk);
      const at = start.indexOf(RECORDING_OPENING);
      if (at < 0) continue;
      isOpen = true;
      rest = chunk.subarray(at + RECORDING_OPENING.length - before);
    }
    const end = rest.indexOf(LESS_THAN);
    yield end < 0 ? rest : rest.subarray(0, end);
    if (end >= 0) return;
  }
}
