import type { KeptRecording } from '../../src/library/kept-recording.ts';

/** Whether a recording has every word of a search in its name, its tags, a session id or an address. */
export function matches({ name, tags, sessionIds, addresses }: KeptRecording, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = [name, ...tags, ...sessionIds, ...addresses].join('\n').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
