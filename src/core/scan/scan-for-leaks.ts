import type { MaskedInputs } from '../masked-inputs/masked-inputs.ts';
import type { SessionEvent } from '../recording.ts';
import type { TimeSlicer } from '../time-slicer.ts';
import { EventTexts } from './event-texts.ts';
import { FindingLog } from './finding-log.ts';
import type { LeakFinding, LeakRule } from './leak.ts';
import { MaskedValues } from './masked-values.ts';
import { leavesOf, placed, type PlacedText } from './placed-text.ts';
import { LEAK_RULES } from './rules.ts';
import { type LeakMatch, TextSearcher } from './text-searcher.ts';

/** What came with a recording besides its events. */
export interface SessionExtras {
  /** As JSON text; null when there is none. */
  readonly person: string | null;
  /** Analytics events; Unix milliseconds. */
  readonly markers: readonly { readonly timestamp: number; readonly name: string }[];
}

export interface LeakScanSettings {
  readonly rules?: readonly LeakRule[];
  /** What the fields of the same events hold; null where nothing is known of them. */
  readonly inputs?: MaskedInputs | null;
  readonly slicer: TimeSlicer;
  readonly signal: AbortSignal;
  /** Told between slices, and at the end, how many events (and markers and persons) were looked through. */
  readonly progress: (done: number) => void;
}

/** A longer text is searched in pieces, so that no text takes longer than a slice. */
const PIECE = 32 * 1024;
/** Pieces end where a word ends, if one does within so many characters. */
const LONGEST_WORD = 4096;
/** A number in groups is more than a word, and what a field is named belongs to what it holds. */
const BETWEEN_WORDS = /^[^]+[^\s\d:="'>](?=[\s",;<>]+[^\s\d(+"':=])/;
const BETWEEN_VALUES = /^[^]+(?=[\s",;<>])/;
/** Asking for the time after every text would take longer than most texts do. */
const CHARACTERS_BETWEEN_LOOKS = 16 * 1024;

/**
 * Looks for what should not have been recorded, by `LEAK_RULES` if not told otherwise. Findings come in the order
 * of their first moments, `MAX_FINDINGS` at most; what came with the recording is looked through last.
 *
 * @throws the signal's reason once it is aborted
 */
export async function scanForLeaks(
  events: Iterable<SessionEvent>,
  { person, markers }: SessionExtras,
  { rules = LEAK_RULES, inputs = null, slicer, signal, progress }: LeakScanSettings,
): Promise<readonly LeakFinding[]> {
  const searcher = new TextSearcher(rules);
  const log = new FindingLog();
  const masked = inputs && new MaskedValues(inputs);
  masked?.noteFields(log);
  let done = 0;
  let unlooked = 0;
  for (const { windowId, timestamp, texts } of sourcesOf(
    events,
    { person, markers },
    masked ? 2 : undefined,
  )) {
    signal.throwIfAborted();
    for (const found of texts) {
      if (masked?.isNoted(windowId, found)) continue;
      for (const [from, piece] of piecesOf(found.text)) {
        const { place, lead, parts } = found;
        const byForm = searcher.search(piece, place, found.scope);
        for (const match of masked?.search(piece, place, byForm) ?? byForm) {
          const isNews = parts ? isSpread(match, found, searcher) : from + match.from >= lead;
          const nodeId = parts?.findLast((part) => part.from <= match.from)?.nodeId ?? found.nodeId;
          if (isNews) log.note(match, { place, windowId, timestamp, nodeId });
        }
        unlooked += piece.length;
        if (unlooked < CHARACTERS_BETWEEN_LOOKS) continue;
        unlooked = 0;
        if (!slicer.isDue) continue;
        progress(done);
        await slicer.checkpoint();
        signal.throwIfAborted();
      }
    }
    done++;
  }
  progress(done);
  return log.findings.toSorted(byMoment);
}

/** What came with the recording is last. */
function byMoment(a: LeakFinding, b: LeakFinding): number {
  const [isLate, isOtherLate] = [cameAlong(a), cameAlong(b)];
  return isLate || isOtherLate ? Number(isLate) - Number(isOtherLate) : a.timestamp - b.timestamp;
}

function cameAlong({ place }: LeakFinding): boolean {
  return place === 'person' || place === 'marker';
}

interface Source {
  readonly windowId: string;
  readonly timestamp: number;
  readonly texts: Iterable<PlacedText>;
}

function* sourcesOf(
  events: Iterable<SessionEvent>,
  { person, markers }: SessionExtras,
  shortest?: number,
): Generator<Source> {
  const windows = new Map<string, EventTexts>();
  let startAt: number | null = null;
  for (const { windowId, event } of events) {
    const timestamp = Number(event['timestamp']);
    startAt ??= timestamp;
    let window = windows.get(windowId);
    if (!window) windows.set(windowId, (window = new EventTexts(shortest)));
    yield { windowId, timestamp, texts: window.of(event) };
  }
  for (const { timestamp, name } of markers) {
    yield { windowId: '', timestamp, texts: [placed('marker', name)] };
  }
  if (person !== null) yield { windowId: '', timestamp: startAt ?? 0, texts: personTexts(person) };
}

/** A person that is no JSON, such as `undefined`, is text. */
function personTexts(person: string): Iterable<PlacedText> {
  try {
    return leavesOf('person', JSON.parse(person));
  } catch {
    return [placed('person', person)];
  }
}

/** True for a value that reaches over neighbouring texts of a page and is in none of them. */
function isSpread(
  { rule, from, to }: LeakMatch,
  { text, place, parts = [] }: PlacedText,
  searcher: TextSearcher,
): boolean {
  if (!rule.spans || !parts.some((part) => part.from > from && part.from < to)) return false;
  return parts.every((part, i) => {
    const end = parts[i + 1]?.from ?? text.length;
    if (part.from >= to || end <= from) return true;
    return searcher.search(text.slice(part.from, end), place).every((match) => match.rule.kind !== rule.kind);
  });
}

/** A text in pieces that end between words where they can, and where each begins. */
function* piecesOf(text: string): Generator<readonly [from: number, piece: string]> {
  let from = 0;
  while (text.length - from > PIECE) {
    const end = from + PIECE;
    const before = text.slice(end - LONGEST_WORD, end);
    const length = (BETWEEN_WORDS.exec(before) ?? BETWEEN_VALUES.exec(before))?.[0].length;
    const to = length ? end - LONGEST_WORD + length : end;
    yield [from, text.slice(from, to)];
    from = to;
  }
  yield [from, from === 0 ? text : text.slice(from)];
}
