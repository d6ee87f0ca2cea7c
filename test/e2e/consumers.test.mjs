import { after, before, describe } from 'node:test';
import { bundledApps } from './consumers/bundled-apps.mjs';
import { createFrameworkProject } from './consumers/framework-project.mjs';
import { commandLine } from './consumers/command-line.mjs';
import { examples } from './consumers/examples.mjs';
import { frameworkApps } from './consumers/framework-apps.mjs';
import { frameworkTypes } from './consumers/framework-types.mjs';
import { inNode } from './consumers/in-node.mjs';
import { packageContents } from './consumers/package-contents.mjs';
import { createScratchProject } from './consumers/scratch-project.mjs';
import { types } from './consumers/types.mjs';

describe('the package, installed from its tarball,', async () => {
  /** Packed and installed once for all. */
  const project = {};
  before(async () => {
    Object.assign(project, await createScratchProject());
    project.apps = await createFrameworkProject(project);
  });
  after(() => project.remove());

  packageContents(project);
  types(project);
  frameworkTypes(project);
  inNode(project);
  commandLine(project);
  await examples(project);
  bundledApps(project);
  frameworkApps(project);
});
