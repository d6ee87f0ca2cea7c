/** Hands keys to a player that are pressed while nothing on its page has the focus. */
export function handKeysTo(player: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.target !== document.body && event.target !== document.documentElement) return;
    const isTaken = event.defaultPrevented || !player.dispatchEvent(new KeyboardEvent(event.type, event));
    if (isTaken) event.preventDefault();
  });
}
