import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `npm run dev`: serves the viewer from its sources, with a sample playing, and reloads it on every edit. */
const SAMPLE = fileURLToPath(new URL('../fixtures/recordings/checkout.v2.json', import.meta.url));
const ADDRESS = '/sample.json';

const sample = {
  name: 'sample',
  configureServer({ middlewares }) {
    middlewares.use(ADDRESS, (_request, response) => {
      response.setHeader('content-type', 'application/json');
      createReadStream(SAMPLE).pipe(response);
    });
  },
};

const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  mode: 'site',
  clearScreen: false,
  plugins: [sample],
});
await server.listen();
const [base] = server.resolvedUrls?.local ?? [];
console.log(`\n  ${base}#src=${encodeURIComponent(ADDRESS)}&autoplay\n`);
