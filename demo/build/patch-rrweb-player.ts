import type { Plugin } from 'vite';
import { changeRrwebPlayer, isRrwebPlayer } from './rrweb-player-changes.mjs';

/** Changes rrweb-player on its way into a build. */
export function patchRrwebPlayer(): Plugin {
  return {
    name: 'patch-rrweb-player',
    transform: (code, id) => (isRrwebPlayer(id) ? { code: changeRrwebPlayer(code), map: null } : null),
  };
}
