/**
 * The function that the whole of the standalone file stands in, which the build passes to itself; not there in the
 * library, whose code is spread over modules.
 */
declare const __PLAYER__: ((player: unknown) => unknown) | undefined;

/** True where pages can be saved. */
export const hasPlayerSource = typeof __PLAYER__ === 'function';

/** The text of a function that registers the player when it is called with itself; null in the library. */
export function playerSource(): string | null {
  // A page's script ends at the first such tag, wherever in the script it is.
  return typeof __PLAYER__ === 'function' ? String(__PLAYER__).replace(/<(?=\/script|!--)/gi, '\\x3c') : null;
}
