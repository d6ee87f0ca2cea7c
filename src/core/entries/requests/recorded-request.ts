import type { RequestDetail } from './request.ts';

/** A request, and when it was sent. */
export interface RecordedRequest {
  /** Unix milliseconds. */
  readonly at: number;
  readonly detail: RequestDetail;
}
