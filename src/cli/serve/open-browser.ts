import open from 'open';
import type { Terminal } from '../terminal.ts';

/** Shows an address in the user's browser, if there is one and a screen to show it on. */
export async function openBrowser(address: string, { env }: Pick<Terminal, 'env'>): Promise<void> {
  // Without a screen, Linux would open a browser in the terminal.
  const hasScreen =
    process.platform !== 'linux' ||
    [env['DISPLAY'], env['WAYLAND_DISPLAY'], env['WSL_DISTRO_NAME']].some(Boolean);
  if (!hasScreen) return;
  // Whoever has no browser has the address.
  await open(address).catch(() => undefined);
}
