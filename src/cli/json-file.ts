import { readFile } from 'node:fs/promises';
import { UsageError } from './verb.ts';

/** The value of a text; undefined for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
