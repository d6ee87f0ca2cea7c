import { JsonOutline } from './decode/json-outline.ts';
import type { RecordingFormat, SourceHead } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { ReplayError } from './replay-error.ts';

/** Nobody needs more than this to tell what a file is. */
const HEAD_LIMIT = 1024 * 1024;

const ADVICE = 'Export the session from PostHog ("Export to JSON") or give the events that rrweb recorded.';

export interface Detected {
  readonly format: RecordingFormat;
  readonly head: SourceHead;
}

/**
 * The format of a source by its first bytes; null when more of them are needed.
 *
 * @throws ReplayError that says what the bytes look like
 */
export function detectFormat(bytes: Uint8Array, complete: boolean): Detected | null {
  const first = bytes.find((byte) => byte > 0x20);
  if (first === undefined) {
    if (complete) throw new ReplayError('empty', `The file is empty. ${ADVICE}`);
    return null;
  }
  const isJson = first === 0x7b || first === 0x5b;
  const head: SourceHead = { bytes, complete, outline: isJson ? new JsonOutline(bytes) : null };
  const answers = formats.map((format) => ({ format, answer: format.sniff(head) }));
  const sure = answers.find(({ answer }) => answer === 'yes');
  if (sure) return { format: sure.format, head };
  const canWait = !complete && bytes.length < HEAD_LIMIT && answers.some(({ answer }) => answer === 'maybe');
  if (canWait) return null;
  throw refusal(head);
}

function refusal({ bytes, outline, complete }: SourceHead): ReplayError {
  if (!outline) return new ReplayError('not-a-recording', `${describeText(bytes)} ${ADVICE}`);
  if (outline.has('sources')) {
    return new ReplayError(
      'not-a-recording',
      "This is the list of a recording's sources, without the recording. Download the snapshots of each source it names and open those.",
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
