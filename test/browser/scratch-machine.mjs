import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { ENGINES } from './engines.mjs';
import { findBrowser, NoBrowserError } from './find-browser.mjs';
import { thisMachine } from './machine.mjs';

export const MISSING = 'error while loading shared libraries: libnss3.so: cannot open shared object file';

/**
 * A machine in a folder of its own for each test: offline, without a browser. The browsers that are put on it are
 * this machine's by another name, or scripts that end with an error; what installs them are scripts that write such
 * a browser. All of them are started.
 */
export function useScratchMachine(engine = 'chromium') {
  const { variable } = ENGINES[engine];
  let folder;
  const scratch = {
    /** @type {import('./machine.mjs').Machine} */
    machine: null,
    /** This machine's browser: `path`, `version` and `isPlaywrights`. */
    real: null,
    /** Where the real one is started as what it is: Playwright's are driven in another way. */
    kind: () => (engine !== 'chromium' && scratch.real.isPlaywrights ? 'playwright' : 'system'),
    /** The lines that were said. */
    said: [],
    at: (name) => join(folder, name),
    /** Each call of an installer, as a line. */
    calls: () => readFileSync(at('calls'), { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean),
    script(name, ...lines) {
      writeFileSync(at(name), ['#!/bin/sh', ...lines, ''].join('\n'));
      chmodSync(at(name), 0o755);
    },
    browserAt: (name) => scratch.script(name, scratch.browser()),
    /** Shell that is a browser. */
    browser: () => `exec "${scratch.real.path}" "$@"`,
    brokenAt: (name) => scratch.script(name, `echo "${MISSING}" >&2`, 'exit 127'),
    playwrightDoes(statement) {
      const call = `fs.appendFileSync(${JSON.stringify(at('calls'))}, ['playwright', ...process.argv.slice(2)].join(' ') + '\\n');`;
      writeFileSync(at('cli.mjs'), `import fs from 'node:fs';\n${call}\n${statement};\n`);
    },
    playwrightInstalls: (...lines) =>
      scratch.playwrightDoes(
        `fs.writeFileSync(${JSON.stringify(at('playwright'))}, ${JSON.stringify(['#!/bin/sh', ...lines, ''].join('\n'))}, { mode: 0o755 })`,
      ),
    aptGetDoes: (...lines) => scratch.script('bin/apt-get', `echo "apt-get $*" >> ${at('calls')}`, ...lines),
    aptGetInstalls: (...before) => {
      scratch.browserAt('package');
      const install = `cp ${at('package')} ${at(scratch.kind())}`;
      scratch.aptGetDoes(...before, `case "$*" in *install*) ${install} ;; esac`);
    },
  };
  const { at } = scratch;

  before(async () => {
    const { path, version, isPlaywrights } = await findBrowser(engine, thisMachine);
    scratch.real = { path, version, isPlaywrights };
  });
  beforeEach(() => {
    if (folder) rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'portable-replay-browser-'));
    mkdirSync(at('bin'));
    scratch.said = [];
    scratch.machine = {
      env: { ...process.env, [variable]: '', PATH: `${at('bin')}:${process.env.PATH}` },
      isRoot: true,
      cli: at('cli.mjs'),
      aptGet: at('bin/apt-get'),
      paths: { [engine]: { playwright: at('playwright'), system: [at('system'), at('other')] } },
      say: (line) => scratch.said.push(line),
    };
    scratch.playwrightDoes(
      `console.error('Error: getaddrinfo ENOTFOUND cdn\\n    at somewhere (a.js:1:2)'); process.exitCode = 1`,
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  return scratch;
}

/** For `assert.rejects`: the one sentence that says what to do. */
export function inOneSentence(pattern) {
  return (error) => {
    assert.ok(error instanceof NoBrowserError, error.stack);
    assert.match(error.message, pattern);
    assert.ok(!error.message.includes('\n'));
    return true;
  };
}
