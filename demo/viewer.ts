import '../src/define.ts';
import { takeFiles } from '../src/controls/file-intake.ts';
import { isInField } from '../src/controls/text-field.ts';
import { installable } from './installed.ts';
import { handKeysTo } from './keys.ts';
import { linkMoments } from './moments.ts';
import { AddressParameters } from './parameters.ts';

const player = document.querySelector('portable-replay');

if (player) {
  new AddressParameters(player, { frameMayAllow: false });
  linkMoments(player);
  handKeysTo(player);
  installable(player);

  player.addEventListener('loadedmetadata', () => {
    const { id, startedAt } = player.recording ?? {};
    document.title = `${id ? `${id} · ` : ''}${startedAt?.toLocaleString() ?? 'Replay'}`;
  });

  // In a viewer there is nothing else to paste into.
  document.addEventListener('paste', (event) => {
    if (!event.defaultPrevented && !isInField(event)) takeFiles(event, event.clipboardData, player);
  });
}
