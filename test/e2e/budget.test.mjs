import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { weighBundle } from './bundle-parts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (name) => readFile(join(ROOT, name), 'utf8');

test('what is built keeps to its budgets, bytes gzipped', async (t) => {
  const budgets = JSON.parse(await read('test/budgets.json'));
  const map = JSON.parse(await read('dist/portable-replay.js.map'));
  const weights = {
    ...weighBundle(await read('dist/portable-replay.js'), map),
    embedScript: gzipSync(await read('dist/embed.js')).length,
  };
  t.diagnostic(JSON.stringify(weights));
  assert.deepEqual(Object.keys(budgets), Object.keys(weights), 'what has a budget');
  const tooHeavy = Object.entries(weights).filter(([name, bytes]) => bytes > budgets[name]);
  assert.deepEqual(
    tooHeavy.map(([name, bytes]) => `${name} has ${bytes} bytes, ${budgets[name]} are allowed`),
    [],
  );
});
