const PAGE_ONLY = 'Only the single-file build, portable-replay.js, can save a page.';

/** True where pages can be saved; not in the library, whose code is spread over modules. */
export const hasPlayerSource = false as boolean;

/**
 * The text of a module that registers the player and needs nothing else.
 *
 * @throws DOMException `NotSupportedError` where pages cannot be saved
 */
export function playerSource(): Promise<string> {
  return Promise.reject(new DOMException(PAGE_ONLY, 'NotSupportedError'));
}
