import { defaultReporter, summaryReporter } from '@web/test-runner';
import shared from '../../web-test-runner.config.mjs';

/**
 * Every recording there is, in every way, which takes long: `npx wtr --config test/ways/every.config.mjs`. With a
 * pattern in the variable `WAYS` it takes those whose address or name matches, such as `WAYS='/cases/[01]'`.
 */
export default {
  ...shared,
  files: ['test/ways/every-recording.ts'],
  testRunnerHtml: (path) =>
    shared
      .testRunnerHtml(path)
      .replace('<title>', `<meta name="ways" content="${process.env['WAYS'] ?? ''}"><title>`),
  testsFinishTimeout: 1_800_000,
  reporters: [summaryReporter(), defaultReporter()],
};
