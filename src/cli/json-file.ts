import { readFile } from 'node:fs/promises';
import { UsageError } from './verb.ts';

/**
 * A file of settings.
 *
 * @throws UsageError when it cannot be read or is not JSON
 */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${path} could not be read: ${(cause as Error).message}`, { cause });
  }
}
