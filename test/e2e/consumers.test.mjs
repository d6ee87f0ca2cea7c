import { after, before, describe } from 'node:test';
import { bundledApps } from './consumers/bundled-apps.mjs';
import { createScratchProject } from './consumers/scratch-project.mjs';

describe('the package, installed from its tarball,', () => {
  /** Packed and installed once for all. */
  const project = {};
  before(async () => Object.assign(project, await createScratchProject()));
  after(() => project.remove());

  bundledApps(project);
});
