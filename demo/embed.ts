import '../src/define.ts';
import { handKeysTo } from './keys.ts';
import { linkMoments } from './moments.ts';
import { AddressParameters } from './parameters.ts';

const player = document.querySelector('portable-replay');
if (player) {
  new AddressParameters(player, { frameMayAllow: true });
  linkMoments(player);
  handKeysTo(player);
}
