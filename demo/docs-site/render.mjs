import GithubSlugger from 'github-slugger';
import { Marked, Renderer } from 'marked';
import { assetAddress, markdownOf, PAGES, siteAddress } from './pages.mjs';

/** The addresses in raw HTML, as pictures for light and dark need it. */
const ADDRESSES = /\b(src|srcset|href)="([^"]+)"/g;

/** What a page shows alive where the code host shows the Markdown between `<!-- live:… -->` and `<!-- live:end -->`. */
const LIVE = {
  player: () =>
    '<portable-replay data-sample="checkout" start-at="0:05" label="A payment fails"></portable-replay>',
  iframe: (markup) =>
    `<iframe data-sample="checkout" title="Session replay: a payment fails" allow="fullscreen"></iframe>${markup}`,
};

/**
 * The headings of a Markdown text with the ids that the code host gives them, all that it links to, and the code in
 * its sentences.
 *
 * @param {string} markdown
 * @returns {{headings: {depth: number, text: string, id: string}[], targets: string[], code: string[]}}
 */
export function outlineOf(markdown) {
  const slugger = new GithubSlugger();
  const headings = [];
  const targets = [];
  const code = [];
  const marked = new Marked({ gfm: true });
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'heading') {
      const text = plainText(token.tokens);
      headings.push({ depth: token.depth, text, id: slugger.slug(text) });
    }
    if (token.type === 'link' || token.type === 'image') targets.push(token.href);
    if (token.type === 'codespan') code.push(unescaped(token.text));
    if (token.type === 'html')
      targets.push(...[...token.text.matchAll(ADDRESSES)].map(([, , address]) => address));
  });
  return { headings, targets, code };
}

/**
 * A page of the documentation as HTML, for Vite to put its styles and scripts in.
 *
 * @param {import('./pages.mjs').DocsPage} page
 */
export function renderPage(page) {
  const markdown = markdownOf(page);
  const { headings } = outlineOf(markdown);
  const isLive = markdown.includes('<!-- live:');
  const title = headings[0]?.text ?? page.nav;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)} · portable-replay</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="../docs-site/docs.css" />
    ${isLive ? '<script type="module" src="../docs-site/live.ts"></script>' : ''}
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header>
      <a class="home" href="../index.html">Open the viewer</a>
      <nav aria-label="Documentation">${listOf(
        PAGES.map(({ name, nav }) => [`${name}.html`, nav, name === page.name]),
      )}</nav>
    </header>
    <main id="content">
      ${bodyOf(markdown, page)}
    </main>
    ${contentsOf(headings)}
  </body>
</html>
`;
}

function bodyOf(markdown, page) {
  const slugger = new GithubSlugger();
  const plain = new Renderer();
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ depth, tokens }) {
        const id = slugger.slug(plainText(tokens));
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const address = siteAddress(href, page);
        const text = this.parser.parseInline(tokens);
        return address === null ? text : `<a href="${escaped(address)}">${text}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escaped(assetAddress(href, page))}" alt="${escaped(text)}" />`;
      },
      html({ text }) {
        return text.replace(ADDRESSES, (_, name, src) => `${name}="${assetAddress(src, page)}"`);
      },
      // What is wider than the page scrolls by itself, by keyboard as well.
      table(token) {
        plain.parser = this.parser;
        return `<div class="table" tabindex="0" role="group" aria-label="Table">${plain.table(token)}</div>`;
      },
      code(token) {
        return plain.code(token).replace('<pre>', '<pre tabindex="0">');
      },
    },
  });
  return marked
    .parse(markdown)
    .replace(/<!-- live:(\w+) -->(.*?)<!-- live:end -->/gs, (_, name, markup) => LIVE[name](markup))
    .replace(/<!--.*?-->/gs, '');
}

/** Links to the sections of a page that has several. */
function contentsOf(headings) {
  const sections = headings.filter(({ depth }) => depth === 2);
  if (sections.length < 3) return '';
  const list = listOf(sections.map(({ id, text }) => [`#${id}`, text, false]));
  return `<nav class="contents" aria-labelledby="on-this-page"><h2 id="on-this-page">On this page</h2>${list}</nav>`;
}

function listOf(links) {
  const items = links.map(
    ([href, text, isCurrent]) =>
      `<li><a href="${href}"${isCurrent ? ' aria-current="page"' : ''}>${escaped(text)}</a></li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

function plainText(tokens) {
  return tokens.map((token) => (token.tokens ? plainText(token.tokens) : unescaped(token.text))).join('');
}

/** marked hands out the text of a code span as HTML. */
function unescaped(text) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
