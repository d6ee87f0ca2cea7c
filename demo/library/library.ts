import { ReplayOpenRequestEvent } from '../../src/events.ts';
import type { PortableReplayElement } from '../../src/index.ts';
import { saveFile } from '../../src/copies/save-file.ts';
import { type KeptRecording, sizeOf } from '../../src/library/kept-recording.ts';
import { type ImportOutcome, readArchive, writeArchive } from '../../src/library/library-archive.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { RecordingStore } from '../../src/library/recording-store.ts';
import type { Locale } from '../../src/locale/locale.ts';
import { findOpen, openRecording } from './open-recording.ts';
import { problemText } from './problem-text.ts';
import type { LibraryRequest } from './requests.ts';
import type { LibraryWords } from './words.ts';

/** What came of something, in the words of whoever shows it. */
export interface Notice {
  readonly isProblem: boolean;
  readonly text: (words: LibraryWords, locale: Locale) => string;
}

/** What the list shows; replaced and never edited. */
export interface LibraryState {
  /** Null until it is known. */
  readonly recordings: readonly KeptRecording[] | null;
  /** Bytes that this site uses, and that the browser offers it; null where it does not say. */
  readonly storage: { readonly usage: number; readonly quota: number | null };
  readonly working: 'importing' | 'exporting' | null;
  readonly notice: Notice | null;
}

/** The recordings that are kept, and what is done about them. Tells by `change` when its state is another. */
export class Library extends EventTarget {
  readonly #store = new RecordingStore();
  readonly #player: PortableReplayElement;
  #state: LibraryState = Object.freeze({
    recordings: null,
    storage: { usage: 0, quota: null },
    working: null,
    notice: null,
  });

  constructor(player: PortableReplayElement) {
    super();
    this.#player = player;
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** Looks what is kept. */
  async refresh(): Promise<void> {
    try {
      const recordings = await this.#store.listRecordings();
      this.#set({ recordings, storage: await storageOf(recordings) });
    } catch (thrown) {
      this.#set({ recordings: [], notice: problem(thrown) });
    }
  }

  /** Forgets what came of what was done last. */
  dismiss(): void {
    this.#set({ notice: null });
  }

  /**
   * Keeps what is in the player.
   *
   * @throws what `problemText()` has words for
   */
  async keepOpen(): Promise<void> {
    const { recording, files } = await openRecording(this.#player);
    // Asked for once there is something to lose; what comes of it is the browser's to say.
    void persist();
    await this.#store.keepRecording(recording, files);
    await this.refresh();
  }

  /** The recording in the player, as it is kept; null where it is not. */
  async findOpen(): Promise<KeptRecording | null> {
    return findOpen(this.#player, await this.#store.listRecordings());
  }

  /** @throws LibraryError `gone` where it is not kept any more */
  async filesOf({ id }: KeptRecording): Promise<readonly File[]> {
    const files = await this.#store.getRecording(id);
    if (!files) throw new LibraryError({ code: 'gone' });
    return files;
  }

  async remove({ id }: KeptRecording): Promise<void> {
    await this.#store.deleteRecording(id);
    await this.refresh();
  }

  /** Does what was asked for, and says what came of it. @returns whether it could be done */
  async answer(request: LibraryRequest): Promise<boolean> {
    if (this.#state.working !== null) return false;
    try {
      const notice = await this.#do(request);
      this.#set({ notice });
      return true;
    } catch (thrown) {
      this.#set({ notice: problem(thrown) });
      return false;
    } finally {
      this.#set({ working: null });
      await this.refresh();
    }
  }

  async #do(request: LibraryRequest): Promise<Notice | null> {
    switch (request.type) {
      case 'open': {
        const files = await this.filesOf(request.recording);
        this.#player.dispatchEvent(new ReplayOpenRequestEvent([...files]));
        return null;
      }
      case 'remove': {
        await this.#store.deleteRecording(request.recording.id);
        return done((words) => words.removed(request.recording.name || words.unnamed));
      }
      case 'tag': {
        await this.#store.tagRecording(request.recording.id, request.tags);
        return null;
      }
      case 'delete-all': {
        await this.#store.deleteAll();
        return done((words) => words.deletedAll);
      }
      case 'import':
        return this.#import(request.file);
      case 'export':
        return this.#export();
    }
  }

  async #import(file: Blob): Promise<Notice> {
    this.#set({ working: 'importing', notice: null });
    void persist();
    const outcome = await readArchive(file, this.#store);
    const isProblem = outcome.failure !== null || outcome.damaged.length > 0;
    return { isProblem, text: (words, locale) => outcomeText(outcome, words, locale) };
  }

  async #export(): Promise<Notice> {
    this.#set({ working: 'exporting', notice: null });
    const { archive, count } = await writeArchive(this.#store);
    saveFile(archive, `recordings-${new Date().toISOString().slice(0, 10)}.zip`);
    return done((words) => words.exported(count));
  }

  #set(change: Partial<LibraryState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    this.dispatchEvent(new Event('change'));
  }
}

function done(text: (words: LibraryWords) => string): Notice {
  return { isProblem: false, text };
}

function problem(thrown: unknown): Notice {
  return { isProblem: true, text: (words, locale) => problemText(thrown, words, locale) };
}

function outcomeText(
  { damaged, failure, ...counts }: ImportOutcome,
  words: LibraryWords,
  locale: Locale,
): string {
  const names = damaged.filter(Boolean);
  return [
    words.imported(counts),
    damaged.length > 0 ? words.damaged(damaged.length, names) : '',
    failure ? problemText(failure, words, locale) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What browsers have only in pages that are served securely. */
const { storage = null } = navigator as { storage?: StorageManager };

async function persist(): Promise<void> {
  // Some ask the user, who may say no: what is kept is kept all the same.
  await storage?.persist().catch(() => false);
}

async function storageOf(recordings: readonly KeptRecording[]): Promise<LibraryState['storage']> {
  const own = recordings.reduce((sum, recording) => sum + sizeOf(recording), 0);
  const { usage = own, quota = null } = (await storage?.estimate().catch(() => null)) ?? {};
  return { usage, quota };
}
