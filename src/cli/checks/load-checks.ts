import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReplayCheck } from '../../core/index.ts';
import { UsageError } from '../verb.ts';

/** A check of a script, and what it checks. */
export type NamedCheck = readonly [name: string, check: ReplayCheck];

/**
 * The checks that a module exports by default.
 *
 * @throws UsageError when it cannot be loaded, or has none
 */
export async function loadChecks(script: string): Promise<readonly NamedCheck[]> {
  let exported: { readonly default?: unknown };
  try {
    exported = (await import(pathToFileURL(resolve(script)).href)) as typeof exported;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    throw new UsageError(`${script} could not be loaded: ${reason}`, { cause });
  }
  const checks = Object.entries(Object(exported.default) as Record<string, unknown>);
  if (checks.length === 0 || !checks.every((entry): entry is [string, ReplayCheck] => isCheck(entry[1])))
    throw new UsageError(
      `${script} has no checks: its default export must be an object of functions, as export default { 'the page has a heading': async ({ at }) => { … } }`,
    );
  return checks;
}

const isCheck = (value: unknown): value is ReplayCheck => typeof value === 'function';
