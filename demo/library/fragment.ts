const NAME = 'library';

/** Whether the address asks for the list: `#library`. */
export function asksForLibrary({ hash }: Location): boolean {
  return new URLSearchParams(hash.slice(1)).has(NAME);
}

/** Has the address ask for the list no more, so that it stays away when the page is loaded again. */
export function forgetLibrary(): void {
  if (!asksForLibrary(location)) return;
  const url = new URL(location.href);
  const others = url.hash
    .slice(1)
    .split('&')
    .filter((part) => part.split('=')[0] !== NAME);
  url.hash = others.join('&');
  history.replaceState(history.state, '', url);
}
