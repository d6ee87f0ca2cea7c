import '../src/define.ts';
import { namedOrigin } from '../src/embed/allowed-sources.ts';
import { EmbedHost } from '../src/embed/embed-host.ts';
import { handKeysTo } from './keys.ts';
import { linkMoments } from './moments.ts';
import { AddressParameters, IS_FRAMED, parametersOf } from './parameters.ts';
import { linkTheme } from './theme.ts';

const player = document.querySelector('portable-replay');
if (player) {
  // Before the fragment can be changed.
  const named = parametersOf(location).get('parent-origin');
  const parentOrigin = named === undefined ? null : namedOrigin(named);
  const recordings = new AddressParameters(player, { frameMayAllow: true });
  linkMoments(player);
  linkTheme(player);
  handKeysTo(player);
  // What is no origin names nobody.
  const isWanted = named === undefined || parentOrigin !== null;
  if (IS_FRAMED && isWanted) new EmbedHost({ player, recordings, around: window.parent, parentOrigin });
}
