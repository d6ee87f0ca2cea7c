import type { RawEvent, RecordingFacts } from '../decode/recording-format.ts';
import type { RecordingFile } from '../recording.ts';
import type { WarningCode } from '../warning-kinds.ts';
import type { DetailsArgument } from '../warnings.ts';
import { BlockMemory } from './block-memory.ts';
import { RecordingStore } from './recording-store.ts';

/** Pieces of one recording follow each other more closely than this. */
const SEAM_MS = 5000;

/** A recording and the number it goes by, which stays the same while others come and go. */
export interface NumberedRecording {
  readonly key: number;
  readonly store: RecordingStore;
}

/**
 * The recordings in a number of files: parts of one session are put together, whatever order they come in, and
 * different sessions are kept apart. A file may hold several recordings, and several files one. The members of an
 * archive are put together, and kept apart, as files are.
 */
export class RecordingSet {
  readonly #memory: BlockMemory;
  #recordings: NumberedRecording[] = [];
  #lastKey = 0;
  /** The last number given before the file being read. */
  #firstKey = 0;
  #part = -1;
  /** Recordings of the file, or member of an archive, being read, by the name they have in it. */
  #open = new Map<string | null, NumberedRecording>();

  /** @param memoryShare how much of the usual is kept in memory for speed alone, above 0 and up to 1 */
  constructor(memoryShare = 1) {
    this.#memory = new BlockMemory(memoryShare);
  }

  /** By the order in which they came. */
  get recordings(): readonly NumberedRecording[] {
    return this.#recordings;
  }

  /** A file begins. */
  beginPart(): void {
    this.#part++;
    this.#firstKey = this.#lastKey;
    this.#open.clear();
  }

  /** The store that an event of the file being read belongs to. */
  add(raw: RawEvent): void {
    this.#storeOf(raw.recording).intake.add(raw, this.#part);
  }

  formatFound(id: string, packing: readonly string[]): void {
    this.#storeOf(null).description.formatFound(id, packing);
  }

  describe(facts: RecordingFacts, recording: string | null): void {
    this.#storeOf(recording).description.describe(facts);
  }

  mark(timestamp: number, name: string, recording: string | null): void {
    this.#storeOf(recording).description.mark(timestamp, name);
  }

  warn<C extends WarningCode>(code: C, ...details: DetailsArgument<C>): void {
    this.#storeOf(null).warnings.add(code, 1, ...details);
  }

  /** A member of the archive that is being read begins, which may be of another session than those before. */
  beginMember(): void {
    this.#endMember();
    this.#part++;
    this.#open.clear();
  }

  /** A file has been read to its end, or to where it breaks off. */
  endPart(file: RecordingFile): void {
    this.#endMember();
    const isKnown = ({ store }: NumberedRecording) => store.description.has(file);
    const known = this.#recordings.find(isKnown);
    if (known) {
      this.#dropPart(known, file);
      return;
    }
    const ofPart = this.#ofPart;
    const own = ofPart.filter(hasEvents);
    for (const { store } of ofPart) store.description.addFile(file);
    if (own.length > 1) for (const { store } of own) store.warnings.set('several-recordings', 1);
    for (const recording of ofPart) if (!hasEvents(recording)) this.#giveAway(recording, own);
    this.#joinSessions(own);
  }

  /** Recordings that the file being read has brought. */
  get #ofPart(): readonly NumberedRecording[] {
    return this.#recordings.filter(({ key }) => key > this.#firstKey);
  }

  #endMember(): void {
    const general = this.#open.get(null);
    const own = [...this.#open.values()].filter(hasEvents);
    // What was said of the file as a whole is said of every recording in it.
    for (const { store } of own)
      if (general && general.store !== store) store.description.absorb(general.store.description);
    const [first] = own;
    if (general && first && !hasEvents(general)) {
      first.store.warnings.absorb(general.store.warnings);
      this.#replace(general, first);
    }
    if (own.length > 1) this.#joinPieces(own);
    this.#joinSessions(own, this.#firstKey);
  }

  /** Takes out what a file has brought that was read before. */
  #dropPart(known: NumberedRecording, file: RecordingFile): void {
    for (const recording of this.#ofPart) this.close(recording);
    for (const name of this.#open.keys()) this.#open.set(name, known);
    known.store.warnings.add('repeated-file', 1, { file: file.name });
  }

  /** Everything has been read: what cannot be played by itself belongs to what is nearest. */
  complete(): void {
    for (const recording of [...this.#recordings]) {
      if (recording.store.intake.hasPage) continue;
      const nearest = this.#nearestTo(recording);
      if (nearest) this.#join(nearest, recording);
    }
    for (const { store } of this.#recordings) store.complete = true;
  }

  /** Lets go of a recording. */
  close(recording: NumberedRecording): void {
    recording.store.table.close();
    this.#remove(recording);
  }

  #storeOf(name: string | null): RecordingStore {
    const known = this.#open.get(name);
    if (known) return known.store;
    const recording = { key: ++this.#lastKey, store: new RecordingStore(this.#memory) };
    this.#open.set(name, recording);
    this.#recordings.push(recording);
    return recording.store;
  }

  /** What holds no events may still say something about those of another file or member. */
  #giveAway(empty: NumberedRecording, own: readonly NumberedRecording[]): void {
    const { id } = empty.store.description;
    const isMeant = (recording: NumberedRecording) =>
      hasEvents(recording) && (id === '' || recording.store.description.id === id);
    const target = own.find(isMeant) ?? this.#recordings.find(isMeant);
    // The recording may be in a file that is yet to come.
    if (target) this.#join(target, empty);
  }

  /** Lists that stand side by side are recordings of their own, unless one goes on where the one before stops. */
  #joinPieces(own: readonly NumberedRecording[]): void {
    let current = own[0];
    for (const next of own.slice(1)) {
      if (current && goesOn(current.store, next.store)) this.#join(current, next);
      else current = next;
    }
  }

  /**
   * Puts together what was just read with others of the same session.
   *
   * @param after only those with a higher number than this
   */
  #joinSessions(read: readonly NumberedRecording[], after = 0): void {
    const waiting = [...read];
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const { key, store } = one;
      const isOther = (candidate: NumberedRecording) =>
        candidate.key > after && candidate.key !== key && isSameSession(candidate.store, store);
      // It may have been put together with another one already.
      const other = this.#recordings.includes(one) ? this.#recordings.find(isOther) : undefined;
      if (!other) continue;
      const [first, second] = one.key < other.key ? [one, other] : [other, one];
      // What can be played may be playing already, under its number.
      const isSecondOnly = second.store.intake.hasPage && !first.store.intake.hasPage;
      const [into, joined] = isSecondOnly ? [second, first] : [first, second];
      this.#join(into, joined);
      // What is put together may reach to others that neither of the two reached to.
      waiting.push(into);
    }
  }

  #nearestTo({ store }: NumberedRecording): NumberedRecording | undefined {
    const { id } = store.description;
    const distance = ({ store: other }: NumberedRecording) => {
      // What holds no events is nowhere in time.
      if (store.table.size === 0) return other.description.id === id ? 0 : 1;
      return Math.max(
        other.table.span.first - store.table.span.last,
        store.table.span.first - other.table.span.last,
        0,
      );
    };
    const fits = ({ store: other }: NumberedRecording) =>
      other !== store && other.intake.hasPage && (id === '' || ['', id].includes(other.description.id));
    return this.#recordings.filter(fits).sort((a, b) => distance(a) - distance(b))[0];
  }

  #join(into: NumberedRecording, other: NumberedRecording): void {
    into.store.absorb(other.store);
    this.#replace(other, into);
  }

  #replace(recording: NumberedRecording, by: NumberedRecording): void {
    for (const [name, open] of this.#open) if (open === recording) this.#open.set(name, by);
    this.#remove(recording);
  }

  #remove(recording: NumberedRecording): void {
    this.#recordings = this.#recordings.filter((candidate) => candidate !== recording);
  }
}

function hasEvents({ store }: NumberedRecording): boolean {
  return store.table.size > 0;
}

/**
 * By the session's id; without one by the ids of its windows, which are drawn at random; without these by one
 * starting where the other stops.
 */
function isSameSession(a: RecordingStore, b: RecordingStore): boolean {
  if (a.table.size === 0 || b.table.size === 0) return false;
  if (a.description.id !== '' && b.description.id !== '') return a.description.id === b.description.id;
  if (a.table.windowIds.some(isUnique) || b.table.windowIds.some(isUnique)) {
    return a.table.windowIds.some((id) => isUnique(id) && b.table.windowIds.includes(id));
  }
  return isSeam(a, b) || isSeam(b, a);
}

function isSeam(before: RecordingStore, next: RecordingStore): boolean {
  const gap = next.table.span.first - before.table.span.last;
  return gap >= 0 && gap <= SEAM_MS;
}

/** Numbers count the windows of a file, and an empty id is what a missing one is stored as. */
function isUnique(windowId: string): boolean {
  return windowId !== '' && !/^\d{1,6}$/.test(windowId);
}

/** True when a list of events is the next piece of the recording before it. */
function goesOn(before: RecordingStore, next: RecordingStore): boolean {
  if (before.description.id !== '' && next.description.id !== '')
    return before.description.id === next.description.id;
  return !next.table.startsWithPage || isSeam(before, next);
}
