import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadConfigFromFile, build } from 'vite';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the bundle takes from other packages. */
const PACKAGES = `
  export { default as player } from 'rrweb-player';
  export { default as styles } from 'rrweb-player/dist/style.css?inline';
  export { CanvasContext, EventType, IncrementalSource, MouseInteractions, NodeType } from '@rrweb/types';
  export { LitElement, css, html, nothing, svg, unsafeCSS } from 'lit';
  export { customElement, property, query, state } from 'lit/decorators.js';
  export { Gunzip, gunzipSync, strToU8, Unzip, UnzipInflate, Unzlib } from 'fflate';
  export { Decompress } from 'fzstd';
  export { sha256 } from '@noble/hashes/sha2.js';
  export { bytesToHex } from '@noble/hashes/utils.js';
  export { default as snappy } from 'snappyjs/snappy_decompressor.js';
`;

test('the bundle keeps to its budgets, bytes gzipped', async (t) => {
  const budgets = JSON.parse(await readFile(join(ROOT, 'test/budgets.json'), 'utf8'));
  const bundle = gzipSync(await readFile(join(ROOT, 'dist/portable-replay.js'))).length;
  const ownCode = bundle - (await sizeOfPackages());
  t.diagnostic(`bundle ${bundle}, own code ${ownCode}`);
  assert.ok(bundle <= budgets.bundle, `the bundle has ${bundle} bytes, ${budgets.bundle} are allowed`);
  assert.ok(ownCode <= budgets.ownCode, `own code has ${ownCode} bytes, ${budgets.ownCode} are allowed`);
});

test('embed.js keeps to its budget', async () => {
  const { embedScript } = JSON.parse(await readFile(join(ROOT, 'test/budgets.json'), 'utf8'));
  const { length } = gzipSync(await readFile(join(ROOT, 'dist/embed.js')));
  assert.ok(length <= embedScript, `embed.js has ${length} bytes, ${embedScript} are allowed`);
});

/** The packages alone, built as they are for the bundle. */
async function sizeOfPackages() {
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(ROOT, 'vite.config.ts'),
  );
  const entry = join(ROOT, 'src/packages.js');
  const virtual = {
    name: 'packages',
    enforce: 'pre',
    resolveId: (id) => (id === entry ? entry : null),
    load: (id) => (id === entry ? PACKAGES : null),
  };
  const [output] = [
    await build({
      ...config,
      configFile: false,
      logLevel: 'error',
      plugins: [...config.plugins, virtual],
      build: { ...config.build, write: false, lib: { ...config.build.lib, entry } },
    }),
  ].flat();
  return gzipSync(output.output[0].code).length;
}
