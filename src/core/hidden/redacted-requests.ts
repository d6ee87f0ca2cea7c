import { asArray, asRecord, type Fields } from '../json.ts';
import { isRedactedBody, redactedHeaders, redactedQuery } from '../rrweb/request-redactions.ts';

/** Longer addresses are cut: they are there to be recognised. */
const MOST_CHARACTERS = 160;

/**
 * Requests of which a header, a body or a part of the address was taken out, as `POST https://…`. What was too large
 * or of no type that could be read was not hidden from anybody, and is not counted.
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/config.ts
 *
 * @param payload of an `rrweb/network@1` event
 */
export function redactedRequests(payload: unknown): string[] {
  return asArray(asRecord(payload)['requests'])
    .map(asRecord)
    .filter(isRedacted)
    .map(({ method, name }) =>
      [method, name]
        .filter((part) => typeof part === 'string')
        .join(' ')
        .slice(0, MOST_CHARACTERS),
    );
}

function isRedacted({ name, requestHeaders, responseHeaders, requestBody, responseBody }: Fields): boolean {
  return (
    [requestHeaders, responseHeaders].some((headers) => redactedHeaders(headers).length > 0) ||
    [requestBody, responseBody].some(isRedactedBody) ||
    redactedQuery(name).length > 0
  );
}
