import { existsSync } from 'node:fs';
import { tryBrowser } from './machine.mjs';

/** There is no browser to test with. The message is a sentence that says what to do. */
export class NoBrowserError extends Error {}

/**
 * The first Chromium that starts: the one that `CHROME_PATH` names and no other, or else Playwright's own, or else
 * the system's.
 *
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Promise<{ path: string | null, version?: string, refusals: string[] }>} `path` is null when there is none;
 *   a refusal says in one line why a browser that is there cannot be used
 * @throws {NoBrowserError} when `CHROME_PATH` names something that is no browser
 */
export async function findChromium(machine) {
  const named = machine.env.CHROME_PATH;
  if (named) return { path: named, version: await tryNamed(named), refusals: [] };
  const refusals = [];
  for (const path of [machine.playwright.path, ...machine.systemPaths]) {
    if (!existsSync(path)) continue;
    try {
      return { path, version: await tryBrowser(path), refusals };
    } catch ({ message }) {
      refusals.push(`${path} does not start: ${message}`);
    }
  }
  return { path: null, refusals };
}

async function tryNamed(path) {
  if (!existsSync(path)) {
    throw new NoBrowserError(`CHROME_PATH is ${path}, but there is no such file: correct it, or unset it.`);
  }
  try {
    return await tryBrowser(path);
  } catch ({ message }) {
    throw new NoBrowserError(`CHROME_PATH is ${path}, which does not start: ${message}`);
  }
}
