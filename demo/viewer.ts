import '../src/define.ts';
import { hasFiles } from '../src/controls/dropped-files.ts';
import { takeFiles } from '../src/controls/file-intake.ts';
import { isInField } from '../src/controls/text-field.ts';
import { findLocale } from '../src/locale/find-locale.ts';
import { installable } from './installed.ts';
import { handKeysTo } from './keys.ts';
import { connectLibrary } from './library/connect-library.ts';
import { linkMoments } from './moments.ts';
import { AddressParameters, IS_FRAMED } from './parameters.ts';

const player = document.querySelector('portable-replay');

if (player) {
  new AddressParameters(player, { frameMayAllow: false });
  speakAround(player);
  linkMoments(player);
  handKeysTo(player);
  installable(player);
  // A page around could lay something over it, and have the user press what they do not see.
  if (!IS_FRAMED) connectLibrary(player);

  player.addEventListener('loadedmetadata', () => {
    const { id, startedAt } = player.recording ?? {};
    document.title = `${id ? `${id} · ` : ''}${startedAt?.toLocaleString() ?? 'Replay'}`;
  });

  // In a viewer there is nothing else to paste into.
  document.addEventListener('paste', (event) => {
    if (!event.defaultPrevented && !isInField(event)) takeFiles(event, event.clipboardData, player);
  });

  // Beside the player, a browser would show what is dropped in place of the viewer.
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.defaultPrevented && hasFiles(event)) takeFiles(event, event.dataTransfer, player);
  });
}

/** The page speaks the language that the address names, or else the first of the reader's that the player has words for. */
function speakAround(player: HTMLElement): void {
  const isSpoken = (tag: string) => /^en\b/.test(tag) || findLocale(tag).loading !== undefined;
  const readers = navigator.languages.find(isSpoken) ?? 'en';
  const follow = () => (document.documentElement.lang = player.lang || readers);
  new MutationObserver(follow).observe(player, { attributeFilter: ['lang'] });
  follow();
}
