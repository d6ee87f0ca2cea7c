import '../src/define.ts';
import { linkMoments } from './moments.ts';
import { applyParameters } from './parameters.ts';

const player = document.querySelector('portable-replay');
if (player) {
  applyParameters(player, location);
  addEventListener('hashchange', () => applyParameters(player, location));
  linkMoments(player);
}
