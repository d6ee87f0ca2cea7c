import { createReadStream, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/**
 * `npm start [-- recording.json]`: builds the viewer, serves it on this machine only, and prints the address
 * that plays the recording, or a sample.
 */
const SAMPLE = fileURLToPath(new URL('../fixtures/recordings/checkout.v2.json', import.meta.url));
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));

const file = process.argv[2] ? resolve(process.argv[2]) : SAMPLE;
if (!existsSync(file)) {
  console.error(`There is no file ${file}`);
  process.exit(1);
}

const address = `/recording/${encodeURIComponent(basename(file))}`;
const recording = {
  name: 'recording',
  configurePreviewServer(server) {
    server.middlewares.use(address, (_request, response) => {
      response.setHeader('content-type', 'application/octet-stream');
      createReadStream(file).pipe(response);
    });
  },
};

await build({ configFile, mode: 'site', logLevel: 'warn' });
const server = await preview({ configFile, mode: 'site', logLevel: 'warn', plugins: [recording] });
const [base] = server.resolvedUrls?.local ?? [];
console.log(`\n  ${base}#src=${encodeURIComponent(address)}&autoplay\n`);
