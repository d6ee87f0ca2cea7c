import { copyText } from '../copies/copy-text.ts';
import type { CopiedLink, InterfaceState } from '../player-state.ts';
import { momentLink } from './moment-link.ts';

/** How long it says that a link was copied. Milliseconds. */
const TOLD_MS = 4000;

/** The player that links lead to. */
export interface LinkedPlayer {
  /** Template of its links; empty for none. */
  readonly shareUrl: string;
  /** Seconds. */
  readonly currentTime: number;
  readonly recording: { readonly id: string } | null;
  requestUpdate(): void;
}

/** Copies links to the moment on screen, and says for a while what came of it. */
export class LinkCopier {
  readonly #player: LinkedPlayer;
  #timer = 0;
  #copied: CopiedLink | null = null;

  constructor(player: LinkedPlayer) {
    this.#player = player;
  }

  get state(): Pick<InterfaceState, 'canLink' | 'copiedLink'> {
    return { canLink: this.#link !== null, copiedLink: this.#copied };
  }

  /** Does nothing where there is nothing to link to. */
  async copy(): Promise<void> {
    const link = this.#link;
    if (link === null) return;
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

  get #link(): string | null {
    const { shareUrl, currentTime, recording } = this.#player;
    return shareUrl === '' || !recording
      ? null
      : momentLink(shareUrl, { time: currentTime, id: recording.id });
  }

  #tell(copied: CopiedLink | null): void {
    this.#copied = copied;
    this.#player.requestUpdate();
  }
}
