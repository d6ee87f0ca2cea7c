import { asRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { PageSource, VisibleRow } from './page-source.ts';
import { emptyPage } from './page-state.ts';

/** Of these only the last one counts: they are many, and need not be read. */
const LAST_ONLY: Readonly<Partial<Record<EventKind, string>>> = {
  mouseMove: 'pointer',
  touchMove: 'pointer',
  drag: 'pointer',
  selection: 'selection',
};
/** What tells of the user. */
const OF_USER: ReadonlySet<EventKind> = new Set(['mouseInteraction', 'fullScreen', 'pageState']);
/** What a full snapshot holds. */
const HELD: ReadonlySet<EventKind> = new Set(['fullSnapshot', 'input', 'scroll', 'viewportResize']);

/** What is to be known of a page besides its tree, from reading no more of its events than it takes. */
export class RowNotes {
  /** False when what was drawn on canvases was passed over. */
  readonly withPictures: boolean;
  /** Mutations that attach documents to frames. */
  readonly attaching: VisibleRow[] = [];
  /** What mouse, finger and keyboard did. */
  readonly actions: ReplayEvent[] = [];
  readonly #source: PageSource;
  readonly #page = emptyPage();
  readonly #unread = new Map<string, VisibleRow>();
  #hasSheets = false;
  #isEmpty = true;

  constructor(source: PageSource, withPictures: boolean) {
    this.#source = source;
    this.withPictures = withPictures;
  }

  /** True when no row was added. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  addAll(rows: Iterable<VisibleRow>): void {
    for (const row of rows) this.#add(row);
    this.#isEmpty = false;
  }

  /** In the order in which they happened. */
  events(): ReplayEvent[] {
    for (const row of this.#unread.values()) this.#read(row);
    this.#unread.clear();
    return this.#page.rest.events().sort((a, b) => a.timestamp - b.timestamp);
  }

  #add(row: VisibleRow): void {
    const { kind } = row;
    const last = LAST_ONLY[kind];
    if (last) this.#unread.set(last, row);
    else if (kind === 'mutation') {
      if (this.#source.attachesFrame(row)) this.attaching.push(row);
    } else if (kind === 'canvasMutation') {
      if (this.withPictures) this.#read(row);
    } else if (kind === 'styleSheetRule' || kind === 'styleDeclaration') {
      // Rules of a style element are in the snapshot, those of a sheet without one are not.
      if (this.#hasSheets) this.#read(row, (event) => asRecord(event.data)['styleId'] !== undefined);
    } else if (!HELD.has(kind)) {
      if (kind === 'adoptedStyleSheet') this.#hasSheets = true;
      this.#read(row);
    }
  }

  #read(row: VisibleRow, isWanted: (event: ReplayEvent) => boolean = () => true): void {
    const event = this.#source.inflate(row);
    if (!event || !isWanted(event)) return;
    this.#page.add(event);
    if (OF_USER.has(row.kind)) this.actions.push(event);
  }
}
