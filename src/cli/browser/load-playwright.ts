import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserType } from 'playwright';
import { packageFile } from '../package-file.ts';
import { UsageError } from '../verb.ts';

/** The little of Playwright that is used. */
export interface Playwright {
  readonly chromium: BrowserType;
}

const NAMES = ['playwright', 'playwright-core', '@playwright/test'];

/**
 * Playwright, which does not come along with this package: that of the folder in which the command runs, or else one that
 * is installed beside this package.
 *
 * @throws UsageError when there is none, with what to type
 */
export function loadPlaywright(folders = [process.cwd(), packageFile('')]): Playwright {
  for (const folder of folders) {
    const require = createRequire(join(folder, 'package.json'));
    for (const name of NAMES) {
      const path = resolveIn(require, name);
      if (path !== null) return require(path) as Playwright;
    }
  }
  throw new UsageError(`Pages are shown in Chromium by Playwright, which is not installed. Type:

  npm install --save-dev playwright
  npx playwright install chromium
`);
}

function resolveIn(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}
