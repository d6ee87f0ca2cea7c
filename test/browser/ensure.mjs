import { NoBrowserError } from './find-chromium.mjs';
import { thisMachine } from './machine.mjs';
import { provideChromium } from './provide-chromium.mjs';

/** `npm run browser`: makes sure that there is a browser to test with, and says which one it is. */
try {
  const { path, version, isNew } = await provideChromium(thisMachine);
  console.log(
    `Browser: ${path} (version ${version}), ${isNew ? 'installed by this run' : 'was there already'}`,
  );
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
