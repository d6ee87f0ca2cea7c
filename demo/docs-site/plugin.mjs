import { join } from 'node:path';
import { PAGES, ROOT } from './pages.mjs';
import { renderPage } from './render.mjs';

const BUILT = new Map(PAGES.map((page) => [join(ROOT, `demo/docs/${page.name}.html`), page]));

/** Entries of a build with `docsPages()`. No such files exist: they are made of the Markdown. */
export const docsEntries = [...BUILT.keys()];

/** Serves and builds the Markdown of the documentation as HTML pages. */
export function docsPages() {
  return {
    name: 'docs-pages',
    enforce: 'pre',
    resolveId: (id) => (BUILT.has(id) ? id : null),
    load(id) {
      const page = BUILT.get(id);
      if (!page) return null;
      this.addWatchFile(join(ROOT, page.file));
      return renderPage(page);
    },
    configureServer(server) {
      const files = PAGES.map(({ file }) => join(ROOT, file));
      server.watcher.add(files);
      server.watcher.on('change', (file) => {
        if (files.includes(file)) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const address = new URL(request.url, 'http://localhost').pathname;
        const page = PAGES.find(({ name }) => address === `/docs/${name}.html`);
        if (!page) return next();
        server
          .transformIndexHtml(address, renderPage(page))
          .then((html) => response.setHeader('content-type', 'text/html').end(html), next);
      });
    },
  };
}
