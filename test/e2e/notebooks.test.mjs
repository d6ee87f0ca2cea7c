import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { replayedPage, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const SAMPLES = ['checkout.v2.json.gz', 'console-network.jsonl', 'signals.jsonl', 'two-tabs.jsonl'];

/** The notebooks, as far as they need no Python: the commands, the SQL, and the HTML that a cell shows. */
describe('the notebooks', () => {
  const browser = useBrowser();
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portable-replay-notebooks-'));
    await mkdir(join(folder, 'recordings'));
    for (const name of SAMPLES)
      await cp(join(ROOT, 'fixtures/recordings', name), join(folder, 'recordings', name));
  });
  after(() => rm(folder, { recursive: true }));

  /** Runs `npx portable-replay …` in a folder beside the recordings. */
  async function run([npx, name, ...args]) {
    assert.deepEqual([npx, name], ['npx', 'portable-replay']);
    const options = { cwd: folder, maxBuffer: 2 ** 26 };
    return (await promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], options))
      .stdout;
  }

  it('show a replay in a cell, which asks for nothing', async () => {
    const code = await codeOf('player.ipynb');
    const [, listed] = /command = (\[.*\])/.exec(code);
    const [, recording] = /^replay\((".*")\)$/m.exec(code);
    const page = await run(JSON.parse(listed.replace('recording,', `${recording},`)));
    const [, height] = /height=(\d+)/.exec(code);
    const [, template] = /HTML\(f'''(.*?)'''\)/s.exec(code);
    const values = { 'html.escape(page)': escaped(page), height };
    const output = template.replace(/\{(.*?)\}/g, (_, name) => values[name]);

    const notebook = await serve(folder, {
      pages: {
        '/': { html: `<!doctype html><meta charset="utf-8"><div class="jp-RenderedHTML">${output}</div>` },
      },
    });
    try {
      const { page: shown, errors } = await browser.open('about:blank');
      const requests = [];
      shown.on('request', (request) => requests.push(request.url()));
      await shown.goto(notebook.origin);
      const cell = await (
        await shown.locator('iframe[title="Session replay"]').elementHandle()
      ).contentFrame();
      await cell.locator('.stage .page:not(.standby) iframe').waitFor();
      await (await replayedPage(cell)).getByText('Plants for shady corners').waitFor();
      await cell.locator('replay-play-button button').first().click();
      await cell.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.3);
      assert.deepEqual(
        requests.filter((address) => !/^(blob|data|about):/.test(address)),
        [`${notebook.origin}/`],
      );
      assert.deepEqual(errors, []);
    } finally {
      notebook.close();
    }
  });

  it('ask the tables of extract what there is', async () => {
    const code = await codeOf('sessions.ipynb');
    const [, command] = /^!(npx .*)$/m.exec(code);
    await run(command.split(' '));
    const [, table] = /return f"(.*)"/.exec(code);
    const statements = [...code.matchAll(/duckdb\.sql\(f"""(.*?)"""\)/gs)].map(([, sql]) =>
      sql.replace(/\{table\('(\w+)'\)\}/g, (_, name) =>
        table.replace('{name}', name).replace("'tables/", `'${folder}/tables/`),
      ),
    );
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const [failures, signals] = await Promise.all(
      statements.map(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson()),
    );
    connection.closeSync();
    assert.equal(statements.length, 2);
    const [first] = failures;
    assert.match(first.href, /console\.html/);
    assert.ok(first.urls.some((url) => url.endsWith('/api/crash')));
    assert.ok(signals.some(({ rule }) => rule === 'rage-click'));
  });
});

/** The code of all cells. */
async function codeOf(name) {
  const { cells } = JSON.parse(await readFile(join(ROOT, 'demo/notebooks', name), 'utf8'));
  const code = cells.filter((cell) => cell.cell_type === 'code');
  assert.deepEqual(
    code.flatMap(({ outputs }) => outputs),
    [],
    'outputs are not committed',
  );
  return code.map(({ source }) => source.join('')).join('\n');
}

/** As Python's `html.escape`. */
function escaped(text) {
  const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]);
}
