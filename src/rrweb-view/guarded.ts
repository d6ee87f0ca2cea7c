/**
 * An action that a recording has a say in, to be called where nobody could catch what it throws: a timer, a promise, a
 * listener of the core's. What fails is left out.
 *
 * @param onFailed told of each failure
 */
export function guarded<Given extends unknown[]>(
  action: (...given: Given) => void,
  onFailed: () => void = () => undefined,
): (...given: Given) => void {
  return (...given) => {
    try {
      action(...given);
    } catch {
      onFailed();
    }
  };
}
