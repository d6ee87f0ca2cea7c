import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../../core/json.ts';
import type { PageTimes, ReplayEvent } from '../../core/recording.ts';
import type { CorePatch } from '../core-patch.ts';
import type { PageClock } from '../page-clock.ts';
import { frameOf, Motions } from './motions.ts';
import { NodeAges } from './node-ages.ts';
import { methodOf, replacePart } from './replayer-parts.ts';

/** What is moved may set off what is in it; this ends here, if it does not by itself. */
const MAX_ROUNDS = 10;

/** Events that change how something looks. */
const RESTYLING: ReadonlySet<unknown> = new Set([
  IncrementalSource.Mutation,
  IncrementalSource.MouseInteraction,
  IncrementalSource.ViewportResize,
  IncrementalSource.Input,
  IncrementalSource.StyleSheetRule,
  IncrementalSource.StyleDeclaration,
  IncrementalSource.AdoptedStyleSheet,
  IncrementalSource.CustomElement,
]);

/**
 * Keeps animations and transitions of the page's styles in the time of the recording: at each moment they stand where
 * they stood then, whichever way it was reached. Left alone they begin when they are built, and go on by the clock of
 * the one who looks.
 */
export class PageMotion implements CorePatch {
  readonly #clock: PageClock;
  #replayer!: Replayer;
  #ages!: NodeAges;
  #motions!: Motions;
  /** The frame of the page in which something has happened last, Unix milliseconds. */
  #frame = 0;
  /** True as long as the page is being built, which is no way that it has come. */
  #isNew = false;
  #isDue = false;
  /** Number of the node under the mouse. */
  #hovered: unknown = null;
  /** When events happened, by their data. */
  readonly #times = new WeakMap<object, number>();

  constructor(clock: PageClock) {
    this.#clock = clock;
  }

  install(replayer: Replayer): void {
    this.#replayer = replayer;
    this.#ages = new NodeAges(replayer);
    this.#motions = new Motions(this.#clock, this.#ages);
    replacePart(replayer, 'applyIncremental', (apply) => (event, isSync) => {
      this.#expect(event as ReplayEvent);
      apply(event, isSync);
      if (isSync === true && !this.#isNew) this.#hoverAlong(event as ReplayEvent);
    });
    replacePart(replayer, 'moveAndHover', (move) => (x, y, id, isSync, data) => {
      if (isSync !== true) this.#enter(id, this.#times.get(Object(data) as object) ?? NaN);
      move(x, y, id, isSync, data);
      if (isSync !== true) this.#watch();
    });
  }

  /** When an element came to the page, Unix milliseconds. */
  readonly addedAt = (element: Element): number => this.#ages.addedAt(element);

  renew(times: PageTimes): void {
    this.#ages.renew(times);
    this.#isNew = true;
  }

  readonly onBuild = (node: object): void => {
    if ('defaultView' in node) this.#motions.addTree(node as Document);
    else if ('shadowRoot' in node && node.shadowRoot) this.#motions.addTree(node.shadowRoot as ShadowRoot);
  };

  readonly handler = ({ type, data }: { type: number; data?: unknown }, isSync: boolean): void => {
    if (type === EventType.FullSnapshot) this.#isNew = true;
    if (type !== EventType.IncrementalSnapshot) return;
    for (const { node, parentId } of asArray(asRecord(data)['adds']).map(asRecord)) {
      if (asRecord(node)['isShadow'] !== true) continue;
      const root = (this.#replayer.getMirror().getNode(Number(parentId)) as Element | null)?.shadowRoot;
      if (root) this.#motions.addTree(root);
    }
    if (!isSync) this.#watch();
  };

  settle(): void {
    this.pace();
    this.#isNew = false;
  }

  pace(): void {
    const { time } = this.#clock;
    this.#motions.discover(this.#isNew ? 'built' : 'happened', this.#frame, time);
    this.#motions.moveTo(time);
    // What an element inherits from one that has arrived may set off a transition of its own.
    for (let round = 0; round < MAX_ROUNDS && this.#motions.discover('moved', this.#frame, time); round++);
  }

  /** Something happens next: what is on the page comes as far as it is by then. */
  #expect({ timestamp, data }: ReplayEvent): void {
    if (this.#isNew) return;
    const at = this.#clock.recorded(timestamp);
    const fields: Fields = asRecord(data);
    this.#times.set(fields, at);
    if (!RESTYLING.has(fields['source'])) return;
    if (fields['source'] === IncrementalSource.Mutation) this.#ages.note(fields, at);
    this.#goTo(frameOf(at));
  }

  #goTo(frame: number): void {
    if (frame === this.#frame) return;
    this.#motions.discover('happened', this.#frame, this.#frame);
    // Movements of the mouse are told after what has happened meanwhile.
    if (frame > this.#frame) this.#motions.moveTo(frame);
    this.#frame = frame;
  }

  /** The mouse comes to a node: what it hovers is restyled. */
  #enter(id: unknown, at: number): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#goTo(frameOf(at));
  }

  /** The core only moves the mouse to where it is in the end, when it goes to a moment. */
  #hoverAlong({ timestamp, data }: ReplayEvent): void {
    for (const { id, x, y } of asArray(asRecord(data)['positions']).map(asRecord)) {
      if (id === this.#hovered || !this.#replayer.getMirror().has(Number(id))) continue;
      this.#enter(id, this.#clock.recorded(timestamp));
      methodOf(this.#replayer, 'moveAndHover').call(this.#replayer, x, y, id, true, data);
    }
  }

  /** Once all is done that is done at once. */
  #watch(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#clock.rate > 0) this.#motions.discover('happened', this.#frame, this.#clock.time);
    });
  }
}
