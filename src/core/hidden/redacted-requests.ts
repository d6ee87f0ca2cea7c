import { asArray, asRecord, type Fields } from '../json.ts';

/** Longer addresses are cut: they are there to be recognised. */
const MOST_CHARACTERS = 160;

/** What the recorder writes in place of a header's value. */
const REDACTED = 'redacted';

/** What it writes in place of a body: it looked for secrets, or was told to leave the host out. */
const REDACTED_BODY = /^\[SessionRecording\] Re(quest|sponse) body redacted| is in deny list$/;

/** What it writes in place of a value in an address. */
const MASKED_QUERY = '<masked>';

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
    [requestHeaders, responseHeaders].some((headers) =>
      Object.values(asRecord(headers)).includes(REDACTED),
    ) ||
    [requestBody, responseBody].some((body) => typeof body === 'string' && REDACTED_BODY.test(body)) ||
    (typeof name === 'string' && (name.includes(MASKED_QUERY) || name.includes(encodeURI(MASKED_QUERY))))
  );
}
