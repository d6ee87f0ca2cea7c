import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import RrwebPlayer from 'rrweb-player';
import { asArray, asRecord } from '../core/json.ts';
import type { PageResult, PageTimes, ReplayEvent } from '../core/recording.ts';
import { USER_MARKS } from '../core/rrweb/user-marks.ts';
import { applyFramePolicy, type AssetPolicy, limitFrameTo } from './frame-policy.ts';
import type { CorePatch } from './core-patch.ts';
import { guarded } from './guarded.ts';
import { HIDDEN_RULES } from './hidden-rules.ts';
import type { PageClock } from './page-clock.ts';
import { Inspection } from './inspection.ts';
import { openFrame } from './open-frame.ts';
import { scaleOf, type Size, type StageView, viewOf, withinPage } from './stage-view.ts';
import { corePatches } from './patches/index.ts';

const STYLE_RULES = [
  // Recorded scroll positions are exact. A page that scrolls smoothly would only get there later; one whose pictures
  // come late would be scrolled by the browser, to keep in sight what is, and one that snaps to what is nearest.
  '* { scroll-behavior: auto !important; overflow-anchor: none !important; scroll-snap-type: none !important; }',
  // Browsers write a rule of Shopify's themes without this shorthand, so that what slides in is never seen.
  '@media (prefers-reduced-motion: no-preference) { .scroll-trigger.animate--slide-in:not(.scroll-trigger--offscreen) { animation: var(--animation-slide-in); } }',
  // What a browser extension for translations puts into pages; it hides it by a sheet that is not of the page.
  'body > .translate-tooltip-mtz, body > .translate-button-mtz { display: none !important; }',
  // As browsers have it in their own style sheets: any rule of the page counts more.
  `:where([${USER_MARKS.focusVisible}]) { outline: auto; outline: auto 1px -webkit-focus-ring-color; }`,
];

/** Events at the moment itself belong to its frame; the core applies only what is strictly before. */
const INCLUDE_MOMENT_MS = 0.001;

/** The core counts time from its first event: its time is Unix milliseconds. */
const START: ReplayEvent = { type: EventType.Custom, timestamp: 0, data: { tag: 'start', payload: {} } };
/**
 * Keeps the core's timer running through stretches without events: it stops after its last event, and says it
 * has finished.
 */
const NEVER: ReplayEvent = {
  type: EventType.Custom,
  timestamp: Number.MAX_SAFE_INTEGER,
  data: { tag: 'end', payload: {} },
};

export interface ReplayCoreOptions {
  readonly remoteAssets: AssetPolicy;
  /** How much its pages may cost, as `RecordingLimits` has it. */
  readonly pageCost: number;
  /** Selectors of what is hidden in the data, before it gets here. */
  readonly cover: readonly string[];
  /** Rules added to every replayed document. */
  readonly styleRules: readonly string[];
  /** Called for every node that was built, with the serialized node it was built from. */
  readonly onBuild: (node: Node, getMeta: GetMeta) => void;
  /** Called when an event could not be applied and was left out. */
  readonly onDropped: () => void;
}

/** The serialized node that a replayed node was built from. */
export type GetMeta = (node: Node) => unknown;

/** What is left of rrweb-player's shell, as Svelte names it. */
interface Shell {
  $destroy(): void;
}

/**
 * One rrweb-player without its own controls, spoken to in Unix milliseconds. The only module that knows
 * rrweb-player. It begins with an empty frame, which takes a while to make, and shows what is appended, a page
 * first. Events are edited by it, so hand it copies that nobody else reads.
 */
export class ReplayCore implements PageClock {
  /** What it is drawn in. */
  readonly element = document.createElement('div');
  readonly frame: HTMLIFrameElement;
  readonly getMeta: GetMeta;
  readonly #player: Shell;
  readonly #replayer: Replayer;
  readonly #patches: readonly CorePatch[];
  readonly #inspection: Inspection;
  /** How far the core's time, which only goes forward, is ahead of the recording's, after going back in that. */
  #shift = 0;
  #playing = false;
  /** Everything up to this moment of the core's time is on the page. */
  #applied = -Infinity;
  #playbackRate = 1;
  #box = { width: 0, height: 0, margin: 0 };
  #view = viewOf('fit');

  /**
   * @param parent an element in the document, to which its own is added
   * @throws Error where the page could not be kept from doing what it must not; nothing is left behind then
   */
  constructor(parent: HTMLElement, options: ReplayCoreOptions) {
    parent.append(this.element);
    const styleRules = [...HIDDEN_RULES, ...STYLE_RULES, ...options.styleRules];
    this.#patches = corePatches(this, options.onDropped, styleRules);
    const player = new RrwebPlayer({
      target: this.element,
      props: {
        events: [START, NEVER],
        skipInactive: false,
        showWarning: false,
        // A replayed page that takes the focus would take it from the page around the player.
        triggerFocus: false,
        // What moves on the page is held and let go by a patch, in frames and shadow roots too.
        pauseAnimation: false,
        mouseTail: { duration: 400, lineWidth: 2, strokeStyle: '#f43f5e' },
        insertStyleRules: styleRules,
        plugins: [
          ...this.#patches.map((patch) => guardedPatch(patch, options.onDropped)),
          {
            onBuild: guarded((node) => {
              if (!isDomNode(node)) return;
              if (isMedia(node)) node.muted = true;
              options.onBuild(node, this.getMeta);
            }, options.onDropped),
          },
        ],
      },
    });
    this.#player = player;
    this.#replayer = player.getReplayer();
    this.getMeta = (node) => this.#replayer.getMirror().getMeta(node);
    this.frame = this.#replayer.iframe;
    this.#replayer.wrapper.inert = true;
    this.#inspection = new Inspection(this.frame, parent);
    try {
      applyFramePolicy(this.frame, options.remoteAssets);
      for (const patch of this.#patches) patch.install?.(this.#replayer);
    } catch (error) {
      this.destroy();
      throw error;
    }
    this.#replayer.on('resize', () => this.#fit());
  }

  /** Unix milliseconds. */
  get time(): number {
    return this.recorded(this.#playing ? this.#now : this.#applied);
  }

  get rate(): number {
    return this.#playing ? this.#playbackRate : 0;
  }

  recorded(coreTime: number): number {
    return coreTime - this.#shift;
  }

  /** False where the policy of the page around, which the frame inherits, refuses recorded styles. */
  get allowsStyles(): boolean {
    const page = this.frame.contentDocument;
    if (!page) return true;
    const probe = page.createElement('style');
    page.documentElement.append(probe);
    const isAllowed = probe.sheet !== null;
    probe.remove();
    return isAllowed;
  }

  /**
   * Lets the reader select text of the page, or, with null, no longer.
   *
   * @param onLeave called when the reader wants to leave from inside of the page
   */
  inspect(onLeave: (() => void) | null): void {
    this.#inspection.stop();
    const isInReach = onLeave !== null && this.#inspection.start(onLeave);
    this.#replayer.wrapper.inert = !isInReach;
  }

  /** The element on the page that was built for a number of rrweb's; null for none. */
  elementOf(nodeId: number): Element | null {
    const node = this.#replayer.getMirror().getNode(nodeId);
    return node?.nodeType === Node.ELEMENT_NODE && node.isConnected ? (node as Element) : null;
  }

  get playing(): boolean {
    return this.#playing;
  }

  set playbackRate(rate: number) {
    this.#playbackRate = rate;
    this.#replayer.setConfig({ speed: rate });
    this.#pace();
  }

  /** Builds the first page, of which the Meta event comes first, and what is to be played on it. */
  async begin({ events, at, times, sites }: PageResult): Promise<void> {
    limitFrameTo(this.frame, sites);
    await openFrame(this.frame, asRecord(events[0]?.data));
    this.#renew(times);
    await this.append(events);
    this.show(at);
  }

  /**
   * Adds later events. Resolves once the core has taken them in, which
   * it does in a microtask of its own.
   */
  async append(events: readonly ReplayEvent[]): Promise<void> {
    if (this.#playing) this.#letGo();
    const shifted = events.map((event) => ({ ...event, timestamp: event.timestamp + this.#shift }));
    // What comes after its time is applied at once, before the core is told to let go of what is over.
    const isLate = this.#playing && shifted.some(({ timestamp }) => timestamp <= this.#applied);
    if (isLate) this.#replayer.pause(this.#offset(this.#applied));
    for (const event of shifted) this.#replayer.addEvent(event);
    await Promise.resolve();
    if (isLate && this.#playing) this.#replayer.play(this.#offset(this.#applied));
  }

  /**
   * Makes the page that of another moment, earlier or later, and holds it. What was added and not shown yet is let
   * go of.
   *
   * @param page events that make the difference, and what is to be played from there
   * @returns false when nodes are missing: the core goes on after a mutation that it could not take in
   */
  async changeTo(timestamp: number, { events: changes, at, times }: PageResult): Promise<boolean> {
    this.#letGo();
    const { events } = this.#replayer.service.state.context;
    events.splice(1, events.length - 2);
    // What is not after the moment that is held is applied at once.
    this.#replayer.pause(this.#offset(this.#applied));
    this.#playing = false;
    this.#shift = this.#applied - at;
    this.#renew(times);
    await this.append(changes);
    this.show(at);
    const mirror = this.#replayer.getMirror();
    const made = changes.filter((event) => event.timestamp <= at);
    const isWhole = addedIds(made).every((id) => mirror.getNode(id)?.isConnected);
    this.show(timestamp);
    return isWhole;
  }

  /** Shows the frame at a moment and holds it. Like playing it only goes forward. */
  show(timestamp: number): void {
    this.#letGo();
    const at = Math.max(timestamp + this.#shift, this.#applied);
    this.#replayer.pause(this.#offset(at));
    this.#playing = false;
    this.#applied = at;
    // The clock may have gone past the end.
    this.#shift = at - timestamp;
    this.#settle();
  }

  /** Resolves when all is on the page that takes a while, such as pictures that canvases are drawn with. */
  async whole(): Promise<void> {
    for (const patch of this.#patches) await patch.whole?.();
  }

  play(timestamp: number): void {
    this.#letGo();
    this.#replayer.play(this.#offset(Math.max(timestamp + this.#shift, this.#applied)));
    this.#playing = true;
    this.#settle();
  }

  pause(): void {
    if (!this.#playing) return;
    this.#letGo();
    this.#playing = false;
    // From this moment on: what was to be there by now and comes later is applied at once.
    this.#replayer.pause(this.#offset(this.#applied));
    this.#pace();
  }

  /** The recorded viewport with the room around it, in its own pixels; null while there is none. */
  get size(): Size | null {
    const { offsetWidth, offsetHeight } = this.frame;
    if (offsetWidth === 0 || offsetHeight === 0) return null;
    const around = 2 * this.#box.margin;
    return { width: offsetWidth + around, height: offsetHeight + around };
  }

  /**
   * Scales the recorded viewport into a box of CSS pixels, as a view says.
   *
   * @param margin room left around it, in recorded pixels
   */
  fit(width: number, height: number, margin: number, view: StageView): void {
    this.#box = { width, height, margin };
    this.#view = view;
    this.#fit();
  }

  destroy(): void {
    for (const patch of this.#patches) patch.destroy?.();
    this.#replayer.destroy();
    this.#player.$destroy();
    this.element.remove();
  }

  /**
   * Lets go of events that were applied. The core would apply some of them once more: it goes on from its last event.
   */
  #letGo(): void {
    if (this.#playing) this.#applied = Math.max(this.#applied, this.#now);
    if (this.#applied === -Infinity) return;
    const { context } = this.#replayer.service.state;
    context.lastPlayedEvent = {
      type: EventType.Custom,
      timestamp: this.#applied,
      data: { tag: 'applied', payload: {} },
    };
    const { events } = context;
    const next = events.findIndex(({ timestamp }) => timestamp > this.#applied);
    events.splice(1, next - 1);
  }

  /** What the core leaves undone when it has gone to a moment. */
  #settle(): void {
    for (const patch of this.#patches) patch.settle?.(this.frame);
    this.#inspection.watch();
  }

  #renew(times: PageTimes): void {
    for (const patch of this.#patches) patch.renew?.(times);
  }

  #pace(): void {
    for (const patch of this.#patches) patch.pace?.();
  }

  /** Of the core's time. */
  get #now(): number {
    return this.#replayer.getCurrentTime();
  }

  #offset(coreTime: number): number {
    return coreTime + INCLUDE_MOMENT_MS;
  }

  #fit(): void {
    const { size } = this;
    if (!size || this.#box.width === 0) return;
    const scale = scaleOf(this.#view, this.#box, size);
    const { x, y } = withinPage(this.#view, this.#box, size);
    const moved = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px) `;
    // For paper, whose size is known to the style sheet alone.
    this.element.style.setProperty('--_outer-width', `${size.width}px`);
    this.element.style.setProperty('--_outer-height', `${size.height}px`);
    this.#replayer.wrapper.style.transform = `${moved}scale(${scale}) translate(-50%, -50%)`;
  }
}

/** What a patch has the core call, so that one that fails keeps none of the others from its work. */
function guardedPatch(patch: CorePatch, onFailed: () => void): Pick<CorePatch, 'onBuild' | 'handler'> {
  return {
    onBuild: guarded((node, context) => patch.onBuild?.(node, context), onFailed),
    handler: guarded((event, isSync) => patch.handler?.(event, isSync), onFailed),
  };
}

/** Numbers of the nodes that mutations add. */
function addedIds(events: readonly ReplayEvent[]): number[] {
  return events
    .map(({ data }) => asRecord(data))
    .flatMap(({ source, adds }) => (source === IncrementalSource.Mutation ? asArray(adds) : []))
    .map((add) => Number(asRecord(asRecord(add)['node'])['id']));
}

/** The plugin's type allows for nodes of the core's virtual document, which is not used. */
function isDomNode(node: object): node is Node {
  return 'baseURI' in node;
}

/** By name: the node lives in another window, whose classes are not ours. */
function isMedia(node: Node): node is HTMLMediaElement {
  return node.nodeName === 'VIDEO' || node.nodeName === 'AUDIO';
}
