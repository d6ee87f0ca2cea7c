import '../src/define.ts';
import { applyParameters } from './parameters.ts';

const player = document.querySelector('portable-replay');

if (player) {
  applyParameters(player, location);
  addEventListener('hashchange', () => applyParameters(player, location));

  player.addEventListener('loadedmetadata', () => {
    const { id, startedAt } = player.recording ?? {};
    document.title = `${id ? `${id} · ` : ''}${startedAt?.toLocaleString() ?? 'Replay'}`;
  });

  // In a viewer there is nothing else to paste into.
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    const pasted = files.length > 0 ? files : text.trim() && [new Blob([text])];
    if (!pasted) return;
    event.preventDefault();
    player.source = [...pasted];
  });
}
