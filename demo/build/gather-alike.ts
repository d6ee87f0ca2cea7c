import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { path } from './paths.ts';

/**
 * Puts modules that are alike beside each other in a build: gzip finds what is the same no more than 32 KB back. The
 * entry imports them first, in the order of `alike`; what a module needs comes before it all the same, and what nobody
 * uses is left out all the same.
 *
 * @param entry a module in `src`
 * @param alike tests of paths below `src`
 */
export function gatherAlike(entry: string, alike: readonly Pick<RegExp, 'test'>[]): Plugin {
  return {
    name: 'gather-alike',
    transform(code, id) {
      if (id !== path(`src/${entry}`)) return null;
      const files = readdirSync(path('src'), { recursive: true, encoding: 'utf8' }).sort();
      const imports = alike.flatMap((kind) =>
        files.filter((file) => file.endsWith('.ts') && kind.test(file)),
      );
      // On one line with the first, so that the source map stays true.
      return { code: imports.map((file) => `import '${path(`src/${file}`)}';`).join('') + code, map: null };
    },
  };
}

const IMPORT = /^(?:import|export) (?!type )[^;]*?from '(\.[^']*)';/gm;

/**
 * Tests whether something is needed by both of two sides, each told by the modules that it begins with: paths below `src`.
 * What they load later does not count.
 */
export function neededByBoth(...sides: readonly [string[], string[]]): Pick<RegExp, 'test'> {
  const needed = sides.map((entries) => {
    const files = new Set(entries);
    // Those that are added meanwhile are looked at as well.
    for (const file of files)
      for (const [, name = ''] of readFileSync(path(`src/${file}`), 'utf8').matchAll(IMPORT))
        files.add(join(file, '..', name));
    return files;
  });
  return { test: (file) => needed.every((files) => files.has(file)) };
}
