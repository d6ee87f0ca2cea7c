/** The function that the whole of the standalone file stands in, which the build passes to itself. */
declare const __PLAYER__: (player: unknown) => unknown;

/** What `player-source.ts` is in the one-file build, which knows its own text. */
export const hasPlayerSource = true;

export function playerSource(): Promise<string> {
  return Promise.resolve(`const player=${String(__PLAYER__)};player(player);`);
}
