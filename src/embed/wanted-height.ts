/**
 * Follows how high a player wants to be. It fills its frame, which says nothing of that: so it is laid out for a moment
 * as it would be in a page, as high as its width asks for.
 *
 * @param told called with CSS pixels, at first and when they change
 */
export function followHeight(player: HTMLElement, told: (height: number) => void): void {
  let last: number | null = null;
  const measure = () => {
    player.style.blockSize = 'auto';
    const height = Math.ceil(player.getBoundingClientRect().height);
    player.style.blockSize = '';
    if (height === last || height === 0) return;
    last = height;
    told(height);
  };
  new ResizeObserver(measure).observe(player);
  // Where there is little room an open panel makes it higher. It is drawn by the next frame.
  new MutationObserver(() => requestAnimationFrame(measure)).observe(player, {
    attributeFilter: ['panel', 'no-controls'],
  });
}
