import { createServer } from 'node:http';

/** What is served by the end of an address: enough for a browser to go on from there. */
const BODIES = {
  css: ['text/css', 'i { color: red }'],
  html: ['text/html', '<!doctype html><title>trap</title>'],
  js: ['text/javascript', 'export {};'],
  json: ['application/json', '{}'],
  svg: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
};

/**
 * A server that is never to be asked for anything. Each hostile thing has an address of its own at it, told by its
 * host `NAME.ENTRY.localhost`, which browsers take for this machine without asking anybody.
 */
export async function openTrap() {
  const requests = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    const [type, body] = BODIES[request.url.split('.').at(-1)] ?? ['application/octet-stream', ''];
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
  });
  server.on('connection', () => connections++);
  server.on('upgrade', (request, socket) => {
    requests.push(`${request.headers.host}${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  return {
    requests,
    get connections() {
      return connections;
    },
    /** @returns {import('./vectors.mjs').At} */
    at(name, entry) {
      const host = `${name}.${entry}.localhost`;
      const origin = `http://${host}:${port}`;
      const url = (file = 'x.png') => `${origin}/${file}`;
      // In quotes of one kind only, so that it fits into an attribute as well.
      const run = `try{top.tripwire(\`${name}.${entry}\`)}catch{};fetch(\`${url('run.json')}\`)`;
      return { origin, url, run };
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The names of hosts of the trap in a text, such as the log of a browser, without what follows `NAME.ENTRY`. */
export function namesIn(text) {
  return new Set([...text.matchAll(/([a-z0-9-]+\.[a-z0-9-]+)\.localhost/g)].map(([, name]) => name));
}
