import { EventType, IncrementalSource, MouseInteractions } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { FULL_SCREEN_TAG, STATE_TAG } from './custom-tags.ts';
import { afterClick, manual, type OpenPopover, type PopoverPage } from './popovers.ts';

/** What gets the focus so soon after a click got it by that: a dialog that opens, say. */
const POINTED_MS = 300;

/** Elements by their numbers; null for none. */
interface UserState {
  readonly pressed: number | null;
  readonly focused: number | null;
  /** True when the focus came by mouse or finger: most elements do not show it then. */
  readonly isFocusPointed: boolean;
  readonly fullScreen: number | null;
  /** In the order in which they were opened. */
  readonly popovers: readonly OpenPopover[];
}

const AT_FIRST: UserState = {
  pressed: null,
  focused: null,
  isFocusPointed: false,
  fullScreen: null,
  popovers: [],
};

/**
 * What the user is doing that leaves no trace in the page itself. The worker follows it while it folds events, the view
 * while it plays them, so that both come to the same.
 */
export class UserActions {
  readonly #page: PopoverPage;
  #state = AT_FIRST;
  /** When mouse or finger last pressed or clicked; Unix milliseconds. */
  #pointedAt = -Infinity;

  /** @param page as it is when an event is noted */
  constructor(page: PopoverPage) {
    this.#page = page;
  }

  get state(): UserState {
    return this.#state;
  }

  note({
    type,
    data,
    timestamp,
  }: Pick<ReplayEvent, 'type' | 'timestamp'> & { readonly data?: unknown }): void {
    const fields: Fields = asRecord(data);
    if (type === EventType.FullSnapshot) this.#state = AT_FIRST;
    else if (type === EventType.Custom) this.#noteCustom(fields, timestamp);
    else if (type !== EventType.IncrementalSnapshot) return;
    else if (fields['source'] === IncrementalSource.Mutation) this.#noteMutation(fields);
    // What is dragged is not pressed any more, and nobody tells of its end.
    else if (fields['source'] === IncrementalSource.Drag) this.#set({ pressed: null });
    else if (fields['source'] === IncrementalSource.MouseInteraction)
      this.#noteInteraction(Number(fields['type']), Number(fields['id']), timestamp);
  }

  /** False as long as there is nothing to tell. */
  get isKnown(): boolean {
    return this.#state !== AT_FIRST;
  }

  /**
   * The event that tells of the state.
   *
   * @param more of the page, which is told with it
   */
  event(at: number, more: Fields = {}): ReplayEvent {
    const payload = { ...more, ...this.#state, pointedAgo: at - this.#pointedAt };
    return { type: EventType.Custom, timestamp: at, data: { tag: STATE_TAG, payload } };
  }

  /** The same as recorders tell of it. */
  recorded(at: number): ReplayEvent[] {
    const { focused, fullScreen } = this.#state;
    const { MouseInteraction } = IncrementalSource;
    const focus = { source: MouseInteraction, type: MouseInteractions.Focus, id: focused };
    const custom = { tag: FULL_SCREEN_TAG, payload: { id: fullScreen, enter: true } };
    return [
      ...(focused === null ? [] : [incrementalEvent(at, focus)]),
      ...(fullScreen === null ? [] : [{ type: EventType.Custom, timestamp: at, data: custom } as const]),
    ];
  }

  #noteInteraction(type: number, id: number, timestamp: number): void {
    switch (type) {
      case MouseInteractions.Focus:
        this.#set({ focused: id, isFocusPointed: timestamp - this.#pointedAt < POINTED_MS });
        return;
      case MouseInteractions.Blur:
        if (this.#state.focused === id) this.#set({ focused: null });
        return;
      case MouseInteractions.MouseDown:
      case MouseInteractions.TouchStart:
        this.#set({ pressed: id });
        break;
      case MouseInteractions.MouseUp:
      case MouseInteractions.TouchEnd:
      case MouseInteractions.TouchCancel:
        this.#set({ pressed: null });
        break;
      case MouseInteractions.Click:
        this.#set({ popovers: afterClick(this.#state.popovers, id, this.#page) });
        break;
      default:
        return;
    }
    this.#pointedAt = timestamp;
  }

  #noteCustom({ tag, payload }: Fields, timestamp: number): void {
    const fields = asRecord(payload);
    const { pointedAgo, id, enter } = fields;
    if (tag === STATE_TAG) {
      this.#state = stateIn(fields);
      this.#pointedAt = timestamp - Number(pointedAgo ?? Infinity);
    } else if (tag === FULL_SCREEN_TAG) {
      if (enter === true) this.#set({ fullScreen: Number(id), popovers: this.#manual });
      else if (this.#state.fullScreen === id) this.#set({ fullScreen: null });
    }
  }

  /** A modal dialog closes popovers that clicks elsewhere close as well. */
  #noteMutation({ adds, attributes }: Fields): void {
    if (this.#state.popovers.length === 0) return;
    const nodes = asArray(adds).map((add) => asRecord(add)['node']);
    const isModal = [...asArray(attributes), ...nodes].some(
      (change) => asRecord(asRecord(change)['attributes'])['rr_open_mode'] === 'modal',
    );
    if (isModal) this.#set({ popovers: this.#manual });
  }

  get #manual(): readonly OpenPopover[] {
    return manual(this.#state.popovers, this.#page);
  }

  #set(change: Partial<UserState>): void {
    this.#state = { ...this.#state, ...change };
  }
}

/** Copies bring states along, and are files like any other. */
function stateIn({ pressed, focused, isFocusPointed, fullScreen, popovers }: Fields): UserState {
  const idIn = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    pressed: idIn(pressed),
    focused: idIn(focused),
    isFocusPointed: isFocusPointed === true,
    fullScreen: idIn(fullScreen),
    popovers: asArray(popovers)
      .map(asRecord)
      .map(({ id, opener }) => ({ id: Number(id), opener: Number(opener) })),
  };
}
