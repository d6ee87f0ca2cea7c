import { existsSync } from 'node:fs';
import { findChromium, NoBrowserError } from './find-chromium.mjs';
import { CHROMIUM_ARGS, run, thisMachine } from './machine.mjs';

/**
 * Finds a Chromium that starts, or installs one: Playwright's download first, then Debian's package.
 *
 * Two of these at once do no harm: Playwright and `flock` let one wait for the other.
 *
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Promise<{ path: string, version: string, isNew: boolean }>} `isNew`: this call has installed it
 * @throws {NoBrowserError} when there is none and none can be installed
 */
export async function provideChromium(machine) {
  const find = async () => {
    const { path, version, refusals } = await findChromium(machine);
    for (const refusal of refusals) machine.say(refusal);
    return path === null ? null : { path, version };
  };
  const found = await find();
  if (found) return { ...found, isNew: false };
  for (const install of [downloadPlaywrights, installDebians]) {
    const installed = install(machine) && (await find());
    if (installed) return { ...installed, isNew: true };
  }
  throw new NoBrowserError(
    'There is no browser to test with and none could be installed: install Chromium (on Debian as root: apt-get install chromium), or name yours with CHROME_PATH=/path/to/chromium.',
  );
}

/** What Playwright needs to start the browser that tests use; installs one where there is none. */
export async function launchOptions() {
  const { path } = await provideChromium(thisMachine);
  return { executablePath: path, args: CHROMIUM_ARGS };
}

/** Whether there is a new one, which may still not start. */
function downloadPlaywrights({ playwright, env, say }) {
  // It is there and does not start: it would not start either if it were fetched again.
  if (existsSync(playwright.path)) return false;
  say('No browser to test with yet: downloading the one of Playwright.');
  const args = [playwright.cli, 'install', '--no-shell', '--no-progress', 'chromium'];
  const { isDone, output } = run(process.execPath, args, env);
  if (!isDone) say(`That failed: ${lineOf(output, /^Error: (.+)/m)}`);
  return isDone;
}

/** Fonts come with it: its libraries depend on some. */
function installDebians({ aptGet, isRoot, env, say }) {
  if (!existsSync(aptGet)) return false;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && !run('sudo', ['-n', 'true'], env).isDone) return false;
  say('Installing the Chromium of Debian with apt-get.');
  // A source that cannot be reached is no reason not to try.
  const script = `export DEBIAN_FRONTEND=noninteractive; "$0" -q update; "$0" -q install -y --no-install-recommends chromium`;
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
