/**
 * Waits for the end of a transaction, and for what is done in it. It fails as a whole, and whatever else fails then does
 * with an `AbortError`.
 *
 * @throws what failed by itself
 */
export async function transactionEnd(done: Promise<void>, work: Promise<unknown>): Promise<void> {
  const outcomes = await Promise.allSettled([done, work]);
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  const failure = failed.find(({ reason }) => !isAbort(reason)) ?? failed[0];
  if (failure) throw failure.reason;
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
