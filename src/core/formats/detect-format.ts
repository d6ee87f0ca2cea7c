import { JsonOutline } from '../decode/json-outline.ts';
import type { RecordingFormat, SourceHead } from '../decode/recording-format.ts';
import { formats } from './index.ts';
import { ReplayError } from '../replay-error.ts';

/** Nobody needs more than this to tell what a file is. */
const HEAD_LIMIT = 1024 * 1024;

const OPENING = ['{', '[', '"'];
const NEWLINE = 0x0a;

const ADVICE =
  'It opens recordings exported or downloaded from PostHog and events that rrweb recorded, packed or not.';

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
    if (complete) throw new ReplayError('empty', `The file is empty. ${ADVICE}`);
    return null;
  }
  const text = bytes.subarray(start);
  const isJson = OPENING.includes(String.fromCharCode(text[0] ?? 0));
  const isAll = complete || bytes.length >= HEAD_LIMIT;
  const head: SourceHead = {
    bytes: text,
    complete,
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

function refusal({ bytes, outline, complete }: SourceHead): ReplayError {
  if (!outline) return new ReplayError('not-a-recording', `${describeText(bytes)} ${ADVICE}`);
  if (outline.has('sources')) {
    return new ReplayError(
      'not-a-recording',
      "This is the list of a recording's sources, without the recording. Download the snapshots of each source it names (the same address with ?source=blob_v2&start_blob_key=…&end_blob_key=…) and open those together.",
    );
  }
  if (outline.has('error') && outline.has('deleted_at')) {
    return new ReplayError('not-a-recording', 'PostHog answered that this recording has been deleted.');
  }
  if (outline.has('recording_duration')) {
    return new ReplayError(
      'not-a-recording',
      'This is what PostHog knows about a recording (its length, clicks and person), without the recording. Download its snapshots or export it.',
    );
  }
  if (outline.has('version') && outline.has('data')) {
    const version = (outline.textAt('version') ?? '').slice(0, 40);
    return new ReplayError(
      'unsupported-version',
      `This export calls itself version "${version}", and its shape is not known. Versions 2023-04-28 and 2022-12-02 can be opened.`,
    );
  }
  if (!complete || outline.isCutOff) {
    return new ReplayError('corrupt', 'The file stops before its first event. Download or export it again.');
  }
  const keys = outline.keys.slice(0, 5).map((key) => `"${key.slice(0, 40)}"`);
  const found =
    keys.length > 0 ? `a JSON object with the keys ${keys.join(', ')}` : 'JSON without any events';
  return new ReplayError('not-a-recording', `This is ${found}, not a session recording. ${ADVICE}`);
}

function describeText(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trim();
  if (/^<(!doctype|html)/i.test(start)) {
    return 'This is an HTML page, perhaps of a login or of a missing file, not a session recording.';
  }
  const isText = /^[\t\n\r\x20-\x7e\u00a0-\uffef]*$/u.test(start) && !start.includes('\ufffd');
  return isText
    ? `This is a text that starts "${start.slice(0, 40)}", not a session recording.`
    : 'This is a binary file that is no session recording.';
}
