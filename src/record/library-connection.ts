import { LIBRARY } from '../library/library-database.ts';
import { findLibrary, type LibraryDatabase, openLibrary } from '../library/open-library.ts';

/** The connection of a page to the database of its origin. Where it is lost, it is opened again when it is needed. */
export class LibraryConnection {
  #open: LibraryDatabase | null = null;
  /** What there was when the page was loaded, which may be left before there is time to open it. */
  #found: Promise<LibraryDatabase | null>;
  #opening: Promise<LibraryDatabase> | null = null;

  constructor() {
    this.#found = findLibrary(LIBRARY, () => this.close()).then(
      (found) => (this.#open = found),
      () => null,
    );
  }

  /** Runs with the database, which is made where there is none; before this returns where it is open. */
  async use<T>(use: (database: LibraryDatabase) => Promise<T>): Promise<T> {
    return use(this.#open ?? (await this.open()));
  }

  open(): Promise<LibraryDatabase> {
    this.#opening ??= this.#found.then(async (found) => {
      this.#open = found ?? (await openLibrary(LIBRARY, () => this.close()));
      return this.#open;
    });
    return this.#opening;
  }

  close(): void {
    const open = [this.#found, this.#opening];
    this.#found = Promise.resolve(null);
    this.#opening = null;
    this.#open = null;
    for (const opening of open) opening?.then((database) => database?.close()).catch(() => undefined);
  }
}
