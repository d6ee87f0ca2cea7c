import { existsSync, readFileSync } from 'node:fs';
import { build, type Connect, type Plugin } from 'vite';
import { path } from './paths.ts';

const FILE = 'portable-replay.js';

/**
 * Puts the single-file build beside the viewer, for the pages that it saves. A server builds it when somebody asks for
 * it.
 */
export function standaloneFile(): Plugin {
  let isServed = false;
  let built: Promise<string> | undefined;
  const serve = ({ middlewares }: { middlewares: Connect.Server }) => {
    isServed = true;
    middlewares.use(`/${FILE}`, (_request, response, next) => {
      built ??= buildStandalone();
      built.then((code) => response.setHeader('content-type', 'text/javascript').end(code), next);
    });
  };
  return {
    name: 'standalone-file',
    configureServer: serve,
    configurePreviewServer: serve,
    generateBundle() {
      const file = path(`dist/${FILE}`);
      if (isServed || !existsSync(file)) return;
      this.emitFile({ type: 'asset', fileName: FILE, source: readFileSync(file) });
    },
  };
}

async function buildStandalone(): Promise<string> {
  const result = await build({
    configFile: path('vite.config.ts'),
    mode: 'one-file',
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  for (const file of outputs) if (file.type === 'chunk' && file.fileName === FILE) return file.code;
  throw new Error(`The build makes no ${FILE}`);
}
