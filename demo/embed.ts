import '../src/define.ts';
import { linkMoments } from './moments.ts';
import { AddressParameters } from './parameters.ts';

const player = document.querySelector('portable-replay');
if (player) {
  new AddressParameters(player, { frameMayAllow: true });
  linkMoments(player);
}
