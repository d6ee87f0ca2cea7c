import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { path } from './paths.ts';

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

const PAGE = 'index.html';
/** What is beside the viewer without a page that names it. */
const BESIDE = ['icon.svg', 'icon-192.png', 'viewer.webmanifest'];

/** Writes the service worker of the installed viewer: `demo/service-worker.js` with the list of what it keeps. */
export function offlineViewer(): Plugin {
  return {
    name: 'offline-viewer',
    enforce: 'post',
    generateBundle: {
      // After the pages are made.
      order: 'post',
      handler(_, bundle) {
        const files = filesOf(bundle);
        const version = createHash('sha256');
        for (const file of files) version.update(file).update(contentOf(bundle, file));
        const code = readFileSync(path('demo/service-worker.js'), 'utf8')
          .replace('FILES = []', `FILES = ${JSON.stringify(files.map((file) => `./${file}`))}`)
          .replace("VERSION = ''", `VERSION = '${version.digest('hex').slice(0, 12)}'`);
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
      },
    },
  };
}

/** The viewer's page, and what it and its scripts name. */
function filesOf(bundle: Bundle): readonly string[] {
  const files = new Set<string>([PAGE]);
  for (const file of files) {
    const content = contentOf(bundle, file).toString();
    const named = Object.keys(bundle).filter(
      (name) => !name.endsWith('.html') && content.includes(name.split('/').at(-1) ?? name),
    );
    for (const name of named) files.add(name);
  }
  return [...files, ...BESIDE];
}

function contentOf(bundle: Bundle, name: string): Buffer {
  const file = bundle[name];
  if (!file) return readFileSync(path(`demo/public/${name}`));
  return Buffer.from(file.type === 'chunk' ? file.code : file.source);
}
