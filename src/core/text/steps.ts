/** Work that is done in steps: between them others can have the thread. */
export type Steps<T> = Generator<null, T>;

/** Does all of it at once. */
export function allOf<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
