import { base64Size } from './base64.ts';
import { readForm, type FormField } from './form-body.ts';
import { layOutJson } from './json-layout.ts';
import type { RequestMessage } from './request.ts';

/** What a body is: what it says it is, where it is that. A body that is not what its type says is text. */
export type RequestBody =
  | { readonly kind: 'empty' }
  /** `text` is laid out over several lines. */
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'form'; readonly text: string; readonly fields: readonly FormField[] }
  | { readonly kind: 'text'; readonly text: string }
  /** In base64, of so many bytes. */
  | { readonly kind: 'binary'; readonly text: string; readonly size: number }
  /** What the recorder wrote in place of a body, such as that it was too large. */
  | { readonly kind: 'note'; readonly text: string };

/**
 * What recorders write in place of bodies. What was redacted is named in {@link RequestMessage.redacted} as well.
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/{config,network-plugin}.ts;
 * rrweb-io/rrweb: packages/plugins/rrweb-plugin-network-record/src/index.ts
 */
const NOTE =
  /^\[SessionRecording\] Re(?:quest|sponse) body (?:redacted|too large)|^\[SessionReplay\] (?:Timeout|Failed|Body|Cannot)|^\[rrweb\/network\] (?:Timeout|Failed|Cannot)|^Chunked Transfer-Encoding is not supported$|^Content-Type \S.* is not supported$|^\S+ is in deny list$/;

/** What a body in one direction of a request is. Needs no DOM. */
export function bodyOf({ headers, body }: RequestMessage): RequestBody {
  if (body === null || body === '') return { kind: 'empty' };
  if (isNote(body)) return { kind: 'note', text: body };
  const type = mediaType(headers);
  const fields = readForm(body, type);
  if (fields) return { kind: 'form', text: fields.map(lineOf).join('\n'), fields };
  if (isJson(body)) return { kind: 'json', text: layOutJson(body) };
  const size = base64Size(body, type);
  if (size !== null) return { kind: 'binary', text: body, size };
  return { kind: 'text', text: body };
}

/** True for what the recorder wrote in place of a body. */
export function isNote(body: string): boolean {
  return NOTE.test(body);
}

/** The type that the headers give a body, with its parameters, as recorded; empty where they do not. */
export function mediaType(headers: RequestMessage['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

/** An object or an array: a lone number or word is text that JSON can read too. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lineOf({ name, value, file }: FormField): string {
  return `${name} = ${file === null ? value : `file ${file}`}`;
}
