import type { ReplayEntry } from '../entry.ts';
import { base64Size } from '../requests/base64.ts';
import { isNote, mediaType } from '../requests/body.ts';
import type { RequestDetail, RequestMessage } from '../requests/request.ts';
import type { ExportContext } from './export-format.ts';
import type { HarPage } from './har-pages.ts';
import { harLength, harTime } from './har-time.ts';

/** In place of an address that is none: archives must have one. */
const NO_ADDRESS = 'about:invalid';

/** As browsers write it in archives. */
const NO_TYPE = 'x-unknown';

/** A request as an entry of an archive. @param page to which it belongs, whose address its own may be relative to */
export function harEntry(
  { time, windowId, detail }: ReplayEntry<'request'>,
  page: HarPage | null,
  { startAt }: ExportContext,
): object {
  const timings = timingsOf(detail);
  const { blocked, dns, connect, send, wait, receive } = timings;
  const lengths = [blocked, dns, connect, send, wait, receive].filter((length) => length > 0);
  return {
    ...(page && { pageref: page.id }),
    startedDateTime: harTime(startAt, time),
    time: harLength(lengths.reduce((sum, length) => sum + length, 0) / 1000),
    request: requestOf(detail, page?.href),
    response: responseOf(detail),
    cache: detail.cached ? { comment: 'The answer came from a cache, or was confirmed by the server.' } : {},
    timings,
    _windowId: windowId,
    _resourceType: detail.type,
    ...(detail.failed && detail.status === null && { _error: detail.error || 'failed' }),
  };
}

function requestOf({ method, url, protocol, request }: RequestDetail, base: string | undefined): object {
  const address = addressOf(url, base);
  const comments = [
    ...(address === NO_ADDRESS ? [`Recorded address: ${url}`] : []),
    ...(method === '' ? ['The method was not recorded.'] : []),
    ...redactions(request),
  ];
  return {
    method: method || 'GET',
    url: address,
    httpVersion: protocol || 'unknown',
    cookies: [],
    headers: headersOf(request),
    queryString: [...new URL(address).searchParams].map(([name, value]) => ({ name, value })),
    ...postData(request),
    headersSize: -1,
    bodySize: request.body === null || isNote(request.body) ? -1 : sizeOf(request.body),
    ...commentOf(comments),
  };
}

function responseOf({ status, cached, protocol, sizes, response }: RequestDetail): object {
  const { transferred, encoded, decoded } = sizes;
  const { text, comment } = bodyOf(response);
  const mimeType = mediaType(response.headers);
  const binary = base64Size(text, mimeType);
  return {
    status: status ?? 0,
    statusText: '',
    httpVersion: protocol || 'unknown',
    cookies: [],
    headers: headersOf(response),
    content: {
      size: decoded ?? binary ?? sizeOf(text),
      mimeType: mimeType || NO_TYPE,
      ...(text !== '' && { text: binary === null ? text : text.replace(/^data:[^,]*,/, '') }),
      ...(binary !== null && { encoding: 'base64' }),
      ...comment,
    },
    redirectURL: '',
    headersSize: -1,
    bodySize: cached ? 0 : (encoded ?? -1),
    ...(transferred !== null && { _transferSize: transferred }),
    ...commentOf(redactions(response)),
  };
}

/** What was sent or answered. A note that the recorder wrote in its place is not that: it becomes a comment. */
function bodyOf({ body }: RequestMessage): { readonly text: string; readonly comment: object } {
  if (body === null || !isNote(body)) return { text: body ?? '', comment: {} };
  return { text: '', comment: commentOf([body]) };
}

function postData(request: RequestMessage): object {
  if (request.body === null || request.body === '') return {};
  const { text, comment } = bodyOf(request);
  return { postData: { mimeType: mediaType(request.headers) || NO_TYPE, text, ...comment } };
}

function headersOf({ headers }: RequestMessage): object[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function redactions({ redacted }: RequestMessage): string[] {
  return redacted.length > 0 ? [`Redacted by the recorder: ${redacted.join(', ')}.`] : [];
}

function commentOf(comments: readonly string[]): object {
  return comments.length > 0 ? { comment: comments.join(' ') } : {};
}

/** In archives `connect` includes `ssl`, -1 stands for what did not take place, and three must be there. */
function timingsOf({ phases, duration }: RequestDetail) {
  const length = (...names: readonly string[]): number | null => {
    const parts = phases.filter(({ name }) => names.includes(name));
    return parts.length > 0 ? harLength(parts.reduce((sum, { seconds }) => sum + seconds, 0)) : null;
  };
  const isKnown = phases.length > 0;
  return {
    blocked: length('redirect', 'blocked') ?? -1,
    dns: length('dns') ?? -1,
    connect: length('connect', 'ssl') ?? -1,
    ssl: length('ssl') ?? -1,
    send: length('send') ?? 0,
    wait: isKnown ? (length('wait') ?? 0) : harLength(duration ?? 0),
    receive: length('receive') ?? 0,
  };
}

/** Relative addresses are those of the page; characters that addresses may not have are encoded. */
function addressOf(url: string, base: string | undefined): string {
  if (URL.canParse(url)) return new URL(url).href;
  return url !== '' && URL.canParse(url, base) ? new URL(url, base).href : NO_ADDRESS;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
