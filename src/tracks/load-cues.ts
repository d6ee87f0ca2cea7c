import { ReplayError } from '../core/replay-error.ts';
import { openPart } from '../core/source/open-part.ts';
import { type Credentials, nameIn } from '../core/source/replay-source.ts';
import { readWebVtt } from '../core/webvtt/read-webvtt.ts';
import type { WebVttCue, WebVttMistake } from '../core/webvtt/webvtt.ts';

/** What came of a WebVTT file: cues that the browser knows, and what was left out. */
export interface LoadedCues {
  readonly header: readonly string[];
  readonly cues: readonly VTTCue[];
  readonly mistakes: readonly WebVttMistake[];
}

/**
 * Loads a WebVTT file.
 *
 * @param credentials what is sent along to the address
 * @throws ReplayError `network` when the address does not answer with a file, `not-a-recording` when it is none
 */
export async function loadCues(
  address: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<LoadedCues> {
  return cuesOf(await textAt(address, credentials, signal), nameIn(address));
}

/**
 * Reads the text of a WebVTT file.
 *
 * @param file its name
 * @throws ReplayError `not-a-recording` when it is none
 */
export function cuesOf(text: string, file: string): LoadedCues {
  const { header, cues, mistakes } = readWebVtt(text);
  const [first] = mistakes;
  if (first && cues.length === 0)
    throw ReplayError.of({ code: 'not-a-recording', reason: 'not-webvtt', line: first.line, file });
  return { header, cues: cues.map(nativeCue), mistakes };
}

/** What an address holds itself is not asked of the network, which a content policy may have closed. */
async function textAt(address: string, credentials: Credentials, signal: AbortSignal): Promise<string> {
  const [, base64, data] = /^data:[^,]*?(;base64)?,(.*)$/is.exec(address) ?? [];
  if (data === undefined) {
    const { stream } = await openPart({ kind: 'url', url: address, name: '', credentials }, signal);
    return new Response(stream).text();
  }
  const raw = decodeURIComponent(data);
  if (!base64) return raw;
  return new TextDecoder().decode(Uint8Array.from(atob(raw), (character) => character.charCodeAt(0)));
}

/** Settings other than `align` are about the place on a video, and captions stand below the page here. */
function nativeCue({ id, start, end, settings, text }: WebVttCue): VTTCue {
  const cue = new VTTCue(start, end, text);
  cue.id = id;
  const align = /(?:^|\s)align:(start|center|end|left|right)(?:\s|$)/.exec(settings)?.[1];
  if (align !== undefined) cue.align = align as AlignSetting;
  return cue;
}
