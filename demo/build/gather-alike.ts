import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { path } from './paths.ts';

/**
 * Puts modules that are alike beside each other in a build: gzip finds what is the same no more than 32 KB back. The
 * entry imports them first, in the order of `alike`; what a module needs comes before it all the same, and what nobody
 * uses is left out all the same.
 *
 * @param entry a module in `src`
 * @param alike paths below `src`
 */
export function gatherAlike(entry: string, alike: readonly RegExp[]): Plugin {
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
