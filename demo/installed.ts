import type { PortableReplayElement } from '../src/index.ts';
import { ReplayOpenRequestEvent } from '../src/events.ts';

/** Chromium: https://wicg.github.io/web-app-launch/#launchqueue-interface */
interface LaunchQueue {
  setConsumer(consumer: (params: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * The viewer as an installed app: it opens without a network, files that the system opens with it, and files that
 * another app shares. Whoever has not installed it has nothing of it on their machine.
 */
export function installable(player: PortableReplayElement): void {
  const open = (files: readonly Blob[]) => {
    if (files.length > 0) player.dispatchEvent(new ReplayOpenRequestEvent(files));
  };
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    void Promise.all(files.map((file) => file.getFile())).then(open);
  });

  // Not there in a page that is not served securely.
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { shared } = (data ?? {}) as { shared?: unknown };
    if (Array.isArray(shared)) open(shared.filter((file) => file instanceof Blob));
  });
  serviceWorker.startMessages();
  serviceWorker.controller?.postMessage('shared?');

  const keep = () => void serviceWorker.register('./service-worker.js');
  addEventListener('appinstalled', keep);
  // Safari tells of no installation.
  if (matchMedia('(display-mode: standalone)').matches) keep();
}
