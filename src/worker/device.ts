/** What Chromium tells of where it runs, in pages and workers alike. Other browsers and Node.js do not. */
interface Device {
  /** Gigabytes, rounded. */
  readonly deviceMemory?: number;
  readonly connection?: { readonly saveData?: boolean };
}

/** From so many gigabytes on, what is kept for speed is small beside what the browser itself takes. */
const ENOUGH_MEMORY = 4;
/** Who asks for less data has such a device, or wants to be treated as if. */
const SAVING_MEMORY = 1;

const device = () => (globalThis as { navigator?: Device }).navigator;

/** Whether the user has asked the browser to be sparing. */
export function savesData(): boolean {
  return device()?.connection?.saveData === true;
}

/**
 * How much of the usual is kept in memory for speed alone, above 0 and up to 1: caches that a phone with little memory
 * has no room for make the browser throw the whole page away. All of it where nothing is known.
 */
export function memoryShare(): number {
  const { deviceMemory = ENOUGH_MEMORY } = device() ?? {};
  return Math.min(deviceMemory, savesData() ? SAVING_MEMORY : ENOUGH_MEMORY) / ENOUGH_MEMORY;
}
