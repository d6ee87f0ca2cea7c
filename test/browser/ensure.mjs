import { ENGINES } from './engines.mjs';
import { NoBrowserError } from './find-browser.mjs';
import { thisMachine } from './machine.mjs';
import { provideBrowser } from './provide-browser.mjs';

/** `npm run browser`: makes sure that there are browsers to test with, and says which ones they are. */
try {
  for (const [engine, { label }] of Object.entries(ENGINES)) {
    const { path, version, isNew } = await provideBrowser(engine, thisMachine);
    console.log(
      `${label}: ${path} (version ${version}), ${isNew ? 'installed by this run' : 'was there already'}`,
    );
  }
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
