import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const next = await realpath(join(root, 'node_modules/next'));

export default {
  turbopack: { root },
  experimental: {
    // Packages that are links are followed to nowhere else.
    turbopackAdditionalRoots: { linked: { path: join(next, '../..') } },
    // Minifying, and a cache for the next build, take a third of the time.
    turbopackMinify: false,
    turbopackFileSystemCacheForBuild: false,
  },
};
