import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { path } from './paths.ts';

const SUFFIX = '?function';

/**
 * `import f from 'module.ts?function'`: the module's default export with all that it imports inside of it. A worker
 * can then be started with the function's text, and the function be called where there is no worker.
 *
 * @param bundled gets the ids of all modules that have gone in
 * @param plugins for the build of what is inside
 */
export function functionImports(bundled: Set<string>, plugins: readonly Plugin[]): Plugin {
  return {
    name: 'function-imports',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const { code, map, moduleIds } = await bundle(id.slice(0, -SUFFIX.length), plugins);
      moduleIds.forEach((module) => bundled.add(module));
      return {
        code: `export default function (...given) {\n${code}\nreturn run(...given);\n}`,
        // The code stands one line further down than in its bundle.
        map: map && {
          version: 3,
          names: map.names,
          mappings: `;${map.mappings}`,
          sources: map.sources.map((source) => resolve(path('dist'), source)),
          sourcesContent: map.sourcesContent,
        },
      };
    },
  };
}

async function bundle(entry: string, plugins: readonly Plugin[]) {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: path('.'),
    plugins: [...plugins],
    build: {
      write: false,
      minify: false,
      sourcemap: 'hidden',
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'run', fileName: 'run' },
    },
  });
  const [built] = [output].flat();
  if (!built || !('output' in built)) throw new Error(`${entry} was not built`);
  return built.output[0];
}
