import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isBuiltin, SourceMap } from 'node:module';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

/** A text in each build, and the source that it stands in. */
const MAPPED = [
  ['dist/portable-replay.js', 'customElements.define(', /\.\/src\/define\.ts$/],
  ['dist/portable-replay.js', 'No worker could start', /\/src\/.*\.ts$/],
  ['dist/worker/reader.worker.js', 'damaged-packing', /\/src\/core\/.*\.ts$/],
  ['dist/define.js', 'customElements.define(', /\/src\/define\.ts$/],
];

export function packageContents(project) {
  describe('has in it', () => {
    const read = (path) => readFile(join(project.installed, path), 'utf8');
    const readJson = async (path) => JSON.parse(await read(path));
    const assertShipped = (path) => assert.ok(project.files.includes(posix.normalize(path)), path);

    it('every file that package.json names', async () => {
      const manifest = await readJson('package.json');
      const targets = Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : [entry.types, entry.default],
      );
      const { main, module, types, customElements, sideEffects } = manifest;
      // What has effects among the sources is for the project's own builds.
      const effects = sideEffects.filter((path) => !path.startsWith('./src/'));
      for (const path of [...targets, main, module, types, customElements, ...effects]) assertShipped(path);
      for (const path of ['LICENSE', 'README.md', 'SECURITY.md', 'dist/THIRD-PARTY-NOTICES.txt'])
        assertShipped(path);
    });

    it('the viewer and embed.html with all that they load, and no other page of the site', async () => {
      const site = project.files.filter((path) => path.startsWith('dist/site/'));
      const others = site.filter((path) => !/^dist\/site\/assets\/[^/]+\.(js|css)$/.test(path));
      const viewer = ['icon-192.png', 'icon.svg', 'index.html'].map((name) => `dist/site/${name}`);
      assert.deepEqual(others.toSorted(), ['dist/site/embed.html', ...viewer]);
      const pages = await Promise.all(['embed', 'index'].map((name) => read(`dist/site/${name}.html`)));
      const waiting = [...pages.join('').matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(
        ([, path]) => path,
      );
      assert.ok(waiting.length > 2);
      const loaded = new Set();
      for (const path of waiting) {
        if (loaded.has(path)) continue;
        loaded.add(path);
        assertShipped(`dist/site/${path}`);
        const code = await read(`dist/site/${path}`);
        const named = code.matchAll(/["'`](?:\.\/|assets\/)?([\w.-]+-[\w-]{8}\.(?:js|css))["'`]/g);
        waiting.push(...[...named].map(([, name]) => `assets/${name}`));
      }
      assert.ok([...loaded].some((path) => path.includes('reader.worker')));
    });

    it('nothing that publint or are-the-types-wrong has against a package of modules', async () => {
      const { messages } = await publint({ pkgDir: project.installed, pack: false, strict: true });
      assert.deepEqual(messages, []);
      const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      const options = ['--profile', 'esm-only', '--no-color'];
      const { stdout, code = 0 } = await run(process.execPath, [attw, project.tarball, ...options]).catch(
        (failure) => failure,
      );
      assert.equal(code, 0, stdout);
    });

    it('every file that the manifest names', async () => {
      for (const { path } of (await readJson('dist/custom-elements.json')).modules) assertShipped(path);
    });

    it('every file that a script imports, and no word that is left to a build', async () => {
      const { dependencies } = await readJson('package.json');
      const scripts = project.files.filter((path) => path.endsWith('.js'));
      for (const script of scripts) {
        const code = await read(script);
        const isForNode = script.startsWith('dist/cli/');
        assert.ok(isForNode || !/process\.env|["'][^"'\s]+\?(inline|function)["']/.test(code), script);
        for (const [, specifier] of code.matchAll(/^(?:import|export) [^'"\n]*["']([^"'\n]+)["'];$/gm)) {
          if (specifier.startsWith('.')) assertShipped(posix.join(posix.dirname(script), specifier));
          else if (!(isForNode && isBuiltin(specifier)))
            assert.ok(
              Object.keys(dependencies).some((name) => `${specifier}/`.startsWith(`${name}/`)),
              specifier,
            );
        }
      }
    });

    it('the sources of every script, as the maps name them', async () => {
      for (const script of project.files.filter((path) => path.endsWith('.js'))) {
        const [, name] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(await read(script)) ?? [];
        if (name === undefined) continue;
        const map = posix.join(posix.dirname(script), name);
        assertShipped(map);
        const { sources, sourcesContent = [] } = await readJson(map);
        assert.equal(sources.length, sourcesContent.length, map);
        assert.ok(
          sourcesContent.every((text) => typeof text === 'string'),
          map,
        );
        for (const source of sources) assert.match(source, /^(\.\.\/)+(src|node_modules)\//, map);
      }
      for (const [script, text, source] of MAPPED) {
        const found = await originOf(script, text);
        assert.match(found.source, source, script);
        assert.ok(found.line.includes(text), `${script}: ${found.line}`);
      }
    });

    async function originOf(script, text) {
      const code = await read(script);
      const map = await readJson(`${script}.map`);
      const lines = code.slice(0, code.lastIndexOf(text)).split('\n');
      const entry = new SourceMap(map).findEntry(lines.length - 1, lines.at(-1).length);
      const content = map.sourcesContent[map.sources.indexOf(entry.originalSource)].split('\n');
      return { source: entry.originalSource, line: content[entry.originalLine] };
    }

    it('the licences of all packages that the scripts are made of', async () => {
      const notices = await read('dist/THIRD-PARTY-NOTICES.txt');
      for (const map of project.files.filter((path) => path.endsWith('.js.map'))) {
        for (const source of (await readJson(map)).sources) {
          const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
          if (name !== undefined) assert.ok(notices.includes(`\n${name} `), name);
        }
      }
      for (const name of ['postcss', 'rrweb']) assert.ok(notices.includes(`\n${name} `), name);
    });
  });
}
