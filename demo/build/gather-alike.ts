import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { path } from './paths.ts';

const ENTRY = path('src/define.ts');
/**
 * Half of the words in each language, the other half, and the styles. gzip finds what is the same no more than 32 KB
 * back: all words of a language are more than that, and half of them are less.
 */
const ALIKE = [/^locale\/\w\w\/[a-h]/, /^locale\/\w\w\/[i-z]/, /styles\.ts$/];

/**
 * Puts modules that are alike beside each other in a build, where compression finds it. The entry imports them first, in
 * that order; what a module needs comes before it all the same.
 */
export function gatherAlike(): Plugin {
  return {
    name: 'gather-alike',
    transform(code, id) {
      if (id !== ENTRY) return null;
      const files = readdirSync(path('src'), { recursive: true, encoding: 'utf8' }).sort();
      const alike = ALIKE.flatMap((kind) => files.filter((file) => kind.test(file)));
      // On one line with the first, so that the source map stays true.
      return { code: alike.map((file) => `import './${file}';`).join('') + code, map: null };
    },
  };
}
