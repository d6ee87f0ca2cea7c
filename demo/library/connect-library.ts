import type { PortableReplayElement } from '../../src/index.ts';
import { LIBRARY, mayExist } from '../../src/library/library-database.ts';
import { asksForLibrary } from './fragment.ts';
import { ViewerToolbarElement } from './viewer-toolbar.ts';

/**
 * Puts the bar of the library above the player. The library itself is loaded when somebody wants it, or when there may be
 * something in it that is in the player, too.
 */
export function connectLibrary(player: PortableReplayElement): void {
  customElements.define('viewer-toolbar', ViewerToolbarElement);
  const toolbar = document.createElement('viewer-toolbar');
  player.before(toolbar);

  let loaded: Promise<import('./start-library.ts').RunningLibrary> | null = null;
  const library = () => {
    loaded ??= import('./start-library.ts').then(({ startLibrary }) => startLibrary(player, toolbar));
    // Without a network it may come at the next attempt.
    loaded.catch(() => (loaded = null));
    return loaded;
  };

  toolbar.addEventListener('toolbar-request', ({ request }) => {
    void library().then((running) => running[request]());
  });
  player.addEventListener('emptied', () => {
    toolbar.keep = 'none';
    toolbar.problem = '';
  });
  player.addEventListener('canplaythrough', () => {
    toolbar.keep = 'open';
    void mayBeThere().then((isIt) => (isIt ? library().then((running) => running.look()) : undefined));
  });

  const showIfAsked = () => {
    if (asksForLibrary(location)) void library().then((it) => it.show());
  };
  addEventListener('hashchange', showIfAsked);
  showIfAsked();
}

/** Whether there may be a library. */
async function mayBeThere(): Promise<boolean> {
  try {
    return await mayExist(LIBRARY);
  } catch {
    // This browser keeps nothing here.
    return false;
  }
}
