/** False for a page in the background, and for one that is rendered before somebody visits it. */
export function isInFront(): boolean {
  return document.visibilityState === 'visible';
}
