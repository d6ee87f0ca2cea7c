import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'chai';
import { useFolder } from '../command.ts';
import { KEY, PosthogServer, PROJECT } from './posthog-server.ts';
import { sessionOf } from './sessions.ts';

const KILLS = 50;
/** Beside the packages, which it imports. */
const BUILD = fileURLToPath(new URL('../../../node_modules/.cache/pull-to-be-killed', import.meta.url));

describe('portable-replay pull, killed', function () {
  this.timeout(240_000);
  const inFolder = useFolder();
  let server: PosthogServer;

  before(async () => {
    await build({
      entryPoints: [fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))],
      outdir: BUILD,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      // What pull does not need is not loaded: it is started often.
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
    });
    server = await PosthogServer.start(
      await Promise.all([
        sessionOf('s-1', 'lab.jsonl', { parts: 30 }),
        sessionOf('s-2', 'two-tabs.jsonl', { storage: 'blob' }),
        sessionOf('s-3', 'idle-gap.jsonl', { ongoing: true }),
        sessionOf('s-4', 'checkout.jsonl', { storage: 'blob_v2_lts' }),
        sessionOf('s-5', 'console-network.jsonl', { storage: 'blob+realtime' }),
        sessionOf('s-6', 'idle-gap.jsonl', { storage: 'pages' }),
      ]),
    );
    server.delayMs = 1;
  });

  after(() => server.stop());

  /**
   * Runs it, and kills it after some requests, if there are so many, and some time.
   *
   * @returns the exit code; null when it was killed
   */
  function run(folder: string, { requests = Infinity, ms = 0 } = {}): Promise<number | null> {
    const args = ['--from', 'all', '--host', server.host, '--project', PROJECT, '--out', folder];
    const env = { ...process.env, POSTHOG_PERSONAL_API_KEY: KEY };
    const child = spawn(process.execPath, [join(BUILD, 'main.mjs'), 'pull', ...args], {
      env,
      stdio: 'ignore',
    });
    let seen = 0;
    const kill = () => setTimeout(() => child.kill('SIGKILL'), ms);
    server.onRequest = () => {
      if (++seen === requests) kill();
    };
    if (requests === 0) kill();
    return new Promise((resolve) => child.on('exit', resolve));
  }

  it(`ends in the same files as if it had not been, ${KILLS} times at any point`, async () => {
    const random = randomFrom(1);
    expect(await run(inFolder('undisturbed'))).to.equal(0);
    const undisturbed = await contentOf(inFolder('undisturbed'));
    expect(undisturbed.size).to.equal(7);
    let kills = 0;
    for (let round = 0; kills < KILLS; round++) {
      const folder = inFolder(`round-${round}`);
      await mkdir(folder);
      let code: number | null = null;
      while (code === null && kills < KILLS) {
        const requests = Math.floor(random() * 7);
        code = await run(folder, { requests, ms: random() * (requests === 0 ? 100 : 12) });
        if (code === null) kills++;
        for (const [name, content] of await contentOf(folder))
          if (name.endsWith('.gz')) expect(content, `${name} is whole`).to.equal(undisturbed.get(name));
      }
      expect(await run(folder)).to.equal(0);
      expect(await contentOf(folder), `round ${round}`).to.deep.equal(undisturbed);
    }
  });
});

async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')] as const),
    ),
  );
}

/** Numbers from 0 to 1, always the same ones. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
