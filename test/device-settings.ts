/** Lets the browser tell of another device, or of nothing, as long as `restore` is not called. */
export function pretendDevice({ deviceMemory, saveData }: { deviceMemory?: number; saveData?: boolean }) {
  const told = { deviceMemory, connection: saveData === undefined ? undefined : { saveData } };
  for (const [name, value] of Object.entries(told))
    Object.defineProperty(navigator, name, { configurable: true, value });
  return { restore: () => Object.keys(told).forEach((name) => Reflect.deleteProperty(navigator, name)) };
}

/** Puts the page in front or in the background, as far as its scripts can tell. */
export function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new Event('visibilitychange'));
}

export function restoreVisibility(): void {
  Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}
