import { existsSync } from 'node:fs';
import { ENGINES } from './engines.mjs';

/** There is no browser to test with. The message is a sentence that says what to do. */
export class NoBrowserError extends Error {}

/**
 * The first browser of an engine that starts: the one that its variable names (`CHROME_PATH`) and no other, or else
 * Playwright's own, or else the system's.
 *
 * @param {keyof typeof ENGINES} engine
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Promise<{ path: string | null, isPlaywrights?: boolean, version?: string, refusals: string[] }>} `path` is
 *   null when there is none; a refusal says in one line why a browser that is there cannot be used
 * @throws {NoBrowserError} when the variable names something that is no browser
 */
export async function findBrowser(engine, machine) {
  const named = machine.env[ENGINES[engine].variable];
  if (named) {
    const version = await tryNamed(engine, named);
    return { path: named, isPlaywrights: false, version, refusals: [] };
  }
  const refusals = [];
  const { playwright, system } = machine.paths[engine];
  for (const path of [playwright, ...system]) {
    if (!existsSync(path)) continue;
    const isPlaywrights = path === playwright;
    try {
      return { path, isPlaywrights, version: await tryBrowser(engine, path, isPlaywrights), refusals };
    } catch ({ message }) {
      refusals.push(`${path} does not start: ${message}`);
    }
  }
  return { path: null, refusals };
}

async function tryNamed(engine, path) {
  const { variable } = ENGINES[engine];
  if (!existsSync(path)) {
    throw new NoBrowserError(`${variable} is ${path}, but there is no such file: correct it, or unset it.`);
  }
  try {
    return await tryBrowser(engine, path, false);
  } catch ({ message }) {
    throw new NoBrowserError(`${variable} is ${path}, which does not start: ${message}`);
  }
}

/**
 * Starts a browser and closes it again: one whose libraries are missing is there and yet of no use.
 *
 * @returns {Promise<string>} its version
 * @throws {Error} with the reason in one line
 */
async function tryBrowser(engine, path, isPlaywrights) {
  try {
    const browser = await ENGINES[engine].start(path, isPlaywrights);
    const version = browser.version();
    await browser.close();
    return version;
  } catch (error) {
    throw new Error(reasonIn(error.message), { cause: error });
  }
}

/** What the browser said last, from the log that Playwright makes of it; else how it ended. */
function reasonIn(log) {
  const [, said] = /\[err\] (.+)/.exec(log) ?? [];
  const [, ended] = /<process did exit: ([^>]+)>/.exec(log) ?? [];
  const [first] = log.split('\n');
  return said ?? (ended ? `it ends at once with ${ended}` : first);
}
