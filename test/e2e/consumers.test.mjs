import { after, before, describe } from 'node:test';
import { bundledApps } from './consumers/bundled-apps.mjs';
import { inNode } from './consumers/in-node.mjs';
import { packageContents } from './consumers/package-contents.mjs';
import { createScratchProject } from './consumers/scratch-project.mjs';
import { types } from './consumers/types.mjs';

describe('the package, installed from its tarball,', () => {
  /** Packed and installed once for all. */
  const project = {};
  before(async () => Object.assign(project, await createScratchProject()));
  after(() => project.remove());

  packageContents(project);
  types(project);
  inNode(project);
  bundledApps(project);
});
