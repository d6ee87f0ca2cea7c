import { html, nothing, type TemplateResult } from 'lit';
import { parseTime } from '../core/parse-time.ts';
import { PagePicture } from './page-picture.ts';
import type { PlayerState } from '../player-state.ts';
import type { HiddenSearch } from '../session/hidden-search.ts';
import type { ReplaySession } from '../session/replay-session.ts';

/** What is shown in place of the first frame until somebody plays or seeks: an image, or the page of a moment. */
export class Poster {
  static isImage(poster: string): boolean {
    return poster !== '' && parseTime(poster) === null;
  }

  readonly #session: ReplaySession;
  readonly #picture: PagePicture;

  constructor(session: ReplaySession, hidden: HiddenSearch) {
    this.#session = session;
    this.#picture = new PagePicture('poster', session.poster, session, hidden);
  }

  /** Has the page of a moment built, once that is read, and lets go of it when it is not shown any more. */
  follow(poster: string): void {
    const { preload, readyState, duration } = this.#session;
    const time = parseTime(poster);
    if (time === null || preload.isUsed) this.#session.poster.clear();
    else if (readyState === 4 || (readyState > 1 && time <= duration)) this.#session.poster.show(time);
  }

  /** @param poster as the page has set it */
  render(poster: string, state: PlayerState): TemplateResult | typeof nothing {
    const { phase, stageMode } = state;
    const isOver = this.#session.preload.isUsed || phase === 'empty' || phase === 'error';
    // What is selected or picked is on the page below.
    if (poster === '' || isOver || stageMode.type !== 'play') return nothing;
    if (!Poster.isImage(poster)) return this.#picture.render(state);
    return html`<img class="poster" part="poster" src=${poster} alt="" />`;
  }
}
