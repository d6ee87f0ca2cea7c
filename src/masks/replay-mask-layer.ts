import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MASK_KINDS, type MaskKind } from '../core/rrweb/mask-traces.ts';
import { asRecord } from '../core/json.ts';
import type { MaskingRules } from '../core/recording.ts';
import { maskPatterns } from '../styles/mask-patterns.ts';
import { localeOf } from '../locale/locale-of.ts';
import { type Box, boxesOf, type Viewports } from './mask-boxes.ts';
import type { GetMeta } from '../rrweb-view/replay-core.ts';
import { type Mask, MaskFinder } from './mask-finder.ts';
import { maskLayerStyles } from './replay-mask-layer.styles.ts';

/** The replayed page that a layer lies over. */
export interface MaskedPage {
  /** Shown scaled by a CSS transform, below the layer. */
  readonly frame: HTMLIFrameElement;
  readonly getMeta: GetMeta;
  /** What the recorder was told to hide; null when the recording does not say. */
  readonly rules: MaskingRules | null;
}

/** A label needs so much room, in pixels on screen, to leave most of its box to be seen. */
const LABEL_WIDTH = 110;
const LABEL_HEIGHT = 14;

/** Milliseconds of a frame that finding out where things are may take; what is left is done in the next. */
const FRAME_BUDGET = 8;

/** How many of each kind. */
export type MaskCounts = Readonly<Record<MaskKind, number>>;

const NONE = Object.freeze(
  Object.fromEntries(MASK_KINDS.map((kind) => [kind, 0])) as Record<MaskKind, number>,
);

interface VisibleMask {
  readonly mask: Mask;
  readonly boxes: readonly Box[];
}

interface Drawn {
  readonly kind: MaskKind;
  readonly isHighlighted: boolean;
  /** The first box of a mask: the further lines of a text are not named again. */
  readonly isFirst: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws what the recorder has hidden over a replayed page, and names it. Lies over the page without taking part
 * in it; screen readers are told how many things are hidden on screen.
 *
 * @element replay-mask-layer
 * @fires replay-masks-change - `counts` has changed, or whether `highlighted` is in sight.
 * @csspart mask - One box; also of the part that is named like its kind: `blocked`, `text`, `input`, `exposed`,
 * `ignored`, `canvas`, `frame`, `covered` or `redacted`.
 * @csspart highlighted - The box of what was chosen.
 * @cssprop [--replay-redacted-color] - Colour of what was removed from a copy.
 */
export class ReplayMaskLayerElement extends LitElement {
  static override styles = [maskPatterns, maskLayerStyles];

  #page: MaskedPage | null = null;
  #finder: MaskFinder | null = null;
  #scheduled = 0;
  /** Where a look at the page has got to; null between two. */
  #look: { readonly masks: Iterator<Mask>; readonly visible: VisibleMask[] } | null = null;
  /** The page has changed since a look began. */
  #isStale = false;
  /** So many first looks are yet to begin. */
  #beginning = 0;
  readonly #boxes: HTMLElement[] = [];
  readonly #resize = new ResizeObserver(() => this.refresh());

  @query('.boxes') private container!: HTMLElement;

  /** Things hidden on screen now. */
  @state() counts: MaskCounts = NONE;

  /** Whether what is highlighted can be seen. */
  highlightShown = false;

  /** Draws the boxes; without it nothing is drawn, counted or watched. */
  @property({ type: Boolean, reflect: true }) shown = false;

  /** Number of an element that is outlined, where it is hidden and on screen; null for none. */
  @property({ attribute: false }) highlighted: number | null = null;

  /** Canvases of which there is no picture in all of the recording, by number; null while that is not known. */
  @property({ attribute: false }) emptyCanvases: ReadonlySet<number> | null = null;

  /** Inputs that were masked in vain anywhere in the recording, by number; those that are known. */
  @property({ attribute: false }) exposedInputs: ReadonlySet<number> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('highlighted') || changed.has('emptyCanvases') || changed.has('exposedInputs'))
      this.refresh();
    if (!changed.has('shown')) return;
    if (this.shown) this.#start();
    else this.#stop();
  }

  #start(): void {
    const page = this.#page?.frame.contentDocument;
    if (!this.#page || !page || !this.shown || this.#finder) return;
    const isExposed = (element: Element) => this.exposedInputs.has(this.#numberOf(element));
    this.#finder = new MaskFinder(page, { ...this.#page, isExposed }, () => this.refresh());
    // Scrolling is not passed on from scroller to scroller; on its way down it passes the document.
    page.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    // The page that was built just now comes first: measuring takes half as long as building it.
    this.#beginning++;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#beginning--;
        this.refresh();
      }),
    );
  }

  /** Also waits until the boxes are where they belong. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    while (this.#beginning > 0 || this.#scheduled !== 0) await nextFrame();
    return isDone;
  }

  #stop(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    this.#look = null;
    this.#isStale = false;
    this.#finder?.disconnect();
    this.#finder = null;
    this.#page?.frame.contentDocument?.removeEventListener('scroll', this.#handleScroll, { capture: true });
    this.#draw([]);
    this.#tell([], false);
  }

  readonly #handleScroll = (): void => this.refresh();

  /** Looks where things are, for as long as a frame allows, and draws them once all have been looked at. */
  #paint(): void {
    this.#scheduled = 0;
    const finder = this.#finder;
    const page = this.#page;
    if (!finder || !page?.frame.isConnected) return;
    this.#look ??= { masks: finder.masks(), visible: [] };
    const { masks, visible } = this.#look;
    const viewports: Viewports = new Map();
    const until = performance.now() + FRAME_BUDGET;
    for (let next = masks.next(); !next.done; next = masks.next()) {
      const boxes = this.#isLeftOut(next.value) ? [] : boxesOf(next.value, page.rules, viewports);
      if (boxes.length > 0) visible.push({ mask: next.value, boxes });
      if (performance.now() < until) continue;
      this.#schedule();
      return;
    }
    this.#look = null;
    this.#show(visible, page.frame);
    if (this.#isStale) this.#schedule();
    this.#isStale = false;
  }

  /** A canvas of which the first picture is yet to come. */
  #isLeftOut({ kind, element }: Mask): boolean {
    return kind === 'canvas' && this.emptyCanvases?.has(this.#numberOf(element)) === false;
  }

  #numberOf(element: Element): number {
    return Number(asRecord(this.#page?.getMeta(element))['id']);
  }

  #show(visible: readonly VisibleMask[], frame: HTMLIFrameElement): void {
    const outer = frame.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    const scale = outer.width / (frame.offsetWidth || 1);
    const drawn = visible.flatMap(({ mask: { kind, element }, boxes }) => {
      const isHighlighted = this.highlighted !== null && this.#numberOf(element) === this.highlighted;
      return boxes.map(({ left, top, right, bottom }, i) => ({
        kind,
        isHighlighted,
        isFirst: i === 0,
        left: outer.left - own.left + left * scale,
        top: outer.top - own.top + top * scale,
        width: (right - left) * scale,
        height: (bottom - top) * scale,
      }));
    });
    this.#draw(drawn);
    this.#tell(
      visible.map(({ mask }) => mask.kind),
      drawn.some(({ isHighlighted }) => isHighlighted),
    );
  }

  /** Boxes are kept and moved: a page that scrolls moves many of them in every frame. */
  #draw(drawn: readonly Drawn[]): void {
    while (this.#boxes.length < drawn.length) {
      const box = document.createElement('div');
      this.#boxes.push(box);
      this.container.append(box);
    }
    const { privacy } = localeOf(this);
    this.#boxes.forEach((box, i) => {
      const mask = drawn[i];
      box.hidden = !mask;
      if (!mask) return;
      const isRoomy = mask.isFirst && mask.width >= LABEL_WIDTH && mask.height >= LABEL_HEIGHT;
      const label = isRoomy ? privacy.masks[mask.kind].name : '';
      const names = `mask ${mask.kind}${mask.isHighlighted ? ' highlighted' : ''}`;
      if (box.className !== names) {
        box.className = names;
        box.part.value = names;
      }
      box.dataset['label'] = label;
      box.style.width = `${mask.width}px`;
      box.style.height = `${mask.height}px`;
      box.style.transform = `translate(${mask.left}px, ${mask.top}px)`;
    });
  }

  #tell(kinds: readonly MaskKind[], highlightShown: boolean): void {
    const counts = { ...NONE };
    for (const kind of kinds) counts[kind]++;
    const isSame = MASK_KINDS.every((kind) => counts[kind] === this.counts[kind]);
    if (isSame && highlightShown === this.highlightShown) return;
    if (!isSame) this.counts = counts;
    this.highlightShown = highlightShown;
    this.dispatchEvent(new Event('replay-masks-change'));
  }

  /** Lies over another page from now on; over none with null. */
  attach(page: MaskedPage | null): void {
    this.#stop();
    this.#page = page;
    this.#start();
  }

  /** Looks again, once before the next frame is painted, where things are: after a seek, and while playing. */
  refresh(): void {
    if (!this.#finder) return;
    if (this.#look) this.#isStale = true;
    else this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  protected override render(): TemplateResult {
    return html`
      <div class="boxes" aria-hidden="true"></div>
      <p class="summary" role="note">${this.#summary}</p>
    `;
  }

  get #summary(): string {
    const { privacy } = localeOf(this);
    const found = MASK_KINDS.filter((kind) => this.counts[kind] > 0).map((kind) =>
      privacy.masks[kind].count(this.counts[kind]),
    );
    return found.length > 0 ? privacy.hiddenOnScreen(found.join(', ')) : '';
  }
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-mask-layer': ReplayMaskLayerElement;
  }
}
