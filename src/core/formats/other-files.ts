import type { SourceHead } from '../decode/recording-format.ts';
import type { ReplayErrorDetails } from '../replay-error.ts';
import { serverMessage } from '../source/server-message.ts';

/** First bytes, a character each, of what people have beside their recordings. A head begins after control characters. */
const MEDIA = [
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP)/s],
  ['video', /^(?:ftyp|.{4}ftyp|E\xdf\xa3|RIFF.{4}AVI )/s],
  ['pdf', /^%PDF-/],
] as const;

/** What a file is that holds no recording, where people are known to take it for one; null for anything else. */
export function otherFile(head: SourceHead): ReplayErrorDetails | null {
  return head.outline ? otherJson(head, head.outline) : otherBytes(head.bytes);
}

function otherJson(head: SourceHead, outline: NonNullable<SourceHead['outline']>): ReplayErrorDetails | null {
  const code = 'not-a-recording';
  // HAR 1.2: http://www.softwareishard.com/blog/har-12-spec/#log
  if (outline.has('log/version') || outline.has('log/creator') || outline.has('log/entries'))
    return { code, reason: 'har' };
  if (isTrace(head)) return { code, reason: 'playwright-trace' };
  if (outline.has('results/0/recording_duration') || outline.has('0/recording_duration'))
    return { code, reason: 'recordings-list' };
  // PostHog's answer to a query, such as a table of events is downloaded as.
  if (outline.has('columns') && outline.has('results')) return { code, reason: 'analytics-events' };
  const answer = head.complete ? serverMessage(head.bytes) : null;
  return answer === null ? null : { code, reason: 'server-error', answer };
}

/** Source: microsoft/playwright: packages/trace/src/trace.ts, ContextCreatedTraceEvent */
function isTrace({ bytes }: SourceHead): boolean {
  const line = new TextDecoder().decode(bytes.subarray(0, 400));
  return /^\{[^\n]*"type":"context-options"/.test(line);
}

function otherBytes(bytes: Uint8Array): ReplayErrorDetails | null {
  const code = 'not-a-recording';
  const magic = String.fromCharCode(...bytes.subarray(0, 16));
  const medium = MEDIA.find(([, pattern]) => pattern.test(magic))?.[0];
  if (medium) return { code, reason: 'media', medium };
  const start = new TextDecoder().decode(bytes.subarray(0, 400));
  // Object stores answer in XML: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  const [, answer] = /<Error>.*<Message>([^<]+)<\/Message>/s.exec(start) ?? [];
  if (answer !== undefined) return { code, reason: 'server-error', answer };
  const [columns = ''] = start.split(/\r?\n/);
  const isEvents = columns.includes(',') && /(?:^|[,.])"?event"?(?:,|$)/.test(columns);
  return isEvents ? { code, reason: 'analytics-events' } : null;
}
