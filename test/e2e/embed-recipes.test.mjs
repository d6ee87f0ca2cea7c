import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT } from './servers.mjs';

const markdown = await readFile(join(ROOT, 'demo/docs/embedding.md'), 'utf8');
const run = promisify(execFile);

/** The blocks of code in a language. */
const blocksOf = (language) =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code);
const pages = new Map(
  [...markdown.matchAll(/<!-- page: ([\w-]+) -->\s+```html\n(.*?)```/gs)].map(([, name, html]) => [
    name,
    html,
  ]),
);

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const STATIC = 'https://static.example';
const CORS = { 'access-control-allow-origin': '*' };

/** What the examples have on their server, where it is here. */
function fileAt({ pathname }) {
  if (pathname === '/recordings/checkout.json') return 'fixtures/recordings/checkout.v2.json';
  return pathname.startsWith('/replay/') ? pathname.replace('/replay/', 'dist/') : null;
}

describe('the recipes for embedding', () => {
  const browser = useBrowser();

  /** Opens a page on a made up origin; everything else is at `STATIC`, or on the same origin. */
  async function open(html, address = 'https://docs.example/page.html') {
    const { page, errors } = await browser.open('about:blank');
    const missing = [];
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.href === address) return route.fulfill({ contentType: 'text/html', body: html });
      const isHere = [STATIC, new URL(address).origin].includes(url.origin);
      const file = isHere ? fileAt(url) : null;
      const body = file && (await readFile(join(ROOT, file)).catch(() => null));
      if (body) return route.fulfill({ contentType: TYPES[extname(file)], headers: CORS, body });
      missing.push(url.href);
      return route.fulfill({ status: 404 });
    });
    await page.goto(address);
    await page.waitForFunction(() => frames.length === 1);
    return { page, embed: page.frames()[1], errors, missing };
  }

  const withScript = (html) =>
    `<!doctype html><script src="${STATIC}/replay/embed.js" defer></script>${html}`;
  const icon = '<link rel="icon" href="data:," />';

  it('are all opened here', () => {
    assert.equal(pages.size, blocksOf('html').length);
    assert.ok(pages.size >= 8);
  });

  for (const [name, html] of pages) {
    it(`play: ${name}`, async () => {
      const isWhole = /<script|<iframe/.test(html);
      const { embed, errors, missing } = await open((isWhole ? html : withScript(html)) + icon);
      await seeText(embed, '#title', /Checkout|Plants for shady corners/);
      assert.deepEqual(
        missing.filter((address) => !address.endsWith('/favicon.ico')),
        [],
      );
      assert.deepEqual(errors, []);
    });
  }

  it('play by their address alone, with the fragment as query, too', async () => {
    const [text] = blocksOf('text');
    for (const address of [text.trim(), text.trim().replace('#', '?')]) {
      const { embed } = await open(
        `<!doctype html><iframe src="${address.replaceAll('&', '&amp;')}"></iframe>`,
      );
      await seeText(embed, '#title', 'Checkout');
    }
  });

  it('load the script on every page of docs sites', async () => {
    const settings = blocksOf('js').filter((code) => code.includes('export'));
    assert.equal(settings.length, 3);
    for (const code of settings) {
      const { default: whole, options = whole } = await import(
        `data:text/javascript,${encodeURIComponent(code)}`
      );
      assert.ok(JSON.stringify(options).includes(`"src":"${STATIC}/replay/embed.js"`));
    }
  });

  it('let buckets be read from the origin of the embed', () => {
    const [s3, gcs, r2] = blocksOf('json').map((json) => JSON.parse(json));
    for (const [origins, methods] of [
      [s3[0].AllowedOrigins, s3[0].AllowedMethods],
      [gcs[0].origin, gcs[0].method],
      [r2.rules[0].allowed.origins, r2.rules[0].allowed.methods],
    ]) {
      assert.deepEqual(origins, [STATIC]);
      assert.deepEqual(methods, ['GET', 'HEAD']);
    }
  });

  it('configure nginx with what it can read', async (t) => {
    const [config] = blocksOf('nginx');
    const statements = config
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    assert.ok(statements.every((line) => /[;{}]$/.test(line)));
    assert.equal(config.split('{').length, config.split('}').length);
    const folder = await mkdtemp(join(tmpdir(), 'portable-replay-nginx-'));
    const file = join(folder, 'nginx.conf');
    await writeFile(file, `pid ${folder}/pid;\nevents {}\nhttp {\n${config}\n}\n`);
    await run('nginx', ['-t', '-p', folder, '-c', file])
      .catch((error) => {
        if (error.code !== 'ENOENT') throw error;
        t.diagnostic('nginx is not installed');
      })
      .finally(() => rm(folder, { recursive: true }));
  });
});
