import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { ROOT } from './servers.mjs';

describe('README.md', () => {
  it('lists every shape that tests open, as they open it, and no other', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, table] = /## What it opens\n[^|]*((?:\|.*\n)+)/.exec(readme);
    const rows = table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()),
      );
    const expected = SHAPES.map(({ title, format, packing = [] }) => [
      title,
      `\`${format}\``,
      packing.join(', ') || '–',
    ]);
    assert.deepEqual(rows, expected);
  });
});
