import '../../src/define.ts';
import { samples } from '../samples.ts';

const addressOf = (element: HTMLElement): string => samples[element.dataset['sample'] ?? ''] ?? '';

for (const player of document.querySelectorAll('portable-replay')) player.src = addressOf(player);

for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-sample]')) {
  const src = new URL(addressOf(frame), location.href).href;
  frame.src = `../embed.html#${new URLSearchParams({ src, 'start-at': '10' })}`;
}
