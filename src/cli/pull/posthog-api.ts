import { ApiError, incomplete, refused } from './api-error.ts';
import { isPrivate } from './host.ts';
import { ATTEMPTS, retryAfterOf, type Wait, wait, waitBefore } from './retry.ts';

export interface ApiOptions {
  /** As `parseHost` gives it. */
  readonly host: URL;
  readonly project: string;
  /** Sent to the host alone; in no message. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** Told before each wait. */
  readonly onWait?: (ms: number) => void;
  readonly wait?: Wait;
}

export type Query = Readonly<Record<string, string>>;

const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * PostHog's API for one project. What fails for a while is asked for again: lost connections, answers that are cut
 * short, 5xx, and rate limits, after the time that the server names.
 */
export class PosthogApi {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  /** @throws ApiError; the signal's reason */
  getJson(path: string, query: Query = {}): Promise<unknown> {
    return this.get(path, query, (body) => {
      try {
        return JSON.parse(new TextDecoder().decode(body)) as unknown;
      } catch (cause) {
        throw incomplete('PostHog answered with what is not JSON', cause);
      }
    });
  }

  /**
   * @param path below the project
   * @param read makes something of the body; when it throws `incomplete`, the request is made again
   * @throws ApiError; the signal's reason
   */
  async get<T>(path: string, query: Query, read: (body: Uint8Array) => T | Promise<T>): Promise<T> {
    const { host, project, signal, onWait, wait: pause = wait } = this.#options;
    const url = new URL(`api/projects/${encodeURIComponent(project)}/${path}`, host);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    for (let attempt = 1; ; attempt++) {
      try {
        return await read(await this.#body(url));
      } catch (thrown) {
        signal.throwIfAborted();
        if (!(thrown instanceof ApiError)) throw thrown;
        const ms = waitBefore(thrown, attempt);
        if (ms === null) throw this.#told(thrown, attempt);
        onWait?.(ms);
        await pause(ms, signal);
      }
    }
  }

  async #body(url: URL): Promise<Uint8Array> {
    try {
      const { response, origin } = await this.#follow(url);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const retryAfter = retryAfterOf(response.headers.get('retry-after'));
      const error = refused(response.status, await response.text(), retryAfter);
      if (origin === url.origin) throw error;
      throw new ApiError(
        `${error.message}. ${url.origin} leads on to ${origin}, which does not get the key. Is --host ${origin} meant?`,
        error,
      );
    } catch (thrown) {
      if (thrown instanceof ApiError) throw thrown;
      throw incomplete(`the connection to PostHog failed: ${reasonOf(thrown)}`, thrown);
    }
  }

  /** Redirects are followed by hand: the key is for the host alone, not for the store that a blob may lie in. */
  async #follow(start: URL): Promise<{ readonly response: Response; readonly origin: string }> {
    const { host, key, signal } = this.#options;
    let url = start;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const headers = url.origin === host.origin ? { authorization: `Bearer ${key}` } : undefined;
      const response = await fetch(url, { redirect: 'manual', signal, ...(headers && { headers }) });
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || location === null) return { response, origin: url.origin };
      await response.body?.cancel();
      url = new URL(location, url);
      if (!isPrivate(url))
        throw new ApiError(`PostHog leads on to ${url.origin}, which is not encrypted`, {
          status: response.status,
        });
    }
    throw new ApiError('PostHog leads on from one address to the next without end', { status: 310 });
  }

  /** An error as it is told in the end: with how often it was tried, and without the key, whoever repeats it. */
  #told(error: ApiError, attempts: number): ApiError {
    const { key } = this.#options;
    const tried = attempts > 1 ? `, tried ${attempts} times` : '';
    const { retryAfter } = error;
    const askedFor =
      retryAfter !== null && error.isTransient && attempts < ATTEMPTS
        ? `; it asks to wait for ${Math.ceil(retryAfter / 1000)} s`
        : '';
    return new ApiError(`${error.message}${tried}${askedFor}`.replaceAll(key, '…'), error);
  }
}

/** `fetch` says no more than that it failed; the reason is the cause. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  return cause instanceof Error && cause.message !== '' ? cause.message : thrown.message;
}
