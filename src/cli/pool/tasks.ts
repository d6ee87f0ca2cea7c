/**
 * What workers of the pool can do, by name. A task is told with plain data, reads and writes files by itself, and answers
 * with plain data: no recording passes between threads.
 *
 * @param task what is to be done
 * @param note told of how far it is, with plain data
 */
export type Task<Asked, Answer, Note = never> = (asked: Asked, note: (note: Note) => void) => Promise<Answer>;

/** Each is loaded in the worker that needs it. */
export const TASKS = {
  extract: async () => (await import('../extract/extract-batch.ts')).extractBatch,
  results: async () => (await import('../work/make-results.ts')).makeResults,
  verify: async () => (await import('../work/verify-input.ts')).verifyFile,
};

export type TaskName = keyof typeof TASKS;
type TaskOf<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;
export type Asked<N extends TaskName> = Parameters<TaskOf<N>>[0];
export type Answer<N extends TaskName> = Awaited<ReturnType<TaskOf<N>>>;
/** Not every task has something to tell on its way. */
export type Note<N extends TaskName> =
  TaskOf<N> extends (asked: never, note: (note: infer Told) => void) => unknown ? Told : never;
