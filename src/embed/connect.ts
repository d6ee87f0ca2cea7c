import { EmbeddedReplay } from './embedded-replay.ts';
import { EmbedError } from './protocol.ts';

export interface ConnectOptions {
  /** Origin of the embed; that of the frame's `src` when it is not given. */
  readonly origin?: string;
  /** Stops waiting, and closes the connection later. */
  readonly signal?: AbortSignal;
}

/**
 * Connects to `embed.html` in a frame, as soon as it has started there.
 *
 * @throws TypeError when the frame has no `src` that leads to an origin
 * @throws the reason of the signal
 */
export async function connect(
  frame: HTMLIFrameElement,
  { origin = originOf(frame), signal }: ConnectOptions = {},
): Promise<EmbeddedReplay> {
  signal?.throwIfAborted();
  const player = await new Promise<EmbeddedReplay>((resolve, reject) => {
    // Whoever speaks first is whom the embed answers. It may have started long before, or start again.
    const greet = () => {
      player.get('readyState').then(
        () => resolve(player),
        (error: unknown) => {
          // Where it has started anew meanwhile, it is greeted again.
          const isOver = error instanceof EmbedError && error.code === 'aborted';
          if (error instanceof Error && !isOver) reject(error);
        },
      );
    };
    const player = new EmbeddedReplay(frame, origin, greet);
    signal?.addEventListener('abort', () => {
      player.close();
      reject(signal.reason as Error);
    });
    if (!isEmpty(frame)) greet();
  });
  return player;
}

/** Nothing is in the frame yet. What can be looked into is of this page's own origin. */
function isEmpty({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.URL === 'about:blank';
}

function originOf(frame: HTMLIFrameElement): string {
  const { origin } = new URL(frame.src, document.baseURI);
  if (origin === 'null') throw new TypeError('The frame has no address with an origin');
  return origin;
}
