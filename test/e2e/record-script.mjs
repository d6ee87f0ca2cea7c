import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './servers.mjs';

/** The entry `portable-replay/record` as a classic script, which makes `replayRecord`. */
export async function recordScript(options = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'dist/record/index.js')],
    bundle: true,
    format: 'iife',
    globalName: 'replayRecord',
    footer: { js: 'globalThis.replayRecord = replayRecord;' },
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/** Runs in a page before its scripts: has posthog-js call the hooks in `window.beforeSend`. */
export function hookPosthog() {
  let sdk;
  Object.defineProperty(window, 'posthog', {
    get: () => sdk,
    set(loaded) {
      sdk = loaded;
      const { init } = loaded;
      sdk.init = (key, config) => init.call(sdk, key, { ...config, before_send: window.beforeSend });
    },
  });
}
