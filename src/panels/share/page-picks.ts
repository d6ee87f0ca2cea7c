import type { PageOutline } from '../../page-outline.ts';
import type { ReplaySession } from '../../session/replay-session.ts';
import { elementOn, pathOf } from './element-path.ts';
import { ElementPicker } from './element-picker.ts';
import { idOf, nameOf } from './pick-element.ts';
import type { PickedThing } from './share-state.ts';

/** What is picked on the page of a session, and finds what was picked on whichever page it shows. */
export class PagePicks {
  readonly #session: ReplaySession;
  readonly #onPick: (thing: PickedThing) => void;
  #picker: ElementPicker | null = null;

  constructor(session: ReplaySession, onPick: (thing: PickedThing) => void) {
    this.#session = session;
    this.#onPick = onPick;
  }

  /** Begins to pick. */
  begin(): ElementPicker {
    this.#picker = new ElementPicker(
      () => this.#session.stage.replay?.core ?? null,
      (element) => this.#pick(element),
    );
    return this.#picker;
  }

  /** @param isPicking whether what would be picked is outlined, too */
  outlines(picked: readonly PickedThing[], isPicking: boolean): readonly PageOutline[] {
    const outlines = picked.flatMap((thing): PageOutline[] => {
      const element = this.#find(thing);
      return element ? [{ element, name: thing.name, look: 'picked', isTold: false }] : [];
    });
    const element = isPicking ? this.#picker?.element : null;
    if (!element) return outlines;
    const isTold = this.#picker?.isWalked === true;
    return [...outlines, { element, name: nameOf(element), look: 'pointed', isTold }];
  }

  #pick(element: Element): void {
    const { replay } = this.#session.stage;
    const nodeId = replay && idOf(replay.core, element);
    if (!replay || nodeId === null) return;
    const { windowId, core, keyframe } = replay;
    this.#onPick({
      windowId,
      nodeId,
      time: this.#session.playhead.time,
      name: nameOf(element),
      keyframeAt: keyframe.timestamp,
      href: this.#href(windowId),
      path: pathOf(element, core.frame),
    });
  }

  /** By its number on the page on which it was picked, by its place wherever that page is recorded anew. */
  #find({ windowId, nodeId, keyframeAt, href, path }: PickedThing): Element | null {
    const { replay } = this.#session.stage;
    const page = replay?.core.frame.contentDocument;
    if (!replay || !page) return null;
    if (replay.windowId === windowId && replay.keyframe.timestamp === keyframeAt)
      return replay.core.elementOf(nodeId);
    return href !== '' && href === this.#href(replay.windowId) ? elementOn(path, page) : null;
  }

  #href(windowId: string): string {
    const { timeline, position } = this.#session.playback;
    return timeline?.hrefAt(windowId, position) ?? '';
  }
}
