import { JsonOutline } from '../decode/json-outline.ts';
import type { RecordingFormat, SourceHead } from '../decode/recording-format.ts';
import { formats } from './index.ts';
import { otherFile } from './other-files.ts';
import { ReplayError, type ReplayErrorDetails } from '../replay-error.ts';

/** Nobody needs more than this to tell what a file is. */
const HEAD_LIMIT = 1024 * 1024;

const OPENING = ['{', '[', '"'];
const NEWLINE = 0x0a;

export interface Detected {
  readonly format: RecordingFormat;
  readonly head: SourceHead;
}

/**
 * The format of a text by its first bytes; null when more of them are needed.
 *
 * @throws ReplayError that says what the bytes look like
 */
export function detectFormat(bytes: Uint8Array, complete: boolean): Detected | null {
  const start = bytes.findIndex((byte) => byte > 0x20);
  if (start < 0) {
    if (complete) throw ReplayError.of({ code: 'empty', reason: 'empty-file' });
    return null;
  }
  const text = bytes.subarray(start);
  const isJson = OPENING.includes(String.fromCharCode(text[0] ?? 0));
  const isAll = complete || bytes.length >= HEAD_LIMIT;
  const head: SourceHead = {
    bytes: text,
    complete,
    isAll,
    outline: isJson ? new JsonOutline(text) : null,
    isLines: startsWithLine(text, isAll),
  };
  const answers = formats.map((format) => ({ format, answer: format.sniff(head) }));
  const sure = answers.find(({ answer }) => answer === 'yes');
  if (sure) return { format: sure.format, head };
  if (!isAll && answers.some(({ answer }) => answer === 'maybe')) return null;
  throw refusal(head);
}

/** As `SourceHead.isLines`. */
function startsWithLine(bytes: Uint8Array, isAll: boolean): boolean | null {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) return isAll ? true : null;
  try {
    JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    return true;
  } catch {
    return false;
  }
}

function refusal(head: SourceHead): ReplayError {
  const { bytes, outline, complete } = head;
  const known = otherFile(head);
  if (known) return ReplayError.of(known);
  if (!outline) return ReplayError.of(whatTextIs(bytes));
  if (outline.has('sources')) return ReplayError.of({ code: 'not-a-recording', reason: 'sources-list' });
  if (outline.has('error') && outline.has('deleted_at'))
    return ReplayError.of({ code: 'not-a-recording', reason: 'deleted' });
  if (outline.has('recording_duration'))
    return ReplayError.of({ code: 'not-a-recording', reason: 'metadata-only' });
  if (outline.has('version') && outline.has('data')) {
    const version = (outline.textAt('version') ?? '').slice(0, 40);
    return ReplayError.of({ code: 'unsupported-version', reason: 'unknown-version', version });
  }
  if (!complete || outline.isCutOff) return ReplayError.of({ code: 'corrupt', reason: 'cut-off' });
  const keys = outline.keys.slice(0, 5).map((key) => key.slice(0, 40));
  return ReplayError.of({ code: 'not-a-recording', reason: 'other-json', keys });
}

function whatTextIs(bytes: Uint8Array): ReplayErrorDetails {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trim();
  if (/^<(!doctype|html)/i.test(start)) return { code: 'not-a-recording', reason: 'html' };
  const isText = /^[\t\n\r\x20-\x7e\u00a0-\uffef]*$/u.test(start) && !start.includes('\ufffd');
  return isText
    ? { code: 'not-a-recording', reason: 'text', start: start.slice(0, 40) }
    : { code: 'not-a-recording', reason: 'binary' };
}
