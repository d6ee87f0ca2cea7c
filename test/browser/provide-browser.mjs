import { existsSync } from 'node:fs';
import { ENGINES } from './engines.mjs';
import { findBrowser, NoBrowserError } from './find-browser.mjs';
import { CHROMIUM_ARGS, run, thisMachine } from './machine.mjs';

/**
 * Finds a browser of an engine that starts, or installs one: Playwright's download first, then Debian's package.
 *
 * Two of these at once do no harm: Playwright and `flock` let one wait for the other.
 *
 * @param {keyof typeof ENGINES} engine
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Promise<{ path: string, isPlaywrights: boolean, version: string, isNew: boolean }>} `isNew`: this call has
 *   installed it
 * @throws {NoBrowserError} when there is none and none can be installed
 */
export async function provideBrowser(engine, machine) {
  const find = async () => {
    const { refusals, ...browser } = await findBrowser(engine, machine);
    for (const refusal of refusals) machine.say(refusal);
    return browser.path === null ? null : browser;
  };
  const found = await find();
  if (found) return { ...found, isNew: false };
  for (const install of [downloadPlaywrights, installDebians]) {
    const installed = install(engine, machine) && (await find());
    if (installed) return { ...installed, isNew: true };
  }
  const { label, packages, variable } = ENGINES[engine];
  throw new NoBrowserError(
    `There is no ${label} to test with and none could be installed: install it (on Debian as root: apt-get install ${packages.join(' ')}), or name yours with ${variable}=/path/to/it.`,
  );
}

/** What Playwright needs to start the Chromium that tests use; installs one where there is none. */
export async function launchOptions() {
  const { path } = await provideBrowser('chromium', thisMachine);
  return { executablePath: path, args: CHROMIUM_ARGS };
}

/** Whether there is a new one, which may still not start. */
function downloadPlaywrights(engine, { paths, cli, env, say }) {
  // It is there and does not start: it would not start either if it were fetched again.
  if (existsSync(paths[engine].playwright)) return false;
  say(`No ${ENGINES[engine].label} to test with yet: downloading the one of Playwright.`);
  const args = [cli, 'install', '--no-shell', '--no-progress', engine];
  const { isDone, output } = run(process.execPath, args, env);
  if (!isDone) say(`That failed: ${lineOf(output, /^Error: (.+)/m)}`);
  return isDone;
}

/** Fonts come with it: its libraries depend on some. */
function installDebians(engine, { aptGet, isRoot, env, say }) {
  if (!existsSync(aptGet)) return false;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && !run('sudo', ['-n', 'true'], env).isDone) return false;
  const { label, packages } = ENGINES[engine];
  say(`Installing the ${label} of Debian with apt-get.`);
  // A source that cannot be reached is no reason not to try.
  const script = `export DEBIAN_FRONTEND=noninteractive; "$0" -q update; "$0" -q install -y --no-install-recommends ${packages.join(' ')}`;
  const [command, ...args] = [...asRoot, 'flock', aptGet, 'sh', '-c', script, aptGet];
  const { isDone, output } = run(command, args, env);
  if (!isDone) say(`That failed: ${lineOf(output, /^E: (.+)/m)}`);
  return isDone;
}

/** The line that says why, or else the last one. */
function lineOf(output, pattern) {
  const [, reason] = pattern.exec(output) ?? [];
  return reason ?? output.trim().split('\n').at(-1);
}
