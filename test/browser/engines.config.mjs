import shared from '../../web-test-runner.config.mjs';
import { LAUNCHERS } from './launchers.mjs';

/** `npm run test:engines`: all that runs in Chromium runs in the other engines. */
export default {
  ...shared,
  browsers: await Promise.all([LAUNCHERS.firefox(), LAUNCHERS.webkit()]),
  concurrentBrowsers: 2,
  concurrency: 1,
  // Files that go through every recording take twice as long as in Chromium.
  testsFinishTimeout: 600_000,
};
