import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * A server on a port of its own, and so an origin of its own.
 *
 * @param {string} folder served below `/`
 * @param {{cors?: boolean, pages?: Record<string, {html: string, csp?: string}>}} options
 */
export async function serve(folder, { cors = false, pages = {} } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    // Browsers look for it when they find the time.
    if (path !== '/favicon.ico') requests.push(path);
    if (cors) response.setHeader('access-control-allow-origin', '*');
    const page = pages[path];
    if (page) {
      if (page.csp) response.setHeader('content-security-policy', page.csp);
      response.writeHead(200, { 'content-type': 'text/html' }).end(page.html);
      return;
    }
    const file = join(folder, normalize(path));
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': found.size,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
