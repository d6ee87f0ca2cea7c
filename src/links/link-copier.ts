import { copyText } from '../copies/copy-text.ts';

/** How long it says that a link was copied. Milliseconds. */
const TOLD_MS = 4000;

/** What came of copying a link: it is in the clipboard, or has to be copied from where it is shown. */
export interface CopiedLink {
  readonly link: string;
  readonly isCopied: boolean;
}

/** Copies links, and says for a while what came of it. */
export class LinkCopier {
  readonly #changed: () => void;
  #timer = 0;
  copied: CopiedLink | null = null;

  /** @param changed called when there is something else to say */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async copy(link: string): Promise<void> {
    clearTimeout(this.#timer);
    // Emptied first, so that a second copy is told again.
    this.#tell(null);
    const isCopied = await copyText(link);
    this.#tell({ link, isCopied });
    // Who has to copy by hand takes the time it needs.
    if (isCopied) this.#timer = window.setTimeout(() => this.dismiss(), TOLD_MS);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#tell(null);
  }

  #tell(copied: CopiedLink | null): void {
    this.copied = copied;
    this.#changed();
  }
}
