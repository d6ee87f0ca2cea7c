import shared from '../../web-test-runner.config.mjs';

/** Every recording there is, in every way: `npx wtr --config test/ways/every.config.mjs`. */
export default { ...shared, files: ['test/ways/every-recording.ts'], testsFinishTimeout: 1_800_000 };
