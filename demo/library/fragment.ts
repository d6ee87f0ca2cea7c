import { partsBut } from '../fragment.ts';

const NAME = 'library';

/** Whether the address asks for the list: `#library`. */
export function asksForLibrary({ hash }: Location): boolean {
  return new URLSearchParams(hash.slice(1)).has(NAME);
}

/** Has the address ask for the list no more, so that it stays away when the page is loaded again. */
export function forgetLibrary(): void {
  if (!asksForLibrary(location)) return;
  const url = new URL(location.href);
  url.hash = partsBut(url, [NAME]).join('&');
  history.replaceState(history.state, '', url);
}
