import { type Detected, detectFormat } from './detect-format.ts';
import type { DecodeContext, EventDecoder, RawEvent } from '../decode/recording-format.ts';
import { ReplayError } from '../replay-error.ts';
import { joined } from '../unpack/bytes.ts';
import { unpack, type UnpackContext, type UnpackedFile } from '../unpack/unpack.ts';

/** What is cut at once: a good deal less than fits into any slice of time. */
const PIECE_BYTES = 128 * 1024;

/** Told of what a source turns out to be, besides what decoding finds. */
export interface SourceContext extends DecodeContext {
  /** As `UnpackContext.inflated`. */
  inflated(count: number): void;
  formatFound(id: string, packing: readonly string[]): void;
  /** A file of an archive begins, which may be of another session than those before. */
  beginMember(): void;
}

/**
 * The events of a source in the order in which they stand in it: out of what they were packed in, and cut by the
 * decoder of the format that each file in it turns out to be. They come some at a time, since waiting for each would
 * take longer than cutting it; each lot has to be gone through before the next one is asked for.
 *
 * @throws ReplayError when nothing in it is a recording
 */
export async function* decodeEvents(
  source: UnpackedFile,
  context: SourceContext,
): AsyncGenerator<Iterable<RawEvent>> {
  const refusals: ReplayError[] = [];
  let opened = 0;
  let last: object | null = null;
  const damage = { isFound: false };
  const unpacking: UnpackContext = {
    limits: context.limits,
    inflated: (count) => context.inflated(count),
    warn: (code) => {
      damage.isFound = true;
      context.warn(code);
    },
  };
  for await (const file of unpack(source, unpacking)) {
    const { archive } = file;
    // What a support archive holds is one session.
    if (archive && (archive !== last || !isPartOfArchive(file.name))) context.beginMember();
    last = archive;
    try {
      yield* decodeFile(file, context);
      opened++;
    } catch (thrown) {
      if (damage.isFound && thrown instanceof ReplayError && thrown.code === 'empty')
        throw ReplayError.of({ code: 'corrupt', reason: 'damaged-packing' });
      if (!archive || !(thrown instanceof ReplayError) || thrown.code === 'too-large') throw thrown;
      const error = ReplayError.from(thrown, file.name.slice(-60));
      refusals.push(error);
      if (!isPartOfArchive(file.name)) context.warn('skipped-file', error.details);
    }
  }
  if (opened === 0 && refusals.length > 0) throw whyNothing(refusals);
}

/** What to say of an archive in which nothing is a recording: that of its only file, or of one that might be. */
function whyNothing(refusals: readonly ReplayError[]): ReplayError {
  const closest =
    refusals.length === 1 ? refusals[0] : refusals.find(({ code }) => code !== 'not-a-recording');
  if (closest) return closest;
  const isTrace = refusals.some(({ details }) => details?.reason === 'playwright-trace');
  return isTrace
    ? ReplayError.of({ code: 'not-a-recording', reason: 'playwright-trace' })
    : ReplayError.of({ code: 'not-a-recording', reason: 'archive', files: refusals.length });
}

/** The events of one file of text. */
async function* decodeFile(file: UnpackedFile, context: SourceContext): AsyncGenerator<Iterable<RawEvent>> {
  let head: Uint8Array = new Uint8Array(0);
  let decoder: EventDecoder | null = null;
  const begin = ({ format, head: known }: Detected) => {
    const isArchive = file.archive !== null && isPartOfArchive(file.name);
    context.formatFound(isArchive ? 'posthog-archive' : format.id, file.packing);
    return format.createDecoder(known, context);
  };
  for await (const chunk of file.bytes) {
    let rest = chunk;
    if (!decoder) {
      // White space is not collected: a file may hold gigabytes of it.
      head = head.length === 0 && isBlank(chunk) ? head : joined([head, chunk]);
      const detected = detectFormat(head, false);
      if (!detected) continue;
      decoder = begin(detected);
      rest = head;
    }
    for (let offset = 0; offset < rest.length; offset += PIECE_BYTES) {
      yield decoder.write(rest.subarray(offset, offset + PIECE_BYTES));
    }
  }
  if (!decoder) {
    const detected = detectFormat(head, true);
    if (!detected) return;
    decoder = begin(detected);
    yield decoder.write(head);
  }
  yield decoder.end();
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

/**
 * What PostHog's support archive holds.
 * Source: PostHog/posthog: posthog/temporal/export_recording/activities.py
 */
function isPartOfArchive(name: string): boolean {
  return /^(clickhouse\/|data\/|s3_prefix\.txt$)/.test(name);
}
