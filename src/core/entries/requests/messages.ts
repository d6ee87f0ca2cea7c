import { asRecord } from '../../json.ts';
import { isRedactedBody, redactedHeaders, redactedQuery } from '../../rrweb/request-redactions.ts';
import type { RequestMessage } from './request.ts';

/**
 * One direction of a request as it was recorded.
 *
 * @param address of the request, for the direction that carries it
 */
export function messageOf(headers: unknown, body: unknown, address?: string): RequestMessage {
  const text = bodyText(body);
  return {
    headers: Object.entries(asRecord(headers)).map(([name, value]) => [name, bodyText(value) ?? ''] as const),
    body: text,
    redacted: [
      ...redactedHeaders(headers),
      ...(isRedactedBody(text) ? ['body'] : []),
      ...redactedQuery(address),
    ],
  };
}

/** What was recorded, as text: Sentry keeps bodies of JSON as values. */
function bodyText(body: unknown): string | null {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string') return body;
  try {
    return JSON.stringify(body);
  } catch {
    // Nested more deeply than can be written.
    return null;
  }
}
