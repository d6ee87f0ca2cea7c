import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { path } from './paths.ts';

/** Behind the name of a module: all of it as a function, and the two functions that this is made of. */
const [WHOLE, FIRST, LATER] = ['?function', '?function-first', '?function-later'];
const IMPORTS = /^import\s*\{([^}]*)\}\s*from\s*"[^"]*";/m;
const EXPORTS = /^export\s*\{([^}]*)\};?\s*$/m;

/**
 * `import f from 'module.ts?function'`: the module's default export with all that it imports inside of it. A worker
 * can then be started with the text that `toString` gives, and the function be called where there is no worker. What the
 * module loads by its one `import()` is a function of its own, which is called when that is first asked for: a bundler
 * that puts both into one file wraps each of their modules instead.
 *
 * @param bundled gets the ids of all modules that have gone in
 * @param plugins for the build of what is inside
 */
export function functionImports(bundled: Set<string>, plugins: readonly Plugin[]): Plugin {
  const builds = new Map<string, ReturnType<typeof bundle>>();
  return {
    name: 'function-imports',
    enforce: 'pre',
    async load(id) {
      const [entry = '', suffix] = id.split(/(?=\?)/);
      if (suffix === WHOLE) return joined(entry);
      if (suffix !== FIRST && suffix !== LATER) return null;
      const building = builds.get(entry) ?? bundle(entry, plugins);
      builds.set(entry, building);
      const { first, later } = await building;
      const chunk = suffix === FIRST ? first : later;
      chunk.moduleIds.forEach((module) => bundled.add(module));
      return {
        code: suffix === FIRST ? firstFunction(first, later) : laterFunction(later),
        // The code stands one line further down than in its chunk.
        map: chunk.map && {
          version: 3,
          names: chunk.map.names,
          mappings: `;${chunk.map.mappings}`,
          sources: chunk.map.sources.map((source) => resolve(path('dist'), source)),
          sourcesContent: chunk.map.sourcesContent,
        },
      };
    },
  };
}

function joined(entry: string): string {
  return `
import first from '${entry}${FIRST}';
import later from '${entry}${LATER}';
const run = (...given) => first(later, ...given);
run.toString = () => \`(...given)=>(\${first})(\${later},...given)\`;
export default run;`;
}

/** Hands over what the other chunk imports from this one. */
function firstFunction({ code }: Rolldown.OutputChunk, later: Rolldown.OutputChunk): string {
  const exported = new Map(namesOf(EXPORTS, code).map(([local, name]) => [name, local]));
  const shared = namesOf(IMPORTS, later.code).map(([name]) => exported.get(name));
  const body = code.replace(EXPORTS, '').replaceAll(`import("./${later.fileName}")`, '__load()');
  // The code may have any other names.
  return `export default function (__later, ...__given) {
${body}
let __loaded;
function __load() { return __loaded ??= __later(${shared.join()}); }
return ${exported.get('default')}(...__given);
}`;
}

function laterFunction({ code }: Rolldown.OutputChunk): string {
  const shared = namesOf(IMPORTS, code).map(([, local]) => local);
  const exported = namesOf(EXPORTS, code).map(([local, name]) => `${name}: ${local}`);
  return `export default function (${shared.join()}) {
${code.replace(IMPORTS, '').replace(EXPORTS, '')}
return { ${exported.join()} };
}`;
}

/** The pairs of a list of imports or exports: what is before `as`, and behind it. */
function namesOf(list: RegExp, code: string): (readonly [string, string])[] {
  const [, names = ''] = list.exec(code) ?? [];
  return [...names.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)].map(([, name = '', as = name]) => [name, as]);
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
      lib: { entry, formats: ['es'], fileName: 'run' },
      // What both chunks need is in the first of them.
      rolldownOptions: { preserveEntrySignatures: 'allow-extension' },
    },
  });
  const [built] = [output].flat();
  if (!built || !('output' in built)) throw new Error(`${entry} was not built`);
  const [first, later, ...others] = built.output.filter((file) => file.type === 'chunk');
  if (!first || !later || others.length > 0) throw new Error(`${entry} does not have one import()`);
  return { first, later };
}
