/**
 * Keeps the installed viewer, and nothing else, so that it opens without a network. `demo/build/offline-viewer.ts` puts
 * in what belongs to it. Recordings are never kept; what another app shares is handed to the viewer that opens for it.
 */
const FILES = [];
const VERSION = '';

const PREFIX = 'portable-replay-viewer-';
const CACHE = PREFIX + VERSION;
const SHARE = new URL('./share', location.href).pathname;
// With a fragment of its own, so that it gets none of the address that was posted to.
const VIEWER = new URL('./index.html#', location.href);
const KEPT = new Set(FILES.map((file) => new URL(file, location.href).pathname));

addEventListener('install', (event) => {
  event.waitUntil(keep());
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

addEventListener('activate', (event) => {
  event.waitUntil(dropOthers());
});

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === SHARE) {
    event.respondWith(Response.redirect(VIEWER, 303));
    event.waitUntil(handOver(request.formData(), event.resultingClientId));
  }
  const kept = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  if (request.method === 'GET' && KEPT.has(kept)) event.respondWith(fromCache(kept, request));
});

/** What was dropped by the browser to make room comes from the network. */
async function fromCache(kept, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(kept)) ?? fetch(request);
}

/** Files of another app, to the viewer once it has asked for them. */
async function handOver(form, clientId) {
  const viewer = await asking(clientId);
  viewer.postMessage({ shared: (await form).getAll('recordings') });
}

function asking(clientId) {
  return new Promise((resolve) => {
    const listen = ({ data, source }) => {
      if (data !== 'shared?' || (clientId && source.id !== clientId)) return;
      removeEventListener('message', listen);
      resolve(source);
    };
    addEventListener('message', listen);
  });
}
