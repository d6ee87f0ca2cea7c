import { asRecord } from '../../core/json.ts';
import { type CanvasCommand, isAssignable, isMethod, isPlain } from './canvas-commands.ts';
import { type CanvasImages, imageDataOf } from './canvas-images.ts';

/** What is drawn with what no recorder writes down cannot be seen, rather than in a colour that it never had. */
const UNKNOWN = 'transparent';

/** Where the recorded calls of one canvas are carried out, in their order, outside of the page. */
export class CanvasSurface {
  readonly #context: CanvasRenderingContext2D | null;
  readonly #images: CanvasImages;
  /** In the order in which they were made: a recorder numbers them. */
  readonly #patterns: (CanvasPattern | null)[] = [];

  constructor({ width, height }: HTMLCanvasElement, images: CanvasImages) {
    this.#context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    this.#images = images;
  }

  /** False when a canvas has got another size. */
  fits({ width, height }: HTMLCanvasElement): boolean {
    const canvas = this.#context?.canvas;
    return canvas?.width === width && canvas.height === height;
  }

  /** The picture as a data URL; null where the browser does not give it out. */
  toDataURL(): string | null {
    try {
      return this.#context?.canvas.toDataURL() ?? null;
    } catch {
      // Some browsers let no one read a canvas on which certain SVG images were drawn.
      return null;
    }
  }

  /**
   * Makes the calls that are allowed, takes them from the list, and stops where a picture is still being decoded.
   *
   * @returns resolves when it can go on; null when all is drawn
   */
  draw(commands: CanvasCommand[]): Promise<void> | null {
    for (const [done, command] of commands.entries()) {
      try {
        const picture = needsPicture(command) ? this.#images.get(command.args[0]) : null;
        if (picture instanceof Promise) {
          commands.splice(0, done);
          return picture;
        }
        this.#make(command, picture);
      } catch {
        // A damaged argument, such as a negative radius: the rest of the drawing is still worth having.
      }
    }
    commands.length = 0;
    return null;
  }

  #make({ property, args, setter }: CanvasCommand, picture: CanvasImageSource | null): void {
    const context = this.#context;
    const [first, ...rest] = args;
    if (!context || !rest.every(isPlain)) return;
    if (property === 'createPattern' && !setter)
      this.#patterns.push(picture && context.createPattern(picture, rest[0] as string | null));
    else if (isPlain(first)) call(context, property, args, setter);
    else if (setter) {
      const paint = this.#paintOf(first);
      if (isAssignable(property, paint)) Reflect.set(context, property, paint);
    } else if (property === 'drawImage' && picture) call(context, property, [picture, ...rest], false, true);
    else if (property === 'putImageData') {
      const pixels = imageDataOf(first);
      if (pixels) call(context, property, [pixels, ...rest], false, true);
    }
  }

  #paintOf(value: unknown): CanvasPattern | string {
    const { rr_type: type, index } = asRecord(value);
    const pattern = type === 'CanvasPattern' ? this.#patterns[Number(index)] : null;
    return pattern ?? UNKNOWN;
  }
}

function needsPicture({ property, setter }: CanvasCommand): boolean {
  return !setter && (property === 'drawImage' || property === 'createPattern');
}

/** @param isChecked the arguments are, and make a method safe that is not for plain ones */
function call(
  context: CanvasRenderingContext2D,
  property: string,
  args: readonly unknown[],
  setter: boolean,
  isChecked = false,
): void {
  if (setter) {
    if (isAssignable(property, args[0])) Reflect.set(context, property, args[0]);
  } else if (isChecked || isMethod(property)) {
    (Reflect.get(context, property) as (...values: unknown[]) => void).apply(context, [...args]);
  }
}
