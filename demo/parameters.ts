import { PortableReplayElement } from '../src/index.ts';

/** Short names that links to a moment use, as those of video sites do. */
const ALIASES: Readonly<Record<string, string>> = { t: 'start-at' };

/**
 * Sets a player's attributes from an address: `#src=recording.json&speed=2`. The query is read too, but what
 * stands in it reaches the server that the page comes from; the fragment does not.
 */
export function applyParameters(player: PortableReplayElement, address: Location): void {
  const parameters = [
    ...new URLSearchParams(address.search),
    ...new URLSearchParams(address.hash.slice(1)),
  ].map(([name, value]) => [ALIASES[name] ?? name, value] as const);
  for (const [name, value] of parameters) {
    if (PortableReplayElement.observedAttributes.includes(name)) player.setAttribute(name, value);
  }
}
