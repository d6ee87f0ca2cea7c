import { asRecord, type Fields } from '../../json.ts';
import { mergeRequests } from '../requests/merge-requests.ts';
import type { RecordedRequest } from '../requests/recorded-request.ts';
import { requestDetails } from '../requests/request-details.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** Requests that pages sent: each once, when it was sent. */
export class Requests implements EntryFinder {
  readonly #window: WindowContext;
  readonly #requests: RecordedRequest[] = [];

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (kind !== 'network' && kind !== 'custom') return;
    const requests = requestDetails(data, at);
    this.#requests.push(...(requests ?? []));
    // What cannot be read is shown as it is.
    if (requests === null && kind === 'network')
      this.#window.add('custom', at, { tag: String(data['plugin']), payload: data['payload'] ?? null });
  }

  end(): void {
    for (const { at, detail } of mergeRequests(this.#requests)) {
      const endAt = detail.duration === null ? undefined : at + detail.duration * 1000;
      this.#window.add('request', at, detail, { endAt, level: detail.failed ? 'error' : 'info' });
    }
  }
}

/** True for the data of a custom event in which Sentry keeps a request. */
export function isSentryRequest(data: Fields, at: number): boolean {
  return asRecord(data)['tag'] === 'performanceSpan' && (requestDetails(data, at)?.length ?? 0) > 0;
}
