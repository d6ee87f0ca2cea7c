import '../src/define.ts';
import { samples } from './samples.ts';

for (const player of document.querySelectorAll('portable-replay')) {
  player.src = samples[player.dataset['sample'] ?? ''] ?? '';
}
