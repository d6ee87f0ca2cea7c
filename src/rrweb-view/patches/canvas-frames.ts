import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import type { CorePatch } from '../core-patch.ts';
import { type CanvasCommand, commandsOf, draw, frameOf } from './canvas-commands.ts';

const ID_ATTRIBUTE = 'data-replay-canvas';

/** What one recorded canvas shows. */
interface CanvasPicture {
  element: HTMLCanvasElement;
  /** Data URLs, the newest first. The one before stays below until the new one is decoded, or it would blink. */
  frames: string[];
  /** Where recorded drawing calls are carried out, outside of the frame. */
  surface: CanvasRenderingContext2D | null;
  pending: CanvasCommand[];
}

/**
 * A plugin of the replay core that shows recorded canvases. In a sandbox without scripts a canvas has no bitmap
 * (browsers show its fallback content instead), so the picture becomes the background of the element, in a
 * style sheet of our own: attributes of the element belong to the recording and may be overwritten at any time.
 */
export class CanvasFrames implements CorePatch {
  readonly #pictures = new Map<number, CanvasPicture>();
  readonly #styles = new WeakMap<Node, HTMLStyleElement>();
  #scheduled = 0;

  /** Called by the core for every node it has built. */
  readonly onBuild = (node: object, { id, replayer }: { id: number; replayer: Replayer }): void => {
    if (!isCanvas(node)) return;
    node.setAttribute(ID_ATTRIBUTE, String(id));
    const picture: CanvasPicture = { element: node, frames: [], surface: null, pending: [] };
    const known = this.#pictures.get(id);
    // A page that is built again on the way to a moment keeps what was drawn for that moment.
    if (known?.pending.length) picture.pending = known.pending;
    this.#pictures.set(id, picture);
    const first = initialFrame(node, replayer);
    if (first) picture.frames = [first];
    this.#schedule();
  };

  /** Called by the core for every event; while it seeks, `isSync`, only the outcome is drawn. */
  readonly handler = ({ type, data }: { type: number; data?: unknown }): void => {
    if (type !== EventType.IncrementalSnapshot) return;
    if (!isCanvasMutation(data)) return;
    const picture = this.#pictures.get(data.id);
    if (!picture) return;
    for (const command of commandsOf(data)) {
      const frame = frameOf(command);
      if (frame) {
        picture.frames = [frame, ...picture.frames.slice(0, 1)];
        picture.pending = [];
        picture.surface = null;
      } else {
        picture.pending.push(command);
      }
    }
    this.#schedule();
  };

  /** The page is only as long as it was when its canvases have their size. */
  settle(): void {
    this.#paint();
  }

  /** Shows what was drawn since the last time. */
  #paint(): void {
    if (this.#scheduled === 0) return;
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    for (const [id, picture] of this.#pictures) {
      if (!picture.element.isConnected) continue;
      // PostHog's frames come with a `clearRect` before each picture: nothing to draw by hand.
      if (picture.pending.some((command) => command.property !== 'clearRect')) drawPending(picture);
      this.#show(id, picture);
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#pictures.clear();
  }

  #schedule(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  #show(id: number, { element, frames }: CanvasPicture): void {
    const sheet = this.#styleFor(element).sheet;
    if (!sheet) return;
    const selector = `[${ID_ATTRIBUTE}="${id}"]`;
    const size = `:where(${selector}) { display: inline-block; width: ${element.width}px; height: ${element.height}px; }`;
    const layers = frames.map((frame) => `url("${frame}") 0 0 / 100% 100% no-repeat`).join(', ');
    const rule = `${selector} { background: ${layers || 'none'} !important; font-size: 0 !important; }`;
    const index = [...sheet.cssRules].findIndex((known) => known.cssText.startsWith(selector));
    if (index >= 0) {
      sheet.deleteRule(index);
      sheet.insertRule(rule, index);
    } else {
      sheet.insertRule(size, sheet.cssRules.length);
      sheet.insertRule(rule, sheet.cssRules.length);
    }
  }

  /** One style sheet for each document and shadow root that holds a canvas. */
  #styleFor(element: Element): HTMLStyleElement {
    const root = element.getRootNode();
    const known = this.#styles.get(root);
    if (known?.isConnected) return known;
    const style = element.ownerDocument.createElement('style');
    (root.nodeType === Node.DOCUMENT_NODE ? element.ownerDocument.documentElement : root).appendChild(style);
    this.#styles.set(root, style);
    return style;
  }
}

function drawPending(picture: CanvasPicture): void {
  const { width, height } = picture.element;
  picture.surface ??= Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  if (!picture.surface) return;
  draw(picture.surface, picture.pending);
  picture.pending = [];
  picture.frames = [picture.surface.canvas.toDataURL(), ...picture.frames.slice(0, 1)];
}

/** The bitmap that a full snapshot carries for a canvas. */
function initialFrame(node: HTMLCanvasElement, replayer: Replayer): string | null {
  const meta = replayer.getMirror().getMeta(node);
  const url = meta && 'attributes' in meta ? meta.attributes['rr_dataURL'] : undefined;
  return typeof url === 'string' && /^data:image\/[a-z0-9.+-]+;base64,[a-z0-9+/]+=*$/i.test(url) ? url : null;
}

/** By its members: the node lives in another window, whose classes are not ours, or in the core's virtual document. */
function isCanvas(node: object): node is HTMLCanvasElement {
  return 'getContext' in node && 'baseURI' in node;
}

function isCanvasMutation(data: unknown): data is { id: number } {
  return (
    typeof data === 'object' &&
    data !== null &&
    Reflect.get(data, 'source') === IncrementalSource.CanvasMutation &&
    typeof Reflect.get(data, 'id') === 'number'
  );
}
