import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before } from 'node:test';
import { useBrowser } from '../browser.mjs';
import { ROOT, serve } from '../servers.mjs';
import { FIXTURES } from './fixtures.mjs';

const CASE_MS = 30_000;
const CODES = [
  'network',
  'not-a-recording',
  'unsupported-version',
  'corrupt',
  'empty',
  'unplayable',
  'aborted',
  'too-large',
];

/** A player in Chromium that is handed files, whatever is in them. */
export function usePlayer() {
  const browser = useBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'portable-replay-fuzz-'));
  let host;
  let files;
  let view;
  let step = '';
  const open = async () => {
    view = await browser.open(host.origin);
    // A page that is stuck can no longer be asked how far it came.
    view.page.on('console', (message) => {
      const [, name] = /^step: (.*)/.exec(message.text()) ?? [];
      if (name) step = name;
    });
  };
  before(async () => {
    const html =
      '<!doctype html><style>portable-replay { width: 800px }</style><script type="module" src="/dist/portable-replay.js"></script>';
    host = await serve(ROOT, { pages: { '/': { html } } });
    files = await serve(folder, { cors: true });
    await open();
  });
  after(() => {
    host.close();
    files.close();
    rmSync(folder, { recursive: true });
  });

  /** Loads files into a new player, seeks, plays; what is wrong with how that went, in words. */
  async function handOver(contents) {
    const names = contents.map((_, i) => `${i}.bin`);
    for (const [i, name] of names.entries()) await write(join(folder, name), contents[i]);
    const addresses = names.map((name) => `${files.origin}/${name}`);
    const startedAt = performance.now();
    let timer;
    const outcome = await Promise.race([
      view.page
        .evaluate(tryOut, addresses)
        .catch((error) => ({ wrong: [`the page failed to ${step}: ${error.message}`], isBroken: true })),
      new Promise((resolve) => {
        timer = setTimeout(
          () => resolve({ wrong: [`${CASE_MS} ms were not enough to ${step}`], isBroken: true }),
          CASE_MS,
        );
      }),
    ]);
    clearTimeout(timer);
    outcome.ms = Math.round(performance.now() - startedAt);
    if (outcome.code !== undefined && (outcome.name !== 'ReplayError' || !CODES.includes(outcome.code))) {
      outcome.wrong.push(`no ReplayError but ${outcome.name} ${outcome.code}: ${outcome.stack}`);
    }
    outcome.wrong.push(...view.errors.splice(0).map((error) => `page error: ${error.stack ?? error}`));
    if (outcome.isBroken) await renew();
    return outcome;
  }

  async function renew() {
    await Promise.race([view.page.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
    await open();
  }

  return {
    handOver,
    /** That what came before has left nothing behind. */
    async assertIsSound() {
      const { wrong, duration } = await handOver([readFileSync(join(FIXTURES, 'checkout.v2.json'))]);
      assert.deepEqual(wrong, []);
      assert.ok(duration > 1);
    },
  };
}

async function write(path, content) {
  const isWhole = typeof content === 'string' || ArrayBuffer.isView(content);
  await pipeline(Readable.from(isWhole ? [content] : content), createWriteStream(path));
}

/** Runs in the page. */
async function tryOut(addresses) {
  await customElements.whenDefined('portable-replay');
  const wrong = [];
  const refused = ({ reason }) => wrong.push(`unhandled rejection: ${reason?.stack ?? reason}`);
  addEventListener('unhandledrejection', refused);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const blobs = await Promise.all(addresses.map(async (address) => (await fetch(address)).blob()));
  const player = document.createElement('portable-replay');
  const seek = (time) =>
    new Promise((resolve, reject) => {
      player.addEventListener('seeked', resolve, { once: true });
      player.addEventListener('error', () => reject(player.error), { once: true });
      player.currentTime = time;
    });
  const outcome = { wrong, steps: {} };
  let last = null;
  let lastAt = 0;
  const begin = (step) => {
    if (last) outcome.steps[last] = Math.round(performance.now() - lastAt);
    last = step;
    lastAt = performance.now();
    console.debug(`step: ${step}`);
  };
  document.body.append(player);
  try {
    begin('load');
    await player.load(blobs.length === 1 ? blobs[0] : blobs);
    outcome.format = player.recording.format;
    outcome.duration = player.duration;
    if (!(player.duration >= 0 && player.duration < Infinity)) wrong.push(`duration ${player.duration}`);
    for (const share of [0.9, 0.1, 0.5]) {
      begin(`seek to ${share}`);
      await seek(player.duration * share);
    }
    begin('play');
    player.playbackRate = 16;
    await player.play();
    await wait(100);
    if (player.error) throw player.error;
    outcome.warnings = player.recording.warnings.map(({ code, count }) => `${code} ${count}`);
  } catch (error) {
    const { name, code, message, stack } = error ?? {};
    Object.assign(outcome, { name, code: String(code), message, stack, cause: String(error?.cause?.stack) });
  }
  begin('remove');
  player.remove();
  await wait(0);
  removeEventListener('unhandledrejection', refused);
  const intruders = Reflect.ownKeys(Object.prototype).filter((key) => /^(polluted|type|data)$/.test(key));
  if (intruders.length > 0) wrong.push(`Object.prototype has got ${intruders.join(', ')}`);
  return outcome;
}
