import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../servers.mjs';

const SOURCES = fileURLToPath(new URL('frameworks', import.meta.url));

/** Taken from the project's own development dependencies: their versions are in the lockfile, and nothing is fetched. */
const PACKAGES = [
  'react',
  'react-dom',
  '@types/react',
  '@types/react-dom',
  'vue',
  '@vitejs/plugin-vue',
  'svelte',
  '@sveltejs/kit',
  '@sveltejs/vite-plugin-svelte',
  'media-chrome',
  'next',
  'typescript',
  '@types/node',
];

const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: [],
  strict: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
};

/**
 * Puts apps of frameworks beside the one of a scratch project, one in a folder. Their components are the snippets of the
 * documentation.
 */
export async function createFrameworkProject({ folder, installed }) {
  const apps = join(folder, 'frameworks');
  await cp(SOURCES, apps, { recursive: true });
  for (const [file, code] of await snippets()) {
    await mkdir(dirname(join(apps, file)), { recursive: true });
    await writeFile(join(apps, file), code);
  }
  const tsconfig = {
    compilerOptions: COMPILER_OPTIONS,
    vueCompilerOptions: { strictTemplates: true },
    include: ['.'],
  };
  for (const app of ['typescript', 'react', 'vue', 'svelte'])
    await writeFile(join(apps, app, 'tsconfig.json'), JSON.stringify(tsconfig));
  await writeFile(join(apps, 'react/complete.ts'), await completeness(installed));
  for (const name of PACKAGES) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), link);
  }
  return apps;
}

/** What the documentation shows for files of apps, by file. */
async function snippets() {
  const pages = ['frameworks', 'recipes'].map((name) => readFile(join(ROOT, `demo/docs/${name}.md`), 'utf8'));
  const text = (await Promise.all(pages)).join('\n');
  return [...text.matchAll(/<!-- file: (\S+) -->\s+```\w+\n(.*?)```/gs)].map(([, file, code]) => [
    file,
    code,
  ]);
}

/** Compiles only if the typings know each attribute and event of the manifest, and no other event; errors name them. */
async function completeness(installed) {
  const { modules } = JSON.parse(await readFile(join(installed, 'dist/custom-elements.json'), 'utf8'));
  const { attributes, events } = modules[0].declarations[0];
  const names = [...attributes.map(({ name }) => name), ...events.map(({ name }) => `on${name}`)];
  return `import type { PortableReplayProps } from 'portable-replay/types/react';
import type { PortableReplayEventMap } from 'portable-replay';

type Documented = ${names.map((name) => `'${name}'`).join(' | ')};
export const untyped: never = null! as Exclude<Documented, keyof PortableReplayProps>;
export const undocumented: never = null! as Exclude<\`on\${keyof PortableReplayEventMap}\`, Documented>;
`;
}
