import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { MaskingRules } from '../core/recording.ts';
import type { MaskKind } from './detect-mask.ts';
import { boxesOf } from './mask-boxes.ts';
import { type GetMeta, MaskFinder } from './mask-finder.ts';
import { maskLayerStyles } from './replay-mask-layer.styles.ts';

/** The replayed page that a layer lies over. */
export interface MaskedPage {
  /** Shown scaled by a CSS transform, below the layer. */
  readonly frame: HTMLIFrameElement;
  readonly getMeta: GetMeta;
  /** What the recorder was told to hide; null when the recording does not say. */
  readonly rules: MaskingRules | null;
}

const LABELS: Readonly<Record<MaskKind, string>> = {
  blocked: 'Blocked',
  text: 'Masked text',
  input: 'Masked input',
};

const NOUNS: Readonly<Record<MaskKind, readonly [one: string, many: string]>> = {
  blocked: ['blocked element', 'blocked elements'],
  text: ['masked text', 'masked texts'],
  input: ['masked input', 'masked inputs'],
};

/** A label needs so much room, in pixels on screen, to leave most of its box to be seen. */
const LABEL_WIDTH = 110;
const LABEL_HEIGHT = 14;

interface Drawn {
  readonly kind: MaskKind;
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
 * @fires replay-masks-change - `count` has changed.
 * @csspart mask - One box; also of the part `blocked`, `text` or `input`.
 */
export class ReplayMaskLayerElement extends LitElement {
  static override styles = maskLayerStyles;

  #page: MaskedPage | null = null;
  #finder: MaskFinder | null = null;
  #scheduled = 0;
  readonly #boxes: HTMLElement[] = [];
  readonly #resize = new ResizeObserver(() => this.refresh());

  @query('.boxes') private container!: HTMLElement;
  @state() private counts: Readonly<Record<MaskKind, number>> = { blocked: 0, text: 0, input: 0 };

  /** Draws the boxes; without it nothing is drawn, counted or watched. */
  @property({ type: Boolean, reflect: true }) shown = false;

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
    if (!changed.has('shown')) return;
    if (this.shown) this.#start();
    else this.#stop();
  }

  #start(): void {
    const page = this.#page?.frame.contentDocument;
    if (!this.#page || !page || !this.shown || this.#finder) return;
    this.#finder = new MaskFinder(page, this.#page.getMeta, this.#page.rules, () => this.refresh());
    // Scrolling is not passed on from scroller to scroller; on its way down it passes the document.
    page.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    // The page that was built just now comes first: measuring takes half as long as building it.
    requestAnimationFrame(() => setTimeout(() => this.refresh()));
  }

  #stop(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    this.#finder?.disconnect();
    this.#finder = null;
    this.#page?.frame.contentDocument?.removeEventListener('scroll', this.#handleScroll, { capture: true });
    this.#draw([]);
    this.#count([]);
  }

  readonly #handleScroll = (): void => this.refresh();

  #paint(): void {
    this.#scheduled = 0;
    const finder = this.#finder;
    const page = this.#page;
    if (!finder || !page?.frame.isConnected) return;
    const frame = page.frame.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    const scale = frame.width / (page.frame.offsetWidth || 1);
    const visible = [...finder.masks()]
      .map((mask) => ({ kind: mask.kind, boxes: boxesOf(mask, page.rules) }))
      .filter(({ boxes }) => boxes.length > 0);
    this.#draw(
      visible.flatMap(({ kind, boxes }) =>
        boxes.map(({ left, top, right, bottom }, i) => ({
          kind,
          isFirst: i === 0,
          left: frame.left - own.left + left * scale,
          top: frame.top - own.top + top * scale,
          width: (right - left) * scale,
          height: (bottom - top) * scale,
        })),
      ),
    );
    this.#count(visible.map(({ kind }) => kind));
  }

  /** Boxes are kept and moved: a page that scrolls moves many of them in every frame. */
  #draw(drawn: readonly Drawn[]): void {
    while (this.#boxes.length < drawn.length) {
      const box = document.createElement('div');
      this.#boxes.push(box);
      this.container.append(box);
    }
    this.#boxes.forEach((box, i) => {
      const mask = drawn[i];
      box.hidden = !mask;
      if (!mask) return;
      const isRoomy = mask.isFirst && mask.width >= LABEL_WIDTH && mask.height >= LABEL_HEIGHT;
      const label = isRoomy ? LABELS[mask.kind] : '';
      if (box.className !== mask.kind) {
        box.className = mask.kind;
        box.part.value = `mask ${mask.kind}`;
      }
      box.dataset['label'] = label;
      box.style.width = `${mask.width}px`;
      box.style.height = `${mask.height}px`;
      box.style.transform = `translate(${mask.left}px, ${mask.top}px)`;
    });
  }

  #count(kinds: readonly MaskKind[]): void {
    const counts = { blocked: 0, text: 0, input: 0 };
    for (const kind of kinds) counts[kind]++;
    const before = this.count;
    if (JSON.stringify(counts) === JSON.stringify(this.counts)) return;
    this.counts = counts;
    if (this.count !== before) this.dispatchEvent(new Event('replay-masks-change'));
  }

  /** Things hidden on screen now. */
  get count(): number {
    const { blocked, text, input } = this.counts;
    return blocked + text + input;
  }

  /** Lies over another page from now on. */
  attach(page: MaskedPage): void {
    this.#stop();
    this.#page = page;
    this.#start();
  }

  detach(): void {
    this.#stop();
    this.#page = null;
  }

  /** Looks again, once before the next frame is painted, where things are: after a seek, and while playing. */
  refresh(): void {
    if (this.#finder && this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  protected override render(): TemplateResult {
    return html`
      <div class="boxes" aria-hidden="true"></div>
      <p class="summary" role="note">${this.#summary}</p>
    `;
  }

  get #summary(): string {
    const found = (Object.keys(NOUNS) as MaskKind[])
      .filter((kind) => this.counts[kind] > 0)
      .map((kind) => `${this.counts[kind]} ${NOUNS[kind][this.counts[kind] === 1 ? 0 : 1]}`);
    return found.length > 0 ? `Hidden by the recorder on screen: ${found.join(', ')}` : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-mask-layer': ReplayMaskLayerElement;
  }
}
