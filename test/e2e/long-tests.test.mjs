import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fingerprint, SETS } from '../long/fingerprint.mjs';

/** What is an input of one set and not of the other. */
const ADDED = { long: 'test/e2e/hostile/vectors.mjs', engines: 'test/masks/new.test.ts' };

for (const set of Object.keys(SETS))
  describe(`what npm run test:${set} has passed with`, () => {
    let root;
    let before;
    const write = (name, content) => {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    };
    const git = (...args) => execFileSync('git', args, { cwd: root });
    const now = (version = '1.2.3') => fingerprint(root, set, `Browser ${version}`);

    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'portable-replay-long-'));
      git('init', '-q');
      write('.gitignore', 'dist/\n');
      write('src/a.ts', 'a');
      write('src/b.ts', 'b');
      write('package-lock.json', '{}');
      write('README.md', 'words');
      git('add', '.');
      before = now();
    });
    afterEach(() => rmSync(root, { recursive: true }));

    for (const [title, change] of [
      ['a file is changed', () => write('src/a.ts', 'A')],
      ['a file is added, even where git does not know it yet', () => write('src/core/c.ts', 'c')],
      ['a file is removed', () => rmSync(join(root, 'src/a.ts'))],
      ['two files change places', () => (write('src/a.ts', 'b'), write('src/b.ts', 'a'))],
      ['a dependency is another', () => write('package-lock.json', '{"lockfileVersion":3}')],
      ['the build is another', () => write('demo/build/patch.ts', '')],
      ['a recording is added', () => write('fixtures/recordings/new.json', '[]')],
      ['a test of the set is added', () => write(ADDED[set], '')],
    ]) {
      it(`is something else when ${title}`, () => {
        change();
        assert.notEqual(now(), before);
      });
    }

    it('is something else in another browser', () => {
      assert.notEqual(now('1.2.4'), before);
    });

    it('is the same after a commit, other words, what is built, and what is written of it', () => {
      write('README.md', 'other words');
      for (const other of Object.keys(SETS)) if (other !== set) write(ADDED[other], '');
      write('src/dist/built.js', '');
      for (const { passed } of Object.values(SETS)) write(passed, before);
      git('add', '.');
      assert.equal(now(), before);
    });
  });
