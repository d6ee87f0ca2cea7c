import { RecordingElement } from './recording-element.ts';
import type { ReplaySource } from './core/source/replay-source.ts';

/** What recordings come in: JSON, one or many a line, as it is or packed. */
const RECORDING_TYPE = /^\s*application\/(json|jsonl|ndjson|x-ndjson|gzip|x-gzip|zip|zstd)\s*(;|$)/i;

/** The names of `HTMLMediaElement` that say nothing of a recording, but are asked for by what works with media elements. */
export abstract class MediaNamesElement extends RecordingElement {
  static readonly NETWORK_EMPTY = 0;
  static readonly NETWORK_IDLE = 1;
  static readonly NETWORK_LOADING = 2;
  static readonly NETWORK_NO_SOURCE = 3;
  static readonly HAVE_NOTHING = 0;
  static readonly HAVE_METADATA = 1;
  static readonly HAVE_CURRENT_DATA = 2;
  static readonly HAVE_FUTURE_DATA = 3;
  static readonly HAVE_ENOUGH_DATA = 4;

  readonly NETWORK_EMPTY = 0;
  readonly NETWORK_IDLE = 1;
  readonly NETWORK_LOADING = 2;
  readonly NETWORK_NO_SOURCE = 3;
  readonly HAVE_NOTHING = 0;
  readonly HAVE_METADATA = 1;
  readonly HAVE_CURRENT_DATA = 2;
  readonly HAVE_FUTURE_DATA = 3;
  readonly HAVE_ENOUGH_DATA = 4;

  abstract playbackRate: number;
  abstract get source(): ReplaySource | null;

  /** `playbackRate`, which is kept across recordings: one rate is both. */
  get defaultPlaybackRate(): number {
    return this.playbackRate;
  }

  set defaultPlaybackRate(rate: number) {
    this.playbackRate = rate;
  }

  /** Address of what was loaded last, resolved; empty where that was no address. */
  get currentSrc(): string {
    const { source } = this;
    return typeof source === 'string' || source instanceof URL ? new URL(source, this.baseURI).href : '';
  }

  /** `maybe` for the media types that recordings come in, and empty for all others, such as those of films. */
  canPlayType(type: string): CanPlayTypeResult {
    return RECORDING_TYPE.test(type) ? 'maybe' : '';
  }
}
