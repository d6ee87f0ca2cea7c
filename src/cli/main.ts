#!/usr/bin/env node
import { run } from './run.ts';

/** The command `portable-replay`. */
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => {
    stop.abort();
    // What was begun is taken back; then it ends as it would have by itself.
    process.once('beforeExit', () => process.kill(process.pid, name));
  });
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `portable-replay … | head` has read enough.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, signal: stop.signal });
