import { samples } from './samples.ts';

for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-sample]')) {
  const src = new URL(samples[frame.dataset['sample'] ?? ''] ?? '', location.href).href;
  frame.src = `embed.html#${new URLSearchParams({ src, 'start-at': '10' })}`;
}
