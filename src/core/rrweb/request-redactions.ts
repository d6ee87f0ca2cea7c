import { asRecord } from '../json.ts';

/** What recorders write in place of a header's value: PostHog's SDK, Sentry's SDK and its servers. */
const REDACTED_VALUES: ReadonlySet<unknown> = new Set(['redacted', '[Filtered]', '[REDACTED]']);

/** What PostHog's recorder writes in place of a body: it looked for secrets, or was told to leave the host out. */
const REDACTED_BODY = /^\[SessionRecording\] Re(quest|sponse) body redacted|^\S* is in deny list$/;

/** What it writes in place of a value in an address. */
const MASKED_QUERY = '<masked>';

/** Names of the headers whose value was taken out. */
export function redactedHeaders(headers: unknown): string[] {
  return Object.entries(asRecord(headers))
    .filter(([, value]) => REDACTED_VALUES.has(value))
    .map(([name]) => name);
}

/** True when a body was taken out: what was too large or of no type that could be read was not hidden from anybody. */
export function isRedactedBody(body: unknown): boolean {
  return typeof body === 'string' && REDACTED_BODY.test(body);
}

/** Names of the parts of an address whose value was taken out; `address` for one that has no name. */
export function redactedQuery(address: unknown): string[] {
  if (typeof address !== 'string' || !isMasked(address)) return [];
  const named = [...address.matchAll(/[?&#]([^=&#]*)=([^&#]*)/g)]
    .filter(([, , value = '']) => isMasked(value))
    .map(([, name = '']) => name);
  return named.length > 0 ? named : ['address'];
}

function isMasked(text: string): boolean {
  return text.includes(MASKED_QUERY) || text.includes(encodeURI(MASKED_QUERY));
}
