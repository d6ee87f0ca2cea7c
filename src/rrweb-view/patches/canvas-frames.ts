import type { Replayer } from '@rrweb/replay';
import { CanvasContext, EventType, IncrementalSource } from '@rrweb/types';
import type { CorePatch } from '../core-patch.ts';
import { guarded } from '../guarded.ts';
import { type CanvasCommand, commandsOf, frameOf } from './canvas-commands.ts';
import { CanvasImages } from './canvas-images.ts';
import { CanvasSurface } from './canvas-surface.ts';

const ID_ATTRIBUTE = 'data-replay-canvas';

/** What one recorded canvas shows. */
interface CanvasPicture {
  element: HTMLCanvasElement;
  /** Data URLs, the newest first. The one before stays below until the new one is decoded, or it would blink. */
  frames: string[];
  /** Where recorded drawing calls are carried out, outside of the frame. */
  surface: CanvasSurface | null;
  pending: CanvasCommand[];
  /** Resolves when a picture is decoded that the drawing waits for. */
  waitsFor: Promise<void> | null;
  /** Resolves when the newest frame is decoded and stands alone. */
  comes: Promise<void> | null;
}

/**
 * A plugin of the replay core that shows recorded canvases. In a sandbox without scripts a canvas has no bitmap
 * (browsers show its fallback content instead), so the picture becomes the background of the element, in a
 * style sheet of our own: attributes of the element belong to the recording and may be overwritten at any time.
 */
export class CanvasFrames implements CorePatch {
  readonly #pictures = new Map<number, CanvasPicture>();
  readonly #styles = new WeakMap<Node, HTMLStyleElement>();
  readonly #images = new CanvasImages();
  #scheduled = 0;

  /** Called by the core for every node it has built. */
  readonly onBuild = (node: object, { id, replayer }: { id: number; replayer: Replayer }): void => {
    if (!isCanvas(node)) return;
    node.setAttribute(ID_ATTRIBUTE, String(id));
    const picture: CanvasPicture = {
      element: node,
      frames: [],
      surface: null,
      pending: [],
      waitsFor: null,
      comes: null,
    };
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
    // Calls of WebGL need more than is recorded.
    if (!isCanvasMutation(data) || Number(data.type ?? 0) !== CanvasContext['2D']) return;
    const picture = this.#pictures.get(data.id);
    if (!picture) return;
    for (const command of commandsOf(data)) {
      const frame = frameOf(command);
      if (frame) {
        picture.frames = [frame, ...picture.frames.slice(0, 1)];
        picture.pending = [];
        picture.waitsFor = null;
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
      const isDrawn = picture.surface && picture.pending.length > 0;
      if (isDrawn || picture.pending.some(({ property }) => property !== 'clearRect')) this.#draw(picture);
      if (picture.waitsFor) continue;
      this.#show(id, picture);
      if (picture.frames.length > 1) this.#dropOlder(picture);
    }
  }

  /** Pictures are decoded by the browser, which takes a while. */
  async whole(): Promise<void> {
    for (;;) {
      this.#paint();
      const waits = [...this.#pictures.values()]
        .flatMap(({ waitsFor, comes }) => [waitsFor, comes])
        .filter((wait) => wait !== null);
      if (waits.length === 0) return;
      await Promise.all(waits);
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#pictures.clear();
  }

  #schedule(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(guarded(() => this.#paint()));
  }

  /** Carries out what can be by now; what waits for a picture is gone on with when that is there. */
  #draw(picture: CanvasPicture): void {
    const { element, frames, pending } = picture;
    // A canvas loses what is on it with its size.
    if (!picture.surface?.fits(element)) {
      if (!picture.surface && frames[0] !== undefined) pending.unshift(drawFrame(frames[0], element));
      picture.surface = new CanvasSurface(element, this.#images);
    }
    const wait = picture.surface.draw(pending);
    picture.waitsFor = wait;
    if (wait) {
      void wait
        .catch(() => undefined)
        .then(() => {
          if (picture.waitsFor === wait) picture.waitsFor = null;
          if (this.#pictures.size > 0) this.#schedule();
        });
      return;
    }
    const drawn = picture.surface.toDataURL();
    if (drawn !== null) picture.frames = [drawn, ...frames.slice(0, 1)];
  }

  /** What was drawn before must not be seen through what is drawn now. */
  #dropOlder(picture: CanvasPicture): void {
    const [newest = ''] = picture.frames;
    const image = new Image();
    image.src = newest;
    const comes = image
      .decode()
      .catch(() => undefined)
      .then(() => {
        if (picture.comes === comes) picture.comes = null;
        if (picture.frames[0] !== newest) return;
        picture.frames = [newest];
        if (this.#pictures.size > 0) this.#schedule();
      });
    picture.comes = comes;
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

/** The call that puts a picture on a canvas as a whole. */
function drawFrame(src: string, { width, height }: HTMLCanvasElement): CanvasCommand {
  const args = [{ rr_type: 'HTMLImageElement', src }, 0, 0, width, height];
  return { property: 'drawImage', args, setter: false };
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

function isCanvasMutation(data: unknown): data is { id: number; type?: unknown } {
  return (
    typeof data === 'object' &&
    data !== null &&
    Reflect.get(data, 'source') === IncrementalSource.CanvasMutation &&
    typeof Reflect.get(data, 'id') === 'number'
  );
}
