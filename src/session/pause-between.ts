/** A position is not exact to the last digit. Seconds. */
const NEAR = 0.0005;

/**
 * The first moment to pause at that playback comes to: after `before`, and at `after` at the latest. Seconds; null for
 * none.
 *
 * @param times in order
 */
export function pauseBetween(times: readonly number[], before: number, after: number): number | null {
  return times.find((time) => time - before > NEAR && time <= after) ?? null;
}
