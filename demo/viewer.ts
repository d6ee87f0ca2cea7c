import '../src/define.ts';
import { pastedFiles } from '../src/controls/file-intake.ts';
import { isInField } from '../src/controls/text-field.ts';
import { ReplayOpenRequestEvent } from '../src/events.ts';
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
    const isTaken = event.defaultPrevented || isInField(event);
    const pasted = isTaken ? [] : pastedFiles(event.clipboardData, player.recording !== null);
    if (pasted.length === 0) return;
    event.preventDefault();
    player.dispatchEvent(new ReplayOpenRequestEvent(pasted));
  });
}
