import { isWord, QUOTE } from '../decode/json-bytes.ts';
import { asRecord } from '../json.ts';

/** What has to be known of one event to compare it with its neighbours. */
export interface Fingerprint {
  /** Equal for events that are the same but for bookkeeping of players. */
  readonly hash: number;
  /** One of several pieces of a huge mutation: equal neighbours are meant. */
  readonly isChunk: boolean;
}

/** Keys that players add to events; they say nothing of what was recorded. */
const BOOKKEEPING = new Set(['delay', 'seq', 'isMutationChunk', 'windowId']);
const SIGNS_OF_BOOKKEEPING = ['"delay":', '"seq":', '"isMutationChunk":'];

/** An event's JSON text in UTF-8, and a number for its window. */
export interface ComparedEvent {
  readonly json: Uint8Array;
  readonly window: number;
}

/**
 * Fingerprints of the events of one millisecond.
 *
 * @param eventAt asked for each more than once: a millisecond may hold a million of them, too many to be held here
 */
export function fingerprintsOf(count: number, eventAt: (i: number) => ComparedEvent): Fingerprint[] {
  let isTouched = false;
  for (let i = 0; i < count && !isTouched; i++) isTouched = hasBookkeeping(eventAt(i).json);
  return Array.from({ length: count }, (_, i) => {
    const { json, window } = eventAt(i);
    // What no player has touched is compared as it stands: parsing it would take most of the time.
    if (!isTouched) return { hash: hashOf(json, window), isChunk: false };
    const event = asRecord(parse(new TextDecoder().decode(json)));
    const kept = Object.entries(event).filter(([key]) => !BOOKKEEPING.has(key));
    const bytes = new TextEncoder().encode(textOf(kept));
    return { hash: hashOf(bytes, window), isChunk: event['isMutationChunk'] === true };
  });
}

function hasBookkeeping(json: Uint8Array): boolean {
  for (let at = 0; at < json.length; at++) {
    if (json[at] !== QUOTE) continue;
    for (const sign of SIGNS_OF_BOOKKEEPING) if (isWord(json, at, at + sign.length, sign)) return true;
  }
  return false;
}

/**
 * Which events of one millisecond are duplicates: an event equal to the one kept just before it, and all of a
 * millisecond that merely repeats a shorter block. Not every equal event: A, B, A within one millisecond is
 * real, and dropping the second A would leave B on screen.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/process-all-snapshots.ts
 */
export function findDuplicates(events: readonly Fingerprint[]): boolean[] {
  const duplicate = events.map(() => false);
  const kept: number[] = [];
  events.forEach((event, i) => {
    const previous = events[kept.at(-1) ?? -1];
    if (previous && !event.isChunk && previous.hash === event.hash) duplicate[i] = true;
    else kept.push(i);
  });
  const period = shortestPeriod(kept.map((i) => events[i]?.hash ?? 0));
  for (const i of kept.slice(period)) duplicate[i] = true;
  return duplicate;
}

/** Length of the shortest block that `items` is a whole number of repetitions of (Knuth, Morris, Pratt). */
function shortestPeriod(items: readonly number[]): number {
  const border = [0];
  for (let i = 1; i < items.length; i++) {
    let length = border[i - 1] ?? 0;
    while (length > 0 && items[i] !== items[length]) length = border[length - 1] ?? 0;
    border.push(items[i] === items[length] ? length + 1 : 0);
  }
  const period = items.length - (border.at(-1) ?? 0);
  return items.length % period === 0 ? period : items.length;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested more deeply than can be written: equal to nothing.
    return String(Math.random());
  }
}

/** 52 bits of two FNV-1a hashes: a million events are far from two that share one by accident. */
function hashOf(bytes: Uint8Array, window: number): number {
  let low = 0x811c9dc5 ^ window;
  let high = 0xcbf29ce4 ^ window;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ (byte + i), 0x5bd1e995);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
