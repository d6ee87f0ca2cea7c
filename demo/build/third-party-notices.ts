import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** rrweb-player is a bundle: what it was made from has gone in with it. */
const BUNDLE = 'rrweb-player';
const IS_FOR_TYPES = /^@(types|tsconfig)\//;

/**
 * Writes the licences of all packages that have gone into a build.
 *
 * @param moduleIds modules that are in it besides those that the bundler knows
 */
export function thirdPartyNotices(moduleIds: ReadonlySet<string>): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle() {
      const notices = new Map<string, string>();
      for (const id of [...this.getModuleIds(), ...moduleIds]) {
        const folder = folderOf(id);
        if (folder !== null) add(notices, folder);
      }
      const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-NOTICES.txt',
        source: ['portable-replay comes with parts of these packages.\n', ...sorted].join(
          `\n${'-'.repeat(80)}\n\n`,
        ),
      });
    },
  };
}

/** @param isBundled whether what the package depends on is in the build too, unseen by the bundler */
function add(notices: Map<string, string>, folder: string, isBundled = false): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, dependencies = {} } = manifest;
  const key = `${name}@${version}`;
  if (notices.has(key) || IS_FOR_TYPES.test(name)) return;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  notices.set(key, notice(manifest, file === undefined ? null : readFileSync(join(folder, file), 'utf8')));
  if (name !== BUNDLE && !isBundled) return;
  for (const dependency of Object.keys(dependencies)) add(notices, installed(dependency, folder), true);
}

/** Where a package finds one that it depends on. */
function installed(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return installed(name, dirname(from));
}

/** The folder of the package that a module belongs to; null for modules of ours, and those of the bundler. */
function folderOf(id: string): string | null {
  return /^\/?.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? null;
}

function notice({ name, version, license, author }: Manifest, text: string | null): string {
  const head = `${name} ${version} (${license ?? 'licence unknown'})\n`;
  if (text !== null) return `${head}\n${text.trim()}\n`;
  if (license !== 'MIT') throw new Error(`${name} has no text of its licence`);
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return `${head}\nCopyright (c) ${holder}\n\n${MIT}`;
}

/** For packages that name this licence without its text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
