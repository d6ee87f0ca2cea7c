import type { EntryContext } from './words/entries.ts';
import type { EntryNote, ReplayEntry } from '../core/entries/entry.ts';
import type { RecordingWindow } from '../core/recording.ts';
import type { Locale } from './locale.ts';
import { windowName } from './window-label.ts';

/** Titles are there to be read at a glance; what they leave out stands in the detail. */
const LONGEST_TITLE = 200;
const LONGEST_NAME = 80;
/** White space, but for the spaces that a language keeps its punctuation together with. */
const SPACES = /[^\S\u00a0]+/g;

/** An entry with its words, cut to what can be read at a glance. @param windows of the recording, in their order */
export function describeEntry(
  words: Locale,
  note: EntryNote,
  windows: readonly RecordingWindow[],
): ReplayEntry {
  const { title, ...entry } = describeInFull(words, note, windows);
  return { ...entry, title: cut(title, LONGEST_TITLE) };
}

/** An entry with its words, however many they are. @param windows of the recording, in their order */
export function describeInFull(
  words: Locale,
  note: EntryNote,
  windows: readonly RecordingWindow[],
): ReplayEntry {
  const { kind, target, detail, windowId } = note;
  const { named, target: withRole, titles } = words.entries;
  const name = target ? named(cut(target.name, LONGEST_NAME)) || target.selector : '';
  const context: EntryContext = {
    name,
    target: target ? withRole(name, target.role) : '',
    window: windowName(words, windows, windowId),
  };
  // A kind and its detail belong together, which TypeScript does not follow here.
  const title = (titles[kind] as (...given: unknown[]) => string)(detail, context);
  return { ...note, title };
}

function cut(text: string, longest: number): string {
  const line = text
    .slice(0, longest * 2)
    .replace(SPACES, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
