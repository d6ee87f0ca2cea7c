import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { launchOptions } from '../browser/provide-browser.mjs';
import { replayedPage, useBrowser } from './browser.mjs';
import { ROOT } from './servers.mjs';

const MAIN = join(ROOT, 'dist/cli/main.js');
const CHECKOUT = join(ROOT, 'fixtures/recordings/checkout.v2.json');
const TWO_TABS = join(ROOT, 'fixtures/recordings/two-tabs.v2.json');

/**
 * A page of 300 × 200 pixels with a coloured box in its corner, something hidden beside it, and a text below. After two
 * seconds box and text are others.
 */
function boxes() {
  const start = Date.UTC(2026, 0, 1);
  const element = (id, tagName, attributes, childNodes = []) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const box = (colour) =>
    `position: absolute; left: 0; top: 0; width: 100px; height: 50px; background: ${colour}`;
  const hidden =
    'position: absolute; left: 150px; top: 0; width: 100px; height: 50px; border: 0; padding: 0; color: white';
  const body = element(4, 'body', { style: 'margin: 0' }, [
    element(5, 'div', { style: box('rgb(200, 0, 0)'), title: 'before' }),
    element(6, 'input', { type: 'text', value: '****', style: hidden }),
    element(7, 'h1', { style: 'position: absolute; top: 60px' }, [{ type: 3, id: 8, textContent: 'Before' }]),
    element(9, 'a', { href: 'https://shop.test/cart' }, [{ type: 3, id: 10, textContent: 'Cart' }]),
    element(11, 'p', { style: 'display: none' }),
  ]);
  const html = element(2, 'html', {}, [element(3, 'head', {}), body]);
  return [
    { type: 4, timestamp: start, data: { href: 'https://shop.test/', width: 300, height: 200 } },
    {
      type: 2,
      timestamp: start,
      data: { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { top: 0, left: 0 } },
    },
    {
      type: 3,
      timestamp: start + 2000,
      data: {
        source: 0,
        texts: [{ id: 8, value: 'After' }],
        attributes: [{ id: 5, attributes: { style: box('rgb(0, 0, 200)'), title: 'after' } }],
        removes: [],
        adds: [],
      },
    },
    {
      type: 3,
      timestamp: start + 4000,
      data: { source: 1, positions: [{ x: 50, y: 25, id: 5, timeOffset: 0 }] },
    },
  ];
}

describe('the command portable-replay, with a browser,', () => {
  const browser = useBrowser();
  let folder;
  let env;
  let boxesFile;
  before(async () => {
    const { executablePath } = await launchOptions();
    env = { ...process.env, CHROME_PATH: executablePath, FORCE_COLOR: '0' };
    folder = await mkdtemp(join(tmpdir(), 'cli-pages-'));
    boxesFile = join(folder, 'boxes.json');
    await writeFile(boxesFile, JSON.stringify(boxes()));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Runs the command to its end. */
  function run(args, { main = MAIN, input = '', ...options } = {}) {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [main, ...args],
        { env, cwd: folder, encoding: 'buffer', ...options },
        (error, stdout, stderr) =>
          resolve({
            code: error ? error.code : 0,
            bytes: stdout,
            stdout: stdout.toString(),
            stderr: stderr.toString(),
          }),
      );
      child.stdin.end(input);
    });
  }

  async function done(args, options) {
    const { code, stderr, ...ended } = await run(args, options);
    assert.deepEqual([code, stderr], [0, '']);
    return ended;
  }

  /** The size of a picture, and colours in it. */
  async function look(png, points) {
    const { page } = await browser.open('about:blank');
    const looked = await page.evaluate(
      async ([address, places]) => {
        const bitmap = await createImageBitmap(await (await fetch(address)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const colours = places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]);
        return { size: [bitmap.width, bitmap.height], colours };
      },
      [`data:image/png;base64,${png.toString('base64')}`, points],
    );
    await page.close();
    return looked;
  }

  const WHITE = [255, 255, 255];
  const RED = [200, 0, 0];
  const BLUE = [0, 0, 200];

  describe('screenshot', () => {
    it('takes a picture of the page at a moment, without the pointer', async () => {
      for (const [time, colour] of [
        ['1', RED],
        ['0:02', BLUE],
        ['4s', BLUE],
      ]) {
        const { bytes } = await done(['screenshot', boxesFile, '--at', time]);
        assert.deepEqual(
          await look(bytes, [
            [50, 25],
            [120, 25],
          ]),
          {
            size: [300, 200],
            colours: [colour, WHITE],
          },
        );
      }
    });

    it('marks what is hidden, unless told not to', async () => {
      const inside = [
        [153, 3],
        [200, 25],
        [246, 46],
      ];
      const marked = await done(['screenshot', boxesFile, '--at', '1', '--out', 'marked.png']);
      assert.equal(marked.stdout, '');
      const { colours } = await look(await readFile(join(folder, 'marked.png')), inside);
      assert.ok(
        colours.every((colour) => Math.min(...colour) < 240),
        JSON.stringify(colours),
      );
      const { bytes } = await done(['screenshot', boxesFile, '--at', '1', '--no-masks']);
      assert.deepEqual((await look(bytes, inside)).colours, [WHITE, WHITE, WHITE]);
    });

    it('is as large as is wanted', async () => {
      for (const [size, expected, point] of [
        [
          ['--width', '150'],
          [150, 100],
          [40, 20],
        ],
        [
          ['--height', '400'],
          [600, 400],
          [190, 90],
        ],
        [
          ['--width', '150', '--height', '400'],
          [150, 100],
          [40, 20],
        ],
      ]) {
        const { bytes } = await done(['screenshot', boxesFile, '--at', '1', ...size]);
        assert.deepEqual(await look(bytes, [point]), { size: expected, colours: [RED] });
      }
    });

    it('shows the screen of an app without a device around it', async () => {
      const { bytes } = await done([
        'screenshot',
        join(ROOT, 'fixtures/recordings/app-ios.json'),
        '--at',
        '3',
      ]);
      const { size, colours } = await look(bytes, [
        [0, 20],
        [389, 20],
        [0, 840],
      ]);
      assert.deepEqual(size, [390, 844]);
      const [left, right, bottom] = colours;
      assert.deepEqual(left, right);
      assert.ok(left[1] > left[0] && Math.min(...bottom) > 230, JSON.stringify(colours));
    });

    it('takes one of each recording, and tells of those that cannot be read or have no such moment', async () => {
      const { code, stderr } = await run(
        ['screenshot', boxesFile, 'gone.json', '-', '--at', '0:10', '--width', '64', '--out', 'pictures/'],
        { input: await readFile(CHECKOUT) },
      );
      assert.equal(code, 3);
      assert.match(stderr, /boxes\.json: There is no 0:10 in it: it is 0:04 long/);
      assert.match(stderr, /gone\.json: .*\(network\)/);
      const { size } = await look(await readFile(join(folder, 'pictures/stdin.png')), []);
      assert.deepEqual(size, [64, 36]);
      const again = await run(['screenshot', boxesFile, '--at', '1', '--out', 'pictures/stdin.png']);
      assert.equal(again.code, 2);
      assert.match(again.stderr, /--force replaces it/);
    });
  });

  describe('aria', () => {
    it('tells the page at a moment as an outline, with the addresses that were recorded', async () => {
      const { stdout } = await done(['aria', boxesFile, '--at', '3']);
      assert.match(stdout, /- heading "After" \[level=1\]/);
      assert.match(stdout, /- link "Cart":\n {2}- \/url: https:\/\/shop\.test\/cart/);
    });

    it('tells of a window that is named, as JSON', async () => {
      const outlines = [];
      for (const windowId of ['1', '2']) {
        const args = ['aria', TWO_TABS, '--at', '8', '--window', windowId, '--json'];
        const told = JSON.parse((await done(args)).stdout);
        assert.deepEqual([told.file, told.windowId, typeof told.time], [TWO_TABS, windowId, 'number']);
        outlines.push(told.outline);
      }
      assert.notEqual(outlines[0], outlines[1]);
      const { code, stderr } = await run(['aria', TWO_TABS, '--at', '8', '--window', '3']);
      assert.equal(code, 2);
      assert.match(stderr, /There is no window 3 in it\. Its windows: 1, 2/);
    });
  });

  describe('check', () => {
    const SCRIPT = `
      import assert from 'node:assert/strict';
      export default {
        'the page changes': async ({ at, recording }) => {
          assert.equal(recording.duration, 4);
          const [before, after] = [at(1), at('0:03')];
          // Both at once: whoever asks waits for the other.
          assert.deepEqual(await Promise.all([before.text('h1'), after.text('h1'), before.text('h1')]),
            ['Before', 'After', 'Before']);
          assert.equal(await after.attribute('div[title]', 'title'), 'after');
          assert.equal(await after.attribute('a', 'href'), 'https://shop.test/cart');
          assert.equal(await after.attribute('a', 'lang'), null);
          assert.deepEqual([await after.count('div'), await after.count('table')], [1, 0]);
          assert.deepEqual([await after.isVisible('text=Cart'), await after.isVisible('p')], [true, false]);
          assert.match(await after.aria(), /heading "After"/);
          assert.equal((await after.screenshot()).subarray(1, 4).toString(), 'PNG');
        },
        'nothing goes wrong': async ({ entries, errors }) => {
          assert.equal((await entries({ kinds: ['page'] })).length, 1);
          assert.deepEqual((await errors()).map(({ title }) => title), []);
        },
        'the heading stays': async ({ at }) => {
          assert.equal(await at(3).text('h1'), 'Before');
        },
        'there is a total': async ({ at }) => void await at(3).text('.total'),
        'there is one text': async ({ at }) => void await at(3).text('h1, a'),
        'it is long': async ({ at }) => void await at('1:00').count('h1'),
      };`;
    before(() => writeFile(join(folder, 'checks.mjs'), SCRIPT));

    it('passes what is so, and says what was expected, what was found and where', async () => {
      const { code, stdout, stderr } = await run(['check', 'checks.mjs', boxesFile]);
      assert.deepEqual([code, stderr], [1, '']);
      for (const line of [
        /boxes\.json\n {2}✔ the page changes\n {2}✔ nothing goes wrong\n/,
        /✖ the heading stays\n(?: {6}.*\n|\n)*? {6}\+ 'After'\n {6}- 'Before'\n(?:.*\n)*? {6}at checks\.mjs:\d+:\d+/,
        /✖ there is a total\n {6}No element matches \.total at 0:03\n/,
        /✖ there is one text\n {6}2 elements match h1, a at 0:03: "After", "Cart"/,
        /✖ it is long\n {6}RangeError: There is no 1:00 in it: it is 0:04 long/,
        /\n2 passed, 4 failed\n$/,
      ])
        assert.match(stdout, line);
    });

    it('tells it as JSON, and goes on with the next recording', async () => {
      const failing = await run(['check', 'checks.mjs', 'gone.json', CHECKOUT, '--json']);
      assert.equal(failing.code, 3);
      const results = failing.stdout.trim().split('\n').map(JSON.parse);
      assert.equal(results.length, 6);
      assert.deepEqual(
        results.map(({ file, ok }) => [file, ok]),
        Array(6).fill([CHECKOUT, false]),
      );
      assert.match(results[1].message, /3 !== 1/);
    });

    it('does what the documentation shows', async () => {
      const page = await readFile(join(ROOT, 'demo/docs/checks.md'), 'utf8');
      const [, name, script] = /<!-- script: (\S+) -->\s+```js\n(.*?)```/s.exec(page);
      const [, printed] = /<!-- printed: \S+ -->\s+```text\n(.*?)```/s.exec(page);
      await writeFile(join(folder, name), script);
      await cp(CHECKOUT, join(folder, 'checkout.json'));
      const { code, stdout, stderr } = await run(['check', name, 'checkout.json']);
      assert.deepEqual([code, stdout, stderr], [1, printed, '']);
    });

    it('ends with 0 when all checks pass', async () => {
      await writeFile(join(folder, 'one.mjs'), 'export default { sound: ({ recording }) => recording.id };');
      const { stdout } = await done(['check', 'one.mjs', boxesFile, '--json']);
      assert.deepEqual(JSON.parse(stdout), { file: boxesFile, name: 'sound', ok: true });
    });
  });

  it('says what to type where there is no Playwright', async () => {
    const modules = join(folder, 'alone/node_modules');
    const installed = join(modules, 'portable-replay');
    await mkdir(installed, { recursive: true });
    await cp(join(ROOT, 'dist/cli'), join(installed, 'dist/cli'), { recursive: true });
    await cp(join(ROOT, 'package.json'), join(installed, 'package.json'));
    const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) {
      await mkdir(join(modules, name, '..'), { recursive: true });
      await symlink(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
    }
    const main = join(installed, 'dist/cli/main.js');
    const { code, stdout, stderr } = await run(['aria', boxesFile, '--at', '1'], { main });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /npm install --save-dev playwright\n.*npx playwright install chromium/);
  });

  describe('open', () => {
    /** Runs the command with a browser that notes what it is to open, until Ctrl-C. */
    async function open(args, count, visit) {
      const bin = join(folder, 'bin');
      const opened = join(folder, 'opened.txt');
      await mkdir(bin, { recursive: true });
      await rm(opened, { force: true });
      await writeFile(join(bin, 'xdg-open'), `#!/bin/sh\necho "$1" >> '${opened}'\n`, { mode: 0o755 });
      const child = spawn(process.execPath, [MAIN, 'open', ...args], {
        env: { ...env, PATH: `${bin}:${env.PATH}`, DISPLAY: ':0' },
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      const addresses = [];
      for await (const line of createInterface({ input: child.stdout }))
        if (addresses.push(line) === count) break;
      await visit(addresses, opened);
      child.kill('SIGINT');
      const [, signal] = await ended;
      assert.equal(signal, 'SIGINT');
      await assert.rejects(fetch(addresses[0]));
    }

    /** What a browser that runs beside the command has noted, once it has. */
    async function noted(file) {
      for (;;) {
        const text = await readFile(file, 'utf8').catch(() => '');
        if (text.endsWith('\n')) return text;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }

    it(
      'plays a recording in the viewer, in the browser of the user',
      { skip: process.platform !== 'linux' },
      async () => {
        await open([boxesFile], 1, async ([address], opened) => {
          assert.equal(await noted(opened), `${address}\n`);
          const { page, errors } = await browser.open(address);
          await page.locator('portable-replay[src]').waitFor();
          const frame = page.frameLocator('portable-replay .stage .page:not(.standby) iframe');
          await frame.getByText('After').waitFor();
          assert.deepEqual(errors, []);
          await page.close();
        });
      },
    );

    it('puts parts together, and lets the viewer say what is no recording', async () => {
      const text = JSON.stringify(boxes());
      const [head, tail] = [JSON.parse(text).slice(0, 2), JSON.parse(text).slice(2)];
      await writeFile(join(folder, 'a.json'), JSON.stringify(head));
      await writeFile(join(folder, 'b.json'), JSON.stringify(tail));
      await writeFile(join(folder, 'notes.txt'), 'Call the customer');
      await open(['a.json', 'b.json', '--join', '--no-browser'], 1, async ([address]) => {
        const { page } = await browser.open(address);
        await page.evaluate(async () => {
          const player = document.querySelector('portable-replay');
          while (player.readyState < 4) await new Promise(requestAnimationFrame);
          player.pause();
          const seeked = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
          player.currentTime = 3;
          await seeked;
        });
        const frame = await replayedPage(page);
        assert.equal(await frame.locator('h1').textContent(), 'After');
        await page.close();
      });
      await open(['notes.txt', '--no-browser'], 1, async ([address]) => {
        const { page } = await browser.open(address);
        await page.getByText('notes.txt').first().waitFor();
        assert.equal(
          await page.evaluate(() => document.querySelector('portable-replay').error.code),
          'not-a-recording',
        );
        await page.close();
      });
    });
  });
});
