import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import * as vite8 from 'vite';
import webpack from 'webpack';
import { addPage } from './scratch-project.mjs';

/** Each bundles the app of a scratch project into a folder that can be served. */
export const BUNDLERS = {
  'Vite 8 for es2022': (project, outDir) => buildWithVite(vite8, project, outDir, { target: 'es2022' }),
  'Vite 8 for es2020': (project, outDir) => buildWithVite(vite8, project, outDir, { target: 'es2020' }),
  // Minifying takes it and webpack most of a minute.
  'Vite 6 for es2020': async (project, outDir) =>
    buildWithVite(await olderVite(project), project, outDir, { target: 'es2020', minify: false }),
  'esbuild with keepNames': buildWithEsbuild,
  'webpack': buildWithWebpack,
};

async function olderVite({ folder }) {
  const require = createRequire(join(folder, 'package.json'));
  const { version } = require('vite/package.json');
  if (!version.startsWith('6.')) throw new Error(`Vite ${version} is not the older one`);
  return import(pathToFileURL(join(folder, 'node_modules/vite/dist/node/index.js')).href);
}

function buildWithVite(vite, { folder }, outDir, options) {
  return vite.build({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { ...options, outDir, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
  });
}

/** esbuild does not look for workers: the worker is an entry of its own, and lands beside the script that starts it. */
async function buildWithEsbuild(project, outDir) {
  await bundleWithEsbuild(project, outDir, {
    'app': './app.js',
    'reader.worker': 'portable-replay/reader.worker.js',
  });
}

/** Forgetting that entry is the mistake to be expected. */
export async function buildWithoutWorker(project, outDir) {
  await bundleWithEsbuild(project, outDir, { app: './app.js' });
}

async function bundleWithEsbuild({ folder }, outDir, entryPoints) {
  await esbuild.build({
    absWorkingDir: folder,
    entryPoints,
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2020',
    keepNames: true,
    logLevel: 'error',
  });
  await addPage(outDir, './app.js');
}

async function buildWithWebpack({ folder }, outDir) {
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './app.js',
    output: { path: outDir, filename: 'app.js' },
    optimization: { minimize: false },
    performance: false,
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  if (errors.length + warnings.length > 0) throw new Error(JSON.stringify([...errors, ...warnings]));
  await addPage(outDir, './app.js');
}

/** How many characters a bundle has that takes one thing from the package. */
export async function minifiedSize({ folder }, contents) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0].text.length;
}
