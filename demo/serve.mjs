import { accessSync, constants, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/**
 * `npm start [-- recording.json]`: builds the viewer, serves it on this machine only, and prints the address
 * that plays the recording, or a sample. Ctrl-C ends it.
 */
const SAMPLE = fileURLToPath(new URL('../fixtures/recordings/checkout.v2.json', import.meta.url));
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

const file = process.argv[2] ? resolve(process.argv[2]) : SAMPLE;
const refusal = refusalOf(file);
if (refusal) {
  console.error(refusal);
  process.exit(2);
}

const address = `/recording/${encodeURIComponent(basename(file))}`;
const recording = {
  name: 'recording',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const isViewer = /^\/(index\.html)?($|\?)/.test(request.url);
      // Neither a page around it nor one that opened it can change the address of the viewer. A page cannot say this.
      if (isViewer) {
        response.setHeader('content-security-policy', "frame-ancestors 'self'");
        response.setHeader('cross-origin-opener-policy', 'same-origin');
      }
      next();
    });
    server.middlewares.use(address, (_request, response) => {
      response.setHeader('content-type', 'application/octet-stream');
      // A file that is gone by now, or a page that is closed, ends this answer and nothing else.
      pipeline(createReadStream(file), response, () => undefined);
    });
  },
};

// In a folder of its own: two viewers, or a build beside them, would empty each other's.
const outDir = mkdtempSync(join(tmpdir(), 'portable-replay-'));
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));

// The build's warnings are for those who work on the viewer.
const viewer = { configFile, mode: 'site', logLevel: 'error', build: { outDir } };
await build(viewer);
const server = await preview({ ...viewer, plugins: [recording] });
const [base] = server.resolvedUrls?.local ?? [];
console.log(`\n  ${base}#src=${encodeURIComponent(address)}&autoplay\n`);

/** Why a file cannot be played, in a sentence; undefined when it can be read. */
function refusalOf(path) {
  try {
    if (!statSync(path).isFile()) return `${path} is not a file: name a recording.`;
    accessSync(path, constants.R_OK);
  } catch ({ code }) {
    return code === 'ENOENT' ? `There is no file ${path}` : `${path} cannot be read (${code})`;
  }
}
