import * as playwright from 'playwright';
import { CHROMIUM_ARGS } from './machine.mjs';
import { WebKitPage } from './webkit-page.mjs';

/**
 * The browsers that tests run in. `packages` are Debian's; `start` starts one and resolves to its version and what
 * closes it. Playwright drives what it has downloaded, and the Chromium and Firefox of a system; of another WebKit it
 * knows nothing.
 */
export const ENGINES = {
  chromium: {
    label: 'Chromium',
    variable: 'CHROME_PATH',
    packages: ['chromium'],
    start: (path) => launch('chromium', { executablePath: path, args: CHROMIUM_ARGS }),
  },
  firefox: {
    label: 'Firefox',
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr'],
    start: (path, isPlaywrights) => launch('firefox', firefoxOptions(path, isPlaywrights)),
  },
  webkit: {
    label: 'WebKit',
    variable: 'WEBKIT_DRIVER_PATH',
    packages: ['webkit2gtk-driver', 'xvfb'],
    start: (path, isPlaywrights) =>
      isPlaywrights ? launch('webkit', { executablePath: path }) : WebKitPage.start(path),
  },
};

/** What Playwright needs to start a Firefox: its own speaks another language than those of Mozilla's making. */
export function firefoxOptions(path, isPlaywrights) {
  return { executablePath: path, ...(isPlaywrights ? {} : { channel: 'moz-firefox' }) };
}

async function launch(engine, options) {
  const browser = await playwright[engine].launch(options);
  return { version: browser.version(), close: () => browser.close() };
}
