import playwright from 'playwright';
import { CHROMIUM_ARGS } from './machine.mjs';
import { WebKitPage } from './webkit-page.mjs';

/**
 * The browsers that tests run in. `packages` are Debian's; `start` starts one and resolves to a browser as
 * Playwright has it, with `version`, `newPage` and `close`. Playwright drives what it has
 * downloaded, and the Chromium and Firefox of a system; of another WebKit it knows nothing.
 */
export const ENGINES = {
  chromium: {
    label: 'Chromium',
    variable: 'CHROME_PATH',
    packages: ['chromium'],
    start: (path) => playwright.chromium.launch({ executablePath: path, args: CHROMIUM_ARGS }),
  },
  firefox: {
    label: 'Firefox',
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr'],
    start: (path, isPlaywrights) => playwright.firefox.launch(firefoxOptions(path, isPlaywrights)),
  },
  webkit: {
    label: 'WebKit',
    variable: 'WEBKIT_DRIVER_PATH',
    packages: ['webkit2gtk-driver', 'xvfb'],
    start: (path, isPlaywrights) =>
      isPlaywrights ? playwright.webkit.launch({ executablePath: path }) : WebKitPage.start(path),
  },
};

/** What Playwright needs to start a Firefox: its own speaks another language than those of Mozilla's making. */
export function firefoxOptions(path, isPlaywrights) {
  return { executablePath: path, ...(isPlaywrights ? {} : { channel: 'moz-firefox' }) };
}
