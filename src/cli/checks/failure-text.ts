import { AssertionError } from 'node:assert';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** What a check has thrown: what was expected and found, and where in its script. */
export interface CheckFailure {
  readonly message: string;
  /** As `checks.mjs:12:5`; empty when it is not known. */
  readonly place: string;
}

/** @param script address of the module that the check is in */
export function failureOf(thrown: unknown, script: string): CheckFailure {
  if (!(thrown instanceof Error)) return { message: String(thrown), place: '' };
  const at = thrown.stack?.split('\n').find((line) => line.includes(script)) ?? '';
  const [, position = ''] = /:(\d+:\d+)\)?$/.exec(at) ?? [];
  const name = thrown instanceof AssertionError || thrown.name === 'Error' ? '' : `${thrown.name}: `;
  return {
    // Node.js colours what differs, as if it wrote to the terminal itself.
    message: stripVTControlCharacters(`${name}${thrown.message}`),
    place: position && `${relative('', fileURLToPath(script))}:${position}`,
  };
}
