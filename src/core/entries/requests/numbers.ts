/** An HTTP status; null where none came: 0 and -1 are written for that. */
export function asStatus(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

/** 4xx and 5xx. */
export function isErrorStatus(status: number | null): boolean {
  return status !== null && status >= 400;
}
