import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright';
import { launchOptions } from '../../browser/provide-browser.mjs';
import { ROOT, serve } from '../servers.mjs';
import { HOST_PAGE } from './host.mjs';
import { namesIn, openTrap } from './trap.mjs';

/**
 * The trap, a server with the page around the player, and browsers to open it in; for the tests of one file.
 *
 * @param {(trap) => Record<string, { html: string }>} [morePages] that the server has
 */
export async function useHost(morePages = () => ({})) {
  const trap = await openTrap();
  const folder = mkdtempSync(join(tmpdir(), 'portable-replay-isolation-'));
  const host = await serve(ROOT, {
    pages: {
      ...morePages(trap),
      '/': { html: HOST_PAGE },
      '/target': { html: '<!doctype html><title>Target</title>' },
    },
  });
  after(() => {
    trap.close();
    host.close();
    rmSync(folder, { recursive: true });
  });

  /**
   * A browser that writes down whatever it looks up, connects to or asks for. With a profile of its own: without, as
   * in a private window, Chromium takes no hints to connect ahead of time.
   */
  async function launch(name, context = {}) {
    const log = join(folder, `${name}.json`);
    const options = await launchOptions();
    const browser = await chromium.launchPersistentContext(join(folder, name), {
      ...options,
      viewport: { width: 1100, height: 760 },
      ...context,
      args: [...options.args, `--log-net-log=${log}`],
    });
    return {
      newPage: () => browser.newPage(),
      close: () => browser.close(),
      /** Closes it. The hosts of the trap that it had anything to do with, as `NAME.ENTRY`. */
      async namesOnTheWire() {
        await browser.close();
        return namesIn(readFileSync(log, 'utf8'));
      },
    };
  }

  return { trap, host, launch };
}
