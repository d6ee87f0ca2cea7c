import type { ReplayError } from '../core/replay-error.ts';

/** The kinds of text tracks that media elements have. */
export type ReplayTrackKind = 'subtitles' | 'captions' | 'descriptions' | 'chapters' | 'metadata';

/** What a track says of itself; read whenever it is asked. */
export interface TrackFacts {
  readonly kind: ReplayTrackKind;
  /** What people call it; empty for none. */
  readonly label: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  /** Empty for none. */
  readonly id: string;
}

/** The cues of a track, by time: an array that is replaced and never edited. */
export type ReplayCueList = readonly VTTCue[] & { getCueById(id: string): VTTCue | null };

const MODES: readonly TextTrackMode[] = ['disabled', 'hidden', 'showing'];

/**
 * A text track of a recording, shaped like `TextTrack`: its cues are native ones.
 *
 * @fires cuechange - Other cues are active.
 */
export class ReplayTextTrack extends EventTarget {
  readonly #facts: TrackFacts;
  readonly #onChange: (what: 'mode' | 'cues') => void;
  #mode: TextTrackMode;
  #cues = cueList([]);
  #active = cueList([]);

  /** As of `HTMLTrackElement`: 0 not loaded, 1 loading, 2 loaded, 3 failed. A track without a file is loaded. */
  readyState: 0 | 1 | 2 | 3 = 2;

  /** Why its file could not be read; null otherwise. */
  error: ReplayError | null = null;

  oncuechange: ((event: Event) => void) | null = null;

  /** @param onChange called when there is something else to show of it */
  constructor(facts: TrackFacts, mode: TextTrackMode, onChange: (what: 'mode' | 'cues') => void) {
    super();
    this.#facts = facts;
    this.#mode = mode;
    this.#onChange = onChange;
    this.addEventListener('cuechange', (event) => this.oncuechange?.(event));
  }

  get kind(): ReplayTrackKind {
    return this.#facts.kind;
  }

  get label(): string {
    return this.#facts.label;
  }

  get language(): string {
    return this.#facts.language;
  }

  get id(): string {
    return this.#facts.id;
  }

  /** `disabled` takes it out of the player, `hidden` keeps it active without showing it, `showing` shows captions. */
  get mode(): TextTrackMode {
    return this.#mode;
  }

  set mode(mode: TextTrackMode) {
    if (!MODES.includes(mode) || mode === this.#mode) return;
    this.#mode = mode;
    this.#onChange('mode');
  }

  /** By time; null while it is disabled. */
  get cues(): ReplayCueList | null {
    return this.#mode === 'disabled' ? null : this.#cues;
  }

  /** By time, also while it is disabled. */
  get everyCue(): readonly VTTCue[] {
    return this.#cues;
  }

  /** Those of this moment; null while it is disabled. */
  get activeCues(): ReplayCueList | null {
    return this.#mode === 'disabled' ? null : this.#active;
  }

  /** @param cue such as `new VTTCue(1, 2.5, 'text')` */
  addCue(cue: VTTCue): void {
    if (!this.#cues.includes(cue)) this.replaceCues([...this.#cues, cue]);
  }

  /** @throws DOMException `NotFoundError` for a cue that it does not have */
  removeCue(cue: VTTCue): void {
    if (!this.#cues.includes(cue)) throw new DOMException('The track has no such cue', 'NotFoundError');
    this.replaceCues(this.#cues.filter((other) => other !== cue));
  }

  /** Puts others in place of all its cues, even while it is disabled. */
  replaceCues(cues: readonly VTTCue[]): void {
    this.#cues = cueList(cues.toSorted((a, b) => a.startTime - b.startTime || b.endTime - a.endTime));
    this.#onChange('cues');
  }

  /** Makes the cues of a moment the active ones, and tells of it. Seconds; NaN for none. */
  activateAt(time: number): void {
    const isActive = ({ startTime, endTime }: VTTCue) => startTime <= time && time < endTime;
    const before = this.#active;
    const now = this.#mode === 'disabled' ? [] : this.#cues.filter(isActive);
    if (now.length === before.length && now.every((cue, i) => cue === before[i])) return;
    this.#active = cueList(now);
    for (const cue of before) if (!now.includes(cue)) cue.dispatchEvent(new Event('exit'));
    for (const cue of now) if (!before.includes(cue)) cue.dispatchEvent(new Event('enter'));
    this.dispatchEvent(new Event('cuechange'));
  }
}

function cueList(cues: readonly VTTCue[]): ReplayCueList {
  const getCueById = (id: string) => (id === '' ? null : (cues.find((cue) => cue.id === id) ?? null));
  return Object.assign([...cues], { getCueById });
}
