import { html } from 'lit';
import type { EntryFilter } from '../../core/entries/entry.ts';
import type { EntryExportFormat } from '../../core/entries/export/export-format.ts';
import type { RequestHandlers } from '../../events.ts';
import { messageOf } from '../../locale/describe.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { goToPlace, placeFrom } from '../../steps/marked-places.ts';
import type { PlayerState } from '../../player-state.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import type { JobOptions } from '../../worker/recording-reader.ts';
import { EntryFollower } from '../../core/entries/entry-follower.ts';
import { keepSame } from '../keep-same.ts';
import type { Panel, PanelContext, PanelOnTimeline } from '../panel.ts';
import { TakeOut, type TakeOutPlace } from '../take-out.ts';
import { EntryPages } from './entry-pages.ts';
import {
  type InspectorFilter,
  type InspectorState,
  type InspectorView,
  KINDS_OF,
} from './inspector-state.ts';

const EVERYTHING: InspectorFilter = { kinds: [], windowId: '', search: '' };

/** What happened in the recording, beside its page: which entries are wanted, and which one is looked at. */
export class InspectorPanel implements Panel {
  readonly #context: PanelContext;
  readonly #pages: EntryPages;
  readonly #takeOut: TakeOut;
  #view: InspectorView = 'all';
  #filter = EVERYTHING;
  #selected = -1;
  #current = -1;
  #follows = true;
  #person: InspectorState['person'] = 'hidden';
  /** A list is there, or on its way. */
  #isOpen = false;
  /** What was shown last. */
  #state: InspectorState | null = null;
  /** Knows which entry of the list is at the playhead. */
  readonly #follower: EntryFollower;

  readonly requests: RequestHandlers = {
    'replay-inspector-view-request': ({ view }) => {
      if (view !== this.#view) this.#show(view, { ...this.#filter, kinds: [] });
    },
    'replay-entry-filter-request': ({ change }) => this.#show(this.#view, { ...this.#filter, ...change }),
    'replay-entry-range-request': ({ start, end }) => this.#pages.need(start, end),
    'replay-entry-request': ({ index }) => this.#select(index),
    'replay-entry-follow-request': ({ follows }) => this.#follow(follows),
    'replay-error-step-request': ({ direction }) => this.#context.player.goToError(direction),
    'replay-person-request': ({ shown }) => void this.#showPerson(shown),
    'replay-entry-export-request': ({ format, to, range }) => void this.#export(format, to, range),
    'replay-take-out-stop-request': () => this.#takeOut.stop(),
  };

  constructor(context: PanelContext) {
    const { player } = context;
    this.#context = context;
    this.#pages = new EntryPages(
      player,
      () => player.requestUpdate(),
      (thrown) => messageOf(localeOf(player), thrown),
    );
    this.#takeOut = new TakeOut(player);
    this.#follower = new EntryFollower(
      (time) => player.entryAt(time, this.#wanted),
      (_entry, index) => {
        this.#current = index;
        player.requestUpdate();
      },
    );
    this.#follower.begin();
    player.addEventListener('emptied', () => this.#reset());
  }

  render({ currentTime, duration, recording, complete, marks, clock, ...state }: PlayerState) {
    if (complete) this.#begin();
    // Each choice of entries is an object of its own. While a page is on its way the worker and the page are busy with it.
    if (!state.seeking) this.#follower.move(this.#isThere ? this.#filter : null, currentTime);
    const { counts, total, progress, failure, at } = this.#pages;
    const inspector: InspectorState = {
      view: this.#view,
      filter: this.#filter,
      counts,
      total,
      progress,
      failure,
      entryAt: at,
      current: this.#current,
      selected: this.#selected,
      follows: this.#follows,
      // A step looks for them where they are not known.
      hasErrorBefore: !marks || placeFrom(marks.errors, currentTime, -1) !== undefined,
      hasErrorAfter: !marks || placeFrom(marks.errors, currentTime, 1) !== undefined,
      person: this.#person,
      taken: this.#takeOut.taken,
    };
    this.#state = keepSame(this.#state, inspector);
    return html`<replay-inspector-panel
      part="inspector"
      .inspector=${this.#state}
      .recording=${recording}
      .duration=${duration}
      .activeDuration=${state.activeDuration}
      .loopRange=${state.loopRange}
      .clock=${clock.wall}
      .shortcuts=${state.shortcuts}
      ?complete=${complete}
    ></replay-inspector-panel>`;
  }

  languageChanged(): void {
    if (this.#isOpen) this.#pages.renew();
  }

  get onTimeline(): PanelOnTimeline {
    return { kinds: this.#filter.kinds };
  }

  get #isThere(): boolean {
    return this.#isOpen && this.#pages.progress === null;
  }

  get #wanted(): EntryFilter {
    const { kinds, windowId, search } = this.#filter;
    const wanted = kinds.length > 0 ? kinds : KINDS_OF[this.#view];
    return {
      ...(wanted && { kinds: wanted }),
      ...(windowId !== '' && { windowId }),
      ...(search.trim() !== '' && { search }),
    };
  }

  /** Only who opens the panel pays for the list. */
  #begin(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#pages.show(this.#wanted);
  }

  #show(view: InspectorView, filter: InspectorFilter): void {
    this.#view = view;
    this.#filter = filter;
    this.#selected = -1;
    this.#follower.move(null, 0);
    this.#pages.show(this.#wanted);
    this.#context.player.requestUpdate();
  }

  #select(index: number): void {
    const entry = index < 0 ? undefined : this.#pages.at(index);
    this.#selected = entry ? index : -1;
    const { player, session } = this.#context;
    if (entry) goToPlace(player, session.playback.timeline, entry);
    player.requestUpdate();
  }

  #follow(follows: boolean): void {
    if (follows === this.#follows) return;
    this.#follows = follows;
    this.#context.player.requestUpdate();
  }

  async #showPerson(isShown: boolean): Promise<void> {
    const { player, session } = this.#context;
    this.#person = 'hidden';
    const recording = session.loading.playlist.current?.recording;
    if (isShown && recording) {
      const { person } = await recording.ask('person', undefined);
      this.#person = person === null ? null : { json: JSON.parse(person) as unknown };
    }
    player.requestUpdate();
  }

  async #export(format: EntryExportFormat, to: TakeOutPlace, range: TimeSpan | null): Promise<void> {
    const { player } = this.#context;
    const within = range && { from: range.start, to: range.end };
    const query = { ...this.#wanted, ...within, format };
    const make = (job: JobOptions) => player.exportEntries(query, job);
    await this.#takeOut.take(make, { to, name: 'entries', format });
  }

  #reset(): void {
    this.#isOpen = false;
    this.#filter = EVERYTHING;
    this.#selected = -1;
    this.#follower.move(null, 0);
    this.#follows = true;
    this.#person = 'hidden';
    this.#takeOut.stop();
    this.#pages.clear();
    this.#pages.counts = null;
  }
}
