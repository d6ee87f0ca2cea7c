import { asRecord, asText } from '../../core/json.ts';
import { parsedJson } from '../json-file.ts';

export interface ApiFailure {
  /** The status of the answer; null when there was no whole answer. */
  readonly status: number | null;
  /** PostHog's own name for what went wrong, where it has one. */
  readonly code?: string;
  /** Milliseconds that the server asks to wait for. */
  readonly retryAfter?: number | null;
}

/** How PostHog says that it cannot read the blocks that were asked for. */
export const BLOCKS_LOST = 'recording_blocks_unavailable';

/** Why PostHog did not give what it was asked for. The message is made for people, and never holds the key. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number | null;
  readonly code: string;
  readonly retryAfter: number | null;

  constructor(message: string, { status, code = '', retryAfter = null }: ApiFailure, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may be answered later. */
  get isTransient(): boolean {
    return this.status === null || [408, 425, 429].includes(this.status) || this.status >= 500;
  }
}

/** An answer that ends before its end, or is not what was asked for. It is asked for again. */
export function incomplete(what: string, cause?: unknown): ApiError {
  return new ApiError(what, { status: null, code: 'incomplete' }, { cause });
}

/** What a status says about a session or a list, in words; the server's own ones follow where they add something. */
export function refused(status: number, body: string, retryAfter: number | null): ApiError {
  const fields = asRecord(parsedJson(body));
  const code = asText(fields['code']) || asText(fields['error']);
  const detail = asText(fields['detail']) || asText(fields['message']);
  const since = asText(fields['deleted_at']);
  return new ApiError(sentenceFor(status, detail.slice(0, DETAIL_LENGTH), since), {
    status,
    code,
    retryAfter,
  });
}

const DETAIL_LENGTH = 300;

function sentenceFor(status: number, detail: string, deletedAt: string): string {
  const words = detail === '' ? '' : `: ${detail}`;
  switch (status) {
    case 401:
      return `PostHog does not accept the key in POSTHOG_PERSONAL_API_KEY (401)${words}`;
    case 403:
      return `the key may not read this (403)${words}`;
    case 404:
      return 'not found (404): it is of another project, has expired, or was deleted';
    case 410:
      return `deleted for good${deletedAt && ` on ${deletedAt}`} (410)`;
    case 429:
      return `PostHog's rate limit is used up (429)${words}`;
    default:
      return `PostHog answered ${status}${words}`;
  }
}
