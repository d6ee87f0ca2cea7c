import { VERSION } from '../core/version.ts';
import type { Fields } from '../core/json.ts';
import { isData, originOf } from './allowed-sources.ts';
import { type EmbeddedPlayer, stateOf } from './embedded-player.ts';
import { MessageGate, SeenIds } from './message-gate.ts';
import { getFrom, setOn } from './player-names.ts';
import {
  EMBED_EVENTS,
  EmbedError,
  type EmbedEventName,
  type EmbedMessage,
  type EmbedRequest,
  enveloped,
  type RequestId,
} from './protocol.ts';
import { idOf, messageFields } from './read-fields.ts';
import { readRequest } from './read-request.ts';
import { eventDetail, refusalOf } from './what-is-told.ts';
import { followHeight } from './wanted-height.ts';

/** What an embed knows of where its recordings come from. */
export interface EmbedRecordings {
  /** The page around has named or handed over what is in the player: it is not a file that the user opened. */
  readonly isFromAround: boolean;
  /** The page around may have this loaded. @param origin its own */
  allows(address: string, origin: string): boolean;
  /** Loads what the page around asks for. */
  load(source: string | Blob): Promise<unknown>;
}

export interface EmbedHostOptions {
  readonly player: EmbeddedPlayer;
  readonly recordings: EmbedRecordings;
  /** The window around: the only one that is heard. */
  readonly around: Window;
  /** The only origin that is spoken to; null for the one that speaks first. */
  readonly parentOrigin: string | null;
}

/**
 * Answers the page around an embed. It hears one window and one origin. Before that origin is known nothing but `ready`
 * is sent, and of a file that the user opened nothing at all. What is in a recording is told to an origin that could read
 * it anyway: it is the embed's own, the recording comes from there, or it handed the recording over.
 */
export class EmbedHost {
  readonly #player: EmbeddedPlayer;
  readonly #recordings: EmbedRecordings;
  readonly #around: Window;
  readonly #gate = new MessageGate(performance.now());
  readonly #ids = new SeenIds();
  #origin: string | null;
  /** CSS pixels; null before it is measured. */
  #height: number | null = null;

  constructor({ player, recordings, around, parentOrigin }: EmbedHostOptions) {
    this.#player = player;
    this.#recordings = recordings;
    this.#around = around;
    this.#origin = parentOrigin;
    addEventListener('message', (event) => this.#handleMessage(event));
    for (const name of EMBED_EVENTS) player.addEventListener(name, (event) => this.#handleEvent(name, event));
    around.postMessage(enveloped<EmbedMessage>({ type: 'ready', version: VERSION }), parentOrigin ?? '*');
    if (parentOrigin !== null) this.#tellState();
    followHeight(player, (height) => {
      this.#height = height;
      this.#tellHeight();
    });
  }

  /** Otherwise the user has opened a file. */
  get #isFromAround(): boolean {
    return this.#player.source === null || this.#recordings.isFromAround;
  }

  get #mayTell(): boolean {
    const { source } = this.#player;
    if (!this.#isFromAround || this.#origin === null) return false;
    if (this.#origin === self.origin || source instanceof Blob) return true;
    if (typeof source !== 'string') return false;
    return isData(source) || originOf(source, location.href) === this.#origin;
  }

  #handleMessage(event: MessageEvent): void {
    // Pages without an origin of their own cannot be told apart.
    if (event.source !== this.#around || event.origin === 'null') return;
    if (this.#origin !== null && this.#origin !== event.origin) return;
    const admitted = this.#gate.admit(performance.now());
    if (admitted === 'first-dropped')
      this.#refuse(null, new EmbedError('too-many-messages', 'Messages came too fast: some were dropped.'));
    if (admitted !== 'read') return;
    const fields = messageFields(event.data);
    if (fields === null) return;
    if (this.#origin === null) this.#meet(event.origin);
    void this.#answer(fields, event.origin);
  }

  #meet(origin: string): void {
    this.#origin = origin;
    this.#tellState();
    this.#tellHeight();
  }

  async #answer(fields: Fields, origin: string): Promise<void> {
    const id = idOf(fields);
    try {
      const request = readRequest(fields);
      if (id !== null && !this.#ids.add(id))
        throw new EmbedError('duplicate-id', 'A request with this id came before.');
      const value = await this.#carryOut(request, origin);
      if (id !== null) this.#post({ type: 'result', id, value: value ?? null });
    } catch (error) {
      this.#refuse(id, error);
    }
  }

  async #carryOut(request: EmbedRequest, origin: string): Promise<unknown> {
    const player = this.#player;
    if (request.type === 'load') return this.#load(request.source, origin);
    if (!this.#isFromAround) throw new EmbedError('not-allowed', 'The user has opened a file.');
    switch (request.type) {
      case 'play':
        return player.play();
      case 'pause':
        player.pause();
        return null;
      case 'seek':
        player.currentTime = request.time;
        return null;
      case 'set':
        setOn(player, request.name, request.value);
        return null;
      case 'get':
        return getFrom(player, request.name, this.#mayTell);
    }
  }

  async #load(source: string | Blob, origin: string): Promise<unknown> {
    if (typeof source === 'string' && !this.#recordings.allows(source, origin))
      throw new EmbedError('source-not-allowed', 'The embed does not load from there: see "sources".');
    await this.#recordings.load(source);
    return this.#mayTell ? this.#player.recording : null;
  }

  #handleEvent(name: EmbedEventName, event: Event): void {
    if (!this.#isFromAround) return;
    this.#tellState();
    this.#post({ type: 'event', name, detail: eventDetail(this.#player, event, this.#mayTell) });
  }

  #tellState(): void {
    if (this.#isFromAround) this.#post({ type: 'state', ...stateOf(this.#player) });
  }

  #tellHeight(): void {
    if (this.#height !== null) this.#post({ type: 'resize', height: this.#height });
  }

  #refuse(id: RequestId | null, error: unknown): void {
    this.#post({ type: 'error', id, ...refusalOf(error, this.#mayTell) });
  }

  #post(message: EmbedMessage): void {
    if (this.#origin !== null) this.#around.postMessage(enveloped(message), this.#origin);
  }
}
