import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { keyCharacter } from './webdriver-keys.mjs';

/** Scripts may take this long, and the driver tells when one takes longer: who waits for more than that waits in vain. */
const SCRIPT_MS = 120_000;
const ANSWER_MS = SCRIPT_MS + 30_000;
const BUTTONS = { left: 0, middle: 1, right: 2 };

/**
 * A page in a WebKitGTK of its own, on a screen of its own, with the methods of Playwright's page that tests use.
 * Playwright cannot drive the WebKit of a system, but `WebKitWebDriver` can.
 */
export class WebKitPage {
  #children;
  #session;
  #version;
  keyboard = {
    down: (key) => this.#keys({ type: 'keyDown', value: keyCharacter(key) }),
    up: (key) => this.#keys({ type: 'keyUp', value: keyCharacter(key) }),
    type: (text) => this.#keys(...[...text].flatMap(tap)),
    press: (keys) => {
      const [last, ...held] = keys
        .split(/\+(?=.)/)
        .map(keyCharacter)
        .reverse();
      return this.#keys(
        ...held.reverse().map((value) => ({ type: 'keyDown', value })),
        ...tap(last),
        ...held.reverse().map((value) => ({ type: 'keyUp', value })),
      );
    },
  };
  mouse = {
    move: (x, y) => this.#pointer(moveTo(x, y)),
    down: ({ button } = {}) => this.#pointer({ type: 'pointerDown', button: BUTTONS[button ?? 'left'] }),
    up: ({ button } = {}) => this.#pointer({ type: 'pointerUp', button: BUTTONS[button ?? 'left'] }),
    click: (x, y, { button } = {}) => {
      const which = { button: BUTTONS[button ?? 'left'] };
      return this.#pointer(moveTo(x, y), { type: 'pointerDown', ...which }, { type: 'pointerUp', ...which });
    },
  };

  /**
   * @param {string} driver path of `WebKitWebDriver`, which knows where its browser is
   * @throws {Error} with the reason in one line when one of both does not start
   */
  static async start(driver) {
    const page = new WebKitPage();
    try {
      await page.#start(driver);
      return page;
    } catch (error) {
      page.#kill();
      throw error;
    }
  }

  async #start(driver) {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.#children = [screen];
    const display = await firstOf(screen, once(screen.stdio[3], 'data'));
    const port = await freePort();
    const service = spawn(driver, [`--port=${port}`], {
      env: {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        // Pictures that a graphics card would share with it: without a card each frame takes a second.
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
      stdio: 'ignore',
    });
    this.#children.push(service);
    process.once('exit', this.#kill);
    const { sessionId, capabilities } = await firstOf(
      service,
      this.#newSession(`http://127.0.0.1:${port}/session`),
    );
    this.#session = `http://127.0.0.1:${port}/session/${sessionId}`;
    this.#version = capabilities.browserVersion;
    await this.setViewportSize({ width: 800, height: 600 });
  }

  /** The driver answers as soon as it listens, which it does not say. */
  async #newSession(address) {
    const capabilities = { alwaysMatch: { timeouts: { script: SCRIPT_MS } } };
    for (;;) {
      try {
        return await send('POST', address, { capabilities });
      } catch (error) {
        if (error.cause?.code !== 'ECONNREFUSED') throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  /** Of WebKitGTK. */
  version() {
    return this.#version;
  }

  /** For whoever starts any browser: this one has a page already, and no more than one. */
  newPage() {
    return Promise.resolve(this);
  }

  /** Resolves when the page is loaded. */
  async goto(url) {
    await this.#post('url', { url: String(url) });
    // On a busy machine the driver answers before: scripts have not run yet.
    await this.evaluate(async () => {
      if (document.readyState !== 'complete')
        await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    });
  }

  url() {
    return send('GET', `${this.#session}/url`);
  }

  /** As Playwright's: a function that is handed over as text, and what it resolves to. */
  evaluate(fn, argument) {
    const script = `
      const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${fn})(arguments[0])).then(
        (value) => done({ value }),
        (error) => done({ error: String(error?.stack ?? error) }),
      );`;
    return this.#post('execute/async', { script, args: [argument ?? null] }).then(({ value, error }) => {
      if (error !== undefined) throw new Error(error);
      return value;
    });
  }

  /** Sets the size inside the window's frame. */
  async setViewportSize({ width, height }) {
    await this.#post('window/rect', { width, height });
    const inside = await this.evaluate(() => [innerWidth, innerHeight]);
    await this.#post('window/rect', { width: 2 * width - inside[0], height: 2 * height - inside[1] });
  }

  /** Does nothing, as Playwright's in a Firefox: there is no command for it. */
  emulateMedia() {
    return Promise.resolve();
  }

  /** @returns {Promise<Buffer>} a PNG */
  async screenshot() {
    // The driver waits for the next frame, which a page where nothing moves never has: an outline moves that nobody sees.
    await this.evaluate(() => {
      const outline = '1px solid transparent';
      const frames = [
        { outline, outlineOffset: '0px' },
        { outline, outlineOffset: '9px' },
      ];
      document.documentElement.animate(frames, { duration: 1000, iterations: Infinity, id: 'screenshot' });
    });
    const picture = await send('GET', `${this.#session}/screenshot`);
    await this.evaluate(() =>
      document
        .getAnimations()
        .find(({ id }) => id === 'screenshot')
        .cancel(),
    );
    return Buffer.from(picture, 'base64');
  }

  async close() {
    await send('DELETE', this.#session).catch(() => {});
    this.#kill();
  }

  #kill = () => {
    process.off('exit', this.#kill);
    for (const child of this.#children.reverse()) child.kill();
  };

  #post(command, body) {
    return send('POST', `${this.#session}/${command}`, body);
  }

  #keys(...actions) {
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #pointer(...actions) {
    return this.#post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }
}

function tap(value) {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}

function moveTo(x, y) {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
}

async function send(method, address, body) {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(address, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** What is waited for, unless the process ends before. */
function firstOf(child, wanted) {
  const { spawnfile } = child;
  const ended = Promise.race([
    once(child, 'exit').then(([code]) => `${spawnfile} ends at once with exitCode=${code}`),
    once(child, 'error').then(([error]) => error.message),
  ]);
  return Promise.race([wanted, ended.then((reason) => Promise.reject(new Error(reason)))]);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
