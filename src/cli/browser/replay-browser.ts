import type { Browser } from 'playwright';
import { packageFile } from '../package-file.ts';
import type { HeldFile } from '../serve/held-files.ts';
import { fileBody, type Resource, serveOnLoopback } from '../serve/loopback-server.ts';
import { recordingResource } from '../serve/recording-resource.ts';
import type { Terminal } from '../terminal.ts';
import { load } from './in-page.ts';
import { launchChromium } from './launch-chromium.ts';
import { errorOf, PlayedRecording } from './played-recording.ts';

/** The player alone, as large as the window, without what is no part of the replayed page. */
const page = (masks: 'show' | 'hide') => `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<style>
  portable-replay { position: fixed; inset: 0; border-radius: 0 }
</style>
<script type="module">
  import './portable-replay.js';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(\`
    .main { aspect-ratio: auto }
    replay-control-bar, .stage > :not(.pages, replay-mask-layer), .replayer-mouse, .replayer-mouse-tail {
      display: none !important;
    }
    .device .replayer-wrapper, .device .replayer-wrapper iframe { border-radius: 0; box-shadow: none }
  \`);
  document.querySelector('portable-replay').shadowRoot.adoptedStyleSheets.push(sheet);
</script>
<portable-replay idle="keep" masks="${masks}" no-hotkeys no-drop></portable-replay>
`;

/** A Chromium without a window, in which recordings are played. */
export class ReplayBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** @throws UsageError when there is no Playwright or no Chromium */
  static async launch(terminal: Pick<Terminal, 'env'>): Promise<ReplayBrowser> {
    return new ReplayBrowser(await launchChromium(terminal));
  }

  /**
   * Plays the recordings of a file, or of parts of one session, as long as somebody looks at them. Nothing is asked of the network.
   *
   * @throws ReplayError when there is nothing to play, and what `look` throws
   */
  async play<T>(
    files: readonly HeldFile[],
    masks: 'show' | 'hide',
    look: (recordings: readonly PlayedRecording[]) => Promise<T>,
  ): Promise<T> {
    const recordings = files.map(recordingResource);
    const server = await serveOnLoopback(
      new Map<string, Resource>([
        ['/', { type: 'text/html', read: () => Promise.resolve(bodyOf(page(masks))) }],
        [
          '/portable-replay.js',
          { type: 'text/javascript', read: () => fileBody(packageFile('dist/portable-replay.js')) },
        ],
        ...recordings,
      ]),
    );
    const context = await this.#browser.newContext({ acceptDownloads: false, serviceWorkers: 'block' });
    try {
      await context.route(
        ({ origin }) => origin !== server.origin,
        (route) => route.abort(),
      );
      const tab = await context.newPage();
      await tab.goto(server.origin);
      const loaded = await tab.evaluate(
        load,
        recordings.map(([path]) => path),
      );
      if ('code' in loaded) throw errorOf(loaded);
      return await look(loaded.map((info, index) => new PlayedRecording(tab, index, info, masks === 'show')));
    } finally {
      await context.close();
      await server.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

function bodyOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  return {
    size: bytes.length,
    chunks: (async function* () {
      yield await Promise.resolve(bytes);
    })(),
  };
}
