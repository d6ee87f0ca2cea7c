import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Has a process of Node.js tell what it took, all threads together, as the last line on standard error. */
const TELL = `data:text/javascript,
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.error(JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });`.replaceAll('\n', '');

/**
 * Runs a script to its end.
 *
 * @param {readonly string[]} args its path and its arguments
 * @returns {Promise<{stdout: string, seconds: number, cpu: number, memory: number}>} `cpu` in seconds of one core,
 *   `memory` the most that it had, in megabytes
 */
export async function measuredRun(args) {
  const begun = performance.now();
  const run = spawn(process.execPath, ['--import', TELL, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([text(run.stdout), text(run.stderr), once(run, 'exit')]);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  const { maxRSS, cpu } = JSON.parse(stderr.trimEnd().split('\n').at(-1));
  return { stdout, seconds: (performance.now() - begun) / 1000, cpu, memory: Math.round(maxRSS / 1024) };
}
