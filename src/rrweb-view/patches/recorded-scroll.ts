import type { Replayer } from '@rrweb/replay';
import { EventType } from '@rrweb/types';
import { asRecord } from '../../core/json.ts';
import type { CorePatch } from '../core-patch.ts';
import { guarded } from '../guarded.ts';
import { replacePart } from './replayer-parts.ts';

/** For so many frames of the browser a page may get longer by itself, such as by a transition. */
const RETRY_FRAMES = 60;

/** CSS pixels. */
interface Offset {
  readonly left: number;
  readonly top: number;
}

/**
 * Scrolls pages, frames and boxes at once to where they were recorded. One that cannot be scrolled so far yet gets there
 * as soon as it can: what makes it long enough may come later, such as its pictures, or the size of the viewport.
 */
export class RecordedScroll implements CorePatch {
  /** What is not where it should be, by the document or element that is scrolled. */
  readonly #pending = new Map<Node, Offset>();
  #replayer!: Replayer;
  #frame = 0;
  #framesLeft = 0;

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    this.#replayer = replayer;
    replacePart(replayer, 'applyScroll', () => (data) => {
      const { id, x, y } = asRecord(data);
      this.#scroll(replayer.getMirror().getNode(Number(id)), { left: Number(x), top: Number(y) });
    });
  }

  readonly onBuild = (node: object, { id }: { readonly id: number }): void => {
    const mirror = this.#replayer.getMirror();
    const built = mirror.getNode(id);
    const { attributes } = asRecord(built && mirror.getMeta(built));
    const { rr_scrollLeft: left = 0, rr_scrollTop: top = 0 } = asRecord(attributes);
    if (built && (left !== 0 || top !== 0))
      this.#pending.set(built, { left: Number(left), top: Number(top) });
    if (isDocument(node)) node.addEventListener('load', this.#scrollAll, true);
  };

  readonly handler = ({ type, data }: { readonly type: number; readonly data?: unknown }): void => {
    if (type === EventType.FullSnapshot) {
      const { node, initialOffset } = asRecord(data);
      const { left = 0, top = 0 } = asRecord(initialOffset);
      const page = this.#replayer.getMirror().getNode(Number(asRecord(node)['id']));
      this.#scroll(page, { left: Number(left), top: Number(top) });
    }
    this.#retry();
  };

  settle(): void {
    this.#scrollAll();
    this.#retry();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#pending.clear();
  }

  readonly #scrollAll = guarded((): void => {
    for (const [node, offset] of this.#pending) {
      if (node.isConnected) this.#scroll(node, offset);
      else this.#pending.delete(node);
    }
  });

  #scroll(node: Node | null, offset: Offset): void {
    if (!node) return;
    const isThere = scrollTo(node, offset);
    if (isThere) this.#pending.delete(node);
    else this.#pending.set(node, offset);
  }

  #retry(): void {
    if (this.#pending.size === 0) return;
    this.#framesLeft = RETRY_FRAMES;
    this.#frame ||= requestAnimationFrame(this.#handleFrame);
  }

  readonly #handleFrame = guarded((): void => {
    this.#scrollAll();
    const goesOn = this.#pending.size > 0 && --this.#framesLeft > 0;
    this.#frame = goesOn ? requestAnimationFrame(this.#handleFrame) : 0;
  });
}

/** False when it cannot be scrolled so far. */
function scrollTo(node: Node, { left, top }: Offset): boolean {
  if (isDocument(node)) {
    const view = node.defaultView;
    view?.scrollTo({ left, top, behavior: 'instant' });
    return !view || (isAt(view.scrollX, left) && isAt(view.scrollY, top));
  }
  if (!isElement(node)) return true;
  node.scrollTo({ left, top, behavior: 'instant' });
  return isAt(node.scrollLeft, left) && isAt(node.scrollTop, top);
}

/** Screens scroll by whole pixels of their own. */
function isAt(actual: number, wanted: number): boolean {
  return !(Math.abs(actual - wanted) > 1);
}

/** By their types: nodes live in another window, whose classes are not ours. */
function isDocument(node: object): node is Document {
  return 'nodeType' in node && node.nodeType === Node.DOCUMENT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
