import { html } from 'lit';
import type { TranscriptFormat } from '../../core/transcript/transcript.ts';
import type { RequestHandlers } from '../../events.ts';
import { messageOf } from '../../locale/describe.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { goToMoment, goToPlace } from '../../steps/marked-places.ts';
import type { PlayerState } from '../../player-state.ts';
import type { JobOptions } from '../../worker/recording-reader.ts';
import { keepSame } from '../keep-same.ts';
import type { Panel, PanelContext, PanelOnTimeline } from '../panel.ts';
import { TakeOut, type TakeOutPlace } from '../take-out.ts';
import { PageSearch } from './page-search.ts';
import { ToldLines } from './told-lines.ts';
import type { TranscriptState, TranscriptView } from './transcript-state.ts';

/** The session in words beside its page, and when a text was on the page. */
export class TranscriptPanel implements Panel {
  readonly #context: PanelContext;
  readonly #lines: ToldLines;
  readonly #page: PageSearch;
  readonly #takeOut: TakeOut;
  #view: TranscriptView = 'words';
  #seen = false;
  #selected = -1;
  #follows = true;
  /** Lines are there, or on their way. */
  #isOpen = false;
  /** What was shown last, for as long as nothing in it is another. */
  #state: TranscriptState | null = null;

  readonly requests: RequestHandlers = {
    'replay-transcript-choice-request': ({ choice: { view, detail, seen, follows } }) => {
      if (view !== undefined) this.#view = view;
      if (seen !== undefined) this.#seen = seen;
      if (follows !== undefined) this.#follows = follows;
      if (detail !== undefined) {
        this.#lines.tell(detail);
        this.#selected = -1;
      }
      this.#update();
    },
    'replay-transcript-line-request': ({ index }) => this.#select(index),
    'replay-transcript-search-request': ({ view, text }) => this.#find(view, text),
    'replay-transcript-step-request': ({ view, by }) => this.#step(view, by),
    'replay-found-text-request': ({ index }) => this.#goToFound(index),
    'replay-transcript-export-request': ({ format, to }) => void this.#take(format, to),
    'replay-take-out-stop-request': () => this.#takeOut.stop(),
  };

  constructor(context: PanelContext) {
    const { player } = context;
    this.#context = context;
    const changed = () => this.#update();
    const told = (thrown: unknown) => messageOf(localeOf(player), thrown);
    this.#lines = new ToldLines(player, changed, told);
    this.#page = new PageSearch(player, changed, told);
    this.#takeOut = new TakeOut(player);
    player.addEventListener('emptied', () => this.#reset());
  }

  languageChanged(): void {
    if (this.#isOpen) this.#lines.renew();
  }

  get onTimeline(): PanelOnTimeline {
    return { found: this.#page.found };
  }

  render({ currentTime, duration, recording, complete, clock }: PlayerState) {
    if (complete) this.#begin();
    return html`<replay-transcript-panel
      part="inspector"
      .transcript=${this.#stateAt(currentTime)}
      .recording=${recording}
      .duration=${duration}
      .clock=${clock.wall}
      ?complete=${complete}
    ></replay-transcript-panel>`;
  }

  #stateAt(time: number): TranscriptState {
    const { shown, matches, search, detail, progress, failure } = this.#lines;
    const state: TranscriptState = {
      view: this.#view,
      detail,
      seen: this.#seen,
      lines: shown,
      total: shown.length,
      search,
      matches,
      progress,
      failure,
      current: this.#lines.placeAt(time),
      selected: this.#selected,
      follows: this.#follows,
      taken: this.#takeOut.taken,
      found: this.#page.found,
    };
    this.#state = keepSame(this.#state, state);
    return this.#state;
  }

  /** Only who opens the panel pays for the lines. */
  #begin(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    void this.#lines.load();
  }

  #select(index: number): void {
    const line = this.#lines.shown[index];
    if (!line) return;
    this.#selected = index;
    const { player, session } = this.#context;
    goToPlace(player, session.playback.timeline, line);
    this.#update();
  }

  #find(view: TranscriptView, text: string): void {
    if (view === 'page') void this.#page.find(text);
    else this.#lines.find(text);
    this.#update();
  }

  #step(view: TranscriptView, by: 1 | -1): void {
    const { currentTime } = this.#context.player;
    if (view === 'page') {
      this.#goToFound(this.#page.placeAfter(by, currentTime));
      return;
    }
    const { matches } = this.#lines;
    const from = this.#selected >= 0 ? this.#selected : this.#lines.placeAt(currentTime);
    const next = by > 0 ? matches.find((place) => place > from) : matches.findLast((place) => place < from);
    const place = next ?? matches.at(by > 0 ? 0 : -1);
    if (place !== undefined) this.#select(place);
  }

  #goToFound(index: number): void {
    const span = this.#page.select(index);
    const { player, session } = this.#context;
    if (span) goToMoment(player, session.playback.timeline, { time: span.start, windowId: span.windowId });
  }

  async #take(format: TranscriptFormat, to: TakeOutPlace): Promise<void> {
    const { player } = this.#context;
    const options = { format, detail: this.#lines.detail, seen: this.#seen };
    const make = async (job: JobOptions) => new Blob([await player.transcript(options, job)]);
    await this.#takeOut.take(make, { to, name: 'transcript', format });
  }

  #update(): void {
    this.#context.player.requestUpdate();
  }

  #reset(): void {
    this.#isOpen = false;
    this.#selected = -1;
    this.#follows = true;
    this.#takeOut.stop();
    this.#lines.clear();
    this.#page.clear();
  }
}
