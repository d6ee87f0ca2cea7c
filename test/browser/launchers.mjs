import { playwrightLauncher } from '@web/test-runner-playwright';
import { firefoxOptions } from './engines.mjs';
import { thisMachine } from './machine.mjs';
import { provideBrowser } from './provide-browser.mjs';
import { WebKitPage } from './webkit-page.mjs';

/** What starts the other browsers for the test runner. Installs one where there is none. */
export const LAUNCHERS = {
  async firefox() {
    const { path, isPlaywrights } = await provideBrowser('firefox', thisMachine);
    const options = firefoxOptions(path, isPlaywrights);
    // Only one window has the focus.
    return playwrightLauncher({ product: 'firefox', launchOptions: options, concurrency: 1 });
  },
  async webkit() {
    const { path, isPlaywrights } = await provideBrowser('webkit', thisMachine);
    if (!isPlaywrights) return webkitLauncher(path);
    return playwrightLauncher({ product: 'webkit', launchOptions: { executablePath: path } });
  },
};

/**
 * Runs each test file in a WebKit of the system of its own: one that goes from file to file loses clicks. The type is
 * Playwright's, since the pages are like its pages.
 */
function webkitLauncher(driver) {
  const pages = new Map();
  return {
    name: 'WebKit',
    type: 'playwright',
    async startSession(id, url) {
      pages.set(id, await WebKitPage.start(driver));
      await pages.get(id).goto(url);
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => pages.get(id).url(),
    getPage: (id) => pages.get(id),
    async stopSession(id) {
      const page = pages.get(id);
      pages.delete(id);
      await page.close();
      return {};
    },
    startDebugSession() {
      throw new Error('There is no debugger for this WebKit');
    },
    async stop() {
      await Promise.all([...pages.values()].map((page) => page.close()));
    },
  };
}
