import { asRecord, asText, type Fields } from '../../json.ts';

/** What is called otherwise by some: Sentry's spans, and images in SVG and in style sheets. */
const NAMES: Readonly<Record<string, string>> = {
  xhr: 'xmlhttprequest',
  http: 'fetch',
  image: 'img',
  resource: 'other',
  '': 'other',
};

/** Of these it is known what asked: a stream of events that one of them reads is no EventSource. */
const ASKED_BY_SCRIPT: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest']);

const EVENT_STREAM = 'text/event-stream';

/**
 * What asked for a request. Browsers call an EventSource `other`, and tell it by the type of its answer; a WebSocket has
 * no entry of theirs, but an address of its own.
 *
 * @param initiator as recorded
 */
export function typeOf(url: string, initiator: string, entry: Fields): string {
  if (/^wss?:/i.test(url)) return 'websocket';
  const type = NAMES[initiator] ?? initiator;
  return !ASKED_BY_SCRIPT.has(type) && contentType(entry).startsWith(EVENT_STREAM) ? 'eventsource' : type;
}

function contentType({ contentType: told, responseHeaders }: Fields): string {
  const header = Object.entries(asRecord(responseHeaders)).find(
    ([name]) => name.toLowerCase() === 'content-type',
  );
  return (asText(told) || asText(header?.[1])).toLowerCase();
}
