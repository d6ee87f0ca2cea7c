import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

/** What a server renders of each component, put into its page in `outDir`: as Next and Nuxt do, by the same renderers. */
export async function renderApps({ folder, apps }, outDir, plugins) {
  const servers = { react: 'server.tsx', vue: 'server.js' };
  for (const [app, server] of Object.entries(servers)) {
    const built = join(folder, 'out/servers', app);
    await build({
      root: apps,
      configFile: false,
      logLevel: 'error',
      plugins,
      build: { ssr: join(apps, app, server), outDir: built },
    });
    const { rendered } = await import(pathToFileURL(join(built, 'server.js')).href);
    const page = join(outDir, app, 'rendered.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('<!--rendered-->', rendered));
  }
}

/** The app of SvelteKit, built by its own command and rendered while it is. @returns the folder, which can be served */
export async function buildSvelteKit({ folder, apps }) {
  const app = join(apps, 'sveltekit');
  await mkdir(join(app, 'src/lib'), { recursive: true });
  await cp(join(apps, 'svelte/Replay.svelte'), join(app, 'src/lib/Replay.svelte'));
  await cp(join(folder, 'public'), join(app, 'static'), { recursive: true });
  await run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: app });
  const outDir = join(folder, 'out/sveltekit');
  for (const part of ['client', 'prerendered/pages'])
    await cp(join(app, '.svelte-kit/output', part), outDir, { recursive: true });
  return outDir;
}

/** The app of Next, built and started by its own command. @returns the server's address, and what stops it */
export async function startNext({ folder, apps }) {
  const app = join(apps, 'next');
  const component = await readFile(join(apps, 'react/replay.tsx'), 'utf8');
  await writeFile(join(app, 'app/replay.tsx'), `'use client';\n${component}`);
  await cp(join(folder, 'public'), join(app, 'public'), { recursive: true });
  const next = join(ROOT, 'node_modules/next/dist/bin/next');
  const options = { cwd: app, env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } };
  await run(process.execPath, [next, 'build'], options);
  const server = spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(server, 'exit');
  for await (const line of createInterface(server.stdout)) {
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (origin) return { origin, close: () => server.kill() && exit };
  }
  throw new Error('next start has ended');
}
