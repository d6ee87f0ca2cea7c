/** The latest and the earliest moment that JavaScript can write. */
const LAST = 8.64e15;

/** A moment of the recording as archives write it. */
export function harTime(startAt: number, seconds: number): string {
  const moment = startAt + seconds * 1000;
  return new Date(Number.isFinite(moment) ? Math.min(LAST, Math.max(-LAST, moment)) : 0).toISOString();
}

/** Milliseconds, to the thousandth: binary fractions would make long numbers. */
export function harLength(seconds: number): number {
  return Math.round(seconds * 1e6) / 1000;
}
