import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { localeOf } from '../locale/locale-of.ts';
import type { PageOutline, PageOutlines } from '../page-outline.ts';
import { boxInView } from './mask-boxes.ts';
import { outlineLayerStyles } from './replay-outline-layer.styles.ts';

/** Room that a label needs above what it names, in pixels on screen. */
const LABEL_HEIGHT = 18;
/** Where the label of something stands that is out of view. */
const AWAY = { left: 8, top: 8, width: 0, height: 0 } as const;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Outlines elements of a replayed page with their names and sizes, over the page and without taking part in it. Where
 * they are is asked for each frame while there is something to outline: they move as the page plays and the player
 * grows.
 *
 * @element replay-outline-layer
 * @csspart outline - One outline; also of the part that is named like its look: `pointed` or `picked`.
 * @csspart outline-label - Its name and size.
 * @cssprop [--replay-outline-color] - Colour of the outlines.
 */
export class ReplayOutlineLayerElement extends LitElement {
  static override styles = [outlineLayerStyles];

  #scheduled = 0;
  readonly #boxes: HTMLElement[] = [];

  @query('.boxes') private container!: HTMLElement;

  @state() private told = '';

  /** What is outlined; null for nothing. */
  @property({ attribute: false }) outlines: PageOutlines | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#restart();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#scheduled);
  }

  protected override willUpdate(): void {
    if (!this.outlines) this.told = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('outlines')) this.#restart();
  }

  #restart(): void {
    cancelAnimationFrame(this.#scheduled);
    if (this.outlines) this.#scheduled = requestAnimationFrame(this.#paint);
    else for (const box of this.#boxes) box.hidden = true;
  }

  readonly #paint = (): void => {
    this.#scheduled = requestAnimationFrame(this.#paint);
    this.#draw(this.outlines?.() ?? []);
  };

  #draw(outlines: readonly PageOutline[]): void {
    const own = this.getBoundingClientRect();
    const drawn = outlines.flatMap((outline) => {
      const place = placeOf(outline.element, own);
      return place || outline.look === 'pointed' ? [{ outline, place }] : [];
    });
    while (this.#boxes.length < drawn.length) this.#boxes.push(this.#addBox());
    this.#boxes.forEach((box, i) => {
      const shown = drawn[i];
      box.hidden = !shown;
      if (shown) this.#drawBox(box, shown.outline, shown.place, own);
    });
    this.told = drawn
      .map(({ outline, place }) => (outline.isTold ? this.#aloud(outline, place) : ''))
      .join('');
  }

  #addBox(): HTMLElement {
    const box = document.createElement('div');
    const [frame, label, name, size] = ['frame', 'label', 'name', 'size'].map((part) => {
      const made = document.createElement('span');
      made.className = part;
      return made;
    }) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    label.part.value = 'outline-label';
    label.append(name, size);
    box.append(frame, label);
    this.container.append(box);
    return box;
  }

  #drawBox(box: HTMLElement, outline: PageOutline, place: Place | null, own: DOMRect): void {
    const { privacy, share } = localeOf(this);
    const { left, top, width, height } = place ?? AWAY;
    const sides = [
      place ? '' : 'away',
      top < LABEL_HEIGHT ? 'inside' : '',
      place && left > own.width / 2 ? 'right' : '',
    ];
    write(box, 'className', ['outline', outline.look, ...sides].filter(Boolean).join(' '));
    write(box.part, 'value', `outline ${outline.look}`);
    const [name, size] = box.querySelectorAll('.name, .size');
    write(name, 'textContent', outline.name);
    write(
      size,
      'textContent',
      share.elementSize(...sizeOf(outline)) + (place ? '' : ` · ${privacy.outOfSight}`),
    );
    write(box.style, 'width', `${width}px`);
    write(box.style, 'height', `${height}px`);
    write(box.style, 'transform', `translate(${left}px, ${top}px)`);
  }

  #aloud(outline: PageOutline, place: Place | null): string {
    const { privacy, share } = localeOf(this);
    const words = share.elementTold(outline.name, ...sizeOf(outline));
    return place ? words : `${words}. ${privacy.outOfSight}`;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="boxes" aria-hidden="true"></div>
      <p class="told" role="status">${this.told}</p>
    `;
  }
}

/** In CSS pixels of the recorded page. */
function sizeOf({ element }: PageOutline): [width: number, height: number] {
  const { width, height } = element.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
}

/** Where an element is seen in the layer, in pixels on screen; null where it is not in view. */
function placeOf(element: Element, own: DOMRect): Place | null {
  const frame = frameAround(element);
  const box = frame && boxInView(element);
  if (!box) return null;
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / (frame.offsetWidth || 1);
  return {
    left: outer.left - own.left + box.left * scale,
    top: outer.top - own.top + box.top * scale,
    width: (box.right - box.left) * scale,
    height: (box.bottom - box.top) * scale,
  };
}

/** The player's frame that the page of an element, or the page around that, is in; null where it is gone. */
function frameAround(element: Element): HTMLElement | null {
  const frame = element.ownerDocument.defaultView?.frameElement ?? null;
  return frame && frame.ownerDocument !== document ? frameAround(frame) : (frame as HTMLElement | null);
}

/** Writes what has changed and nothing else: it is called for each frame. */
function write<T extends object, K extends keyof T>(target: T | undefined, member: K, value: T[K]): void {
  if (target && target[member] !== value) target[member] = value;
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-outline-layer': ReplayOutlineLayerElement;
  }
}
