import type { PortableReplayElement } from '../../src/index.ts';
import { localeOf } from '../../src/locale/locale-of.ts';
import { forgetLibrary } from './fragment.ts';
import { Library } from './library.ts';
import { problemText } from './problem-text.ts';
import { LibraryPreviewElement } from './library-preview.ts';
import { LibraryRowElement } from './library-row.ts';
import { RecordingLibraryElement } from './recording-library.ts';
import type { LibraryRequest, ToolbarRequest } from './requests.ts';
import type { ViewerToolbarElement } from './viewer-toolbar.ts';
import { libraryWords } from './words.ts';

/** What can be asked of a library that has been loaded. */
export interface RunningLibrary extends Record<ToolbarRequest, () => Promise<void>> {
  /** Looks whether what is in the player is kept. */
  look(): Promise<void>;
}

/** Registers the elements of the library and puts it beside the player. */
export function startLibrary(player: PortableReplayElement, toolbar: ViewerToolbarElement): RunningLibrary {
  customElements.define('library-preview', LibraryPreviewElement);
  customElements.define('library-row', LibraryRowElement);
  customElements.define('recording-library', RecordingLibraryElement);
  const library = new Library(player);
  const list = document.createElement('recording-library');
  list.filesOf = (recording) => library.filesOf(recording);
  player.after(list);
  library.addEventListener('change', () => (list.state = library.state));

  const look = async () => {
    const { source } = player;
    const found = await library.findOpen().catch(() => null);
    // Another recording may have come into the player in the meantime.
    if (source === player.source && toolbar.keep !== 'none') toolbar.keep = found ? 'kept' : 'open';
  };
  const attempt = async (run: () => Promise<unknown>) => {
    toolbar.problem = '';
    try {
      await run();
    } catch (thrown) {
      const locale = localeOf(toolbar);
      toolbar.problem = problemText(thrown, libraryWords(locale.tag), locale);
    }
    await look();
  };
  const answer = async (request: LibraryRequest) => {
    const isDone = await library.answer(request);
    if (request.type === 'open' && isDone) {
      list.close();
      // The keys are the player's then.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return;
    }
    await look();
  };
  list.addEventListener('library-request', ({ request }) => void answer(request));
  list.addEventListener('close', () => {
    library.dismiss();
    forgetLibrary();
  });

  return {
    look,
    async show() {
      player.pause();
      list.show();
      await library.refresh();
    },
    async keep() {
      toolbar.keep = 'keeping';
      await attempt(() => library.keepOpen());
    },
    async remove() {
      await attempt(async () => {
        const found = await library.findOpen();
        if (found) await library.remove(found);
      });
    },
  };
}
