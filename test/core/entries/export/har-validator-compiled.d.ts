/** The package has types that its `exports` hide. */
declare module 'har-validator-compiled' {
  export class HARError extends Error {
    readonly errors: readonly unknown[];
  }
  /** @throws HARError for what is not of the schema of HAR 1.2 */
  export function validate(schema: 'har', value: unknown): true;
}
