import type { RecordingInfo } from '../core/recording.ts';
import { type EmbedEventMap, EmbedPlayerEvent, EmbedResizeEvent } from './embed-events.ts';
import {
  EmbedError,
  type EmbedMessage,
  type EmbedState,
  EMPTY_STATE,
  enveloped,
  type PostedRequest,
  type RequestId,
} from './protocol.ts';
import { readMessage } from './read-message.ts';

/** A request that is not answered yet. */
interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EmbedError) => void;
}

/**
 * The player in a frame with `embed.html`, with the names of the element. What changes it is a promise, which rejects
 * with an `EmbedError`; what is known of it is kept up to date by the embed. `connect()` makes one.
 */
export class EmbeddedReplay extends EventTarget {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #pending = new Map<RequestId, Pending>();
  readonly #onReady: () => void;
  #state: EmbedState = EMPTY_STATE;
  /** Another connection to the same embed has ids of its own. */
  readonly #name = Math.random().toString(36).slice(2);
  #lastId = 0;
  #isClosed = false;

  /**
   * @param origin of the embed: no other is heard or spoken to
   * @param onReady called when the embed has started, and each time that it starts anew
   */
  constructor(frame: HTMLIFrameElement, origin: string, onReady: () => void) {
    super();
    this.#frame = frame;
    this.#origin = origin;
    this.#onReady = onReady;
    addEventListener('message', this.#handleMessage);
  }

  /** Seconds from the start of the recording, as the embed has told it last. Setting it seeks. */
  get currentTime(): number {
    return this.#state.currentTime;
  }

  set currentTime(time: number) {
    // Who wants to know of a failure calls `seek()`.
    this.seek(time).catch(() => undefined);
  }

  /** Seconds; `NaN` without a recording. */
  get duration(): number {
    return this.#state.duration;
  }

  get paused(): boolean {
    return this.#state.paused;
  }

  get ended(): boolean {
    return this.#state.ended;
  }

  get seeking(): boolean {
    return this.#state.seeking;
  }

  /** As of the element: 0 nothing, 1 metadata, 2 a frame, 3 more than that, 4 everything read. */
  get readyState(): number {
    return this.#state.readyState;
  }

  /** As of the element: 0 empty, 1 idle, 2 loading, 3 no source that could be played. */
  get networkState(): number {
    return this.#state.networkState;
  }

  get playbackRate(): number {
    return this.#state.playbackRate;
  }

  /** Code of the player's error; null without one. */
  get errorCode(): string | null {
    return this.#state.error;
  }

  /**
   * Loads a recording in place of the one before. Resolves when all of it is read.
   *
   * @param source an address, relative to this page, or the recording itself
   * @returns what was loaded; null where this page must not know that
   */
  load(source: string | URL | Blob): Promise<RecordingInfo | null> {
    const asked =
      source instanceof Blob
        ? this.#ask({ type: 'load', blob: source })
        : this.#ask({ type: 'load', src: new URL(source, document.baseURI).href });
    return asked as Promise<RecordingInfo | null>;
  }

  /** Resolves when the clock runs. */
  async play(): Promise<void> {
    await this.#ask({ type: 'play' });
  }

  async pause(): Promise<void> {
    await this.#ask({ type: 'pause' });
  }

  /** Resolves when the seek has begun; `seeked` comes when the frame is on screen. @param time seconds */
  async seek(time: number): Promise<void> {
    await this.#ask({ type: 'seek', time });
  }

  /** Sets a property of the element, or a custom property of its theme. */
  async set(name: string, value: unknown): Promise<void> {
    await this.#ask({ type: 'set', name, value });
  }

  /** A property of the element. */
  get(name: string): Promise<unknown> {
    return this.#ask({ type: 'get', name });
  }

  /** Stops listening; requests that are not answered yet are rejected. The frame stays. */
  close(): void {
    this.#isClosed = true;
    removeEventListener('message', this.#handleMessage);
    this.#giveUp(new EmbedError('aborted', 'The connection was closed.'));
  }

  override addEventListener<K extends keyof EmbedEventMap>(
    type: K,
    listener: ((this: EmbeddedReplay, event: EmbedEventMap[K]) => void) | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void {
    super.addEventListener(type, listener, options);
  }

  #ask(request: PostedRequest): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new EmbedError('aborted', 'The connection was closed.'));
    const id = `${this.#name}-${++this.#lastId}`;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#frame.contentWindow?.postMessage(enveloped({ ...request, id }), this.#origin);
    });
  }

  readonly #handleMessage = (event: MessageEvent): void => {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
    const message = readMessage(event.data);
    if (message) this.#handle(message);
  };

  #handle(message: EmbedMessage): void {
    switch (message.type) {
      case 'ready': {
        this.#state = EMPTY_STATE;
        this.#giveUp(new EmbedError('aborted', 'The embed has started anew.'));
        this.#onReady();
        return;
      }
      case 'state': {
        const { type, ...state } = message;
        this.#state = state;
        return;
      }
      case 'event': {
        this.dispatchEvent(new EmbedPlayerEvent(message.name, message.detail));
        return;
      }
      case 'resize': {
        this.dispatchEvent(new EmbedResizeEvent(message.height));
        return;
      }
      case 'result': {
        this.#take(message.id)?.resolve(message.value);
        return;
      }
      case 'error': {
        const error = new EmbedError(message.code, message.message);
        if (message.id !== null) this.#take(message.id)?.reject(error);
        // Nobody knows which ones were dropped.
        else if (message.code === 'too-many-messages') this.#giveUp(error);
      }
    }
  }

  #take(id: RequestId): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #giveUp(error: EmbedError): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
