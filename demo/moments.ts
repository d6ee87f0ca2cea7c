import type { PortableReplayElement } from '../src/index.ts';
import { momentOf } from '../src/session/start-at.ts';
import { partsBut } from './fragment.ts';
import { parametersOf } from './parameters.ts';

/** The moment that an address names: `#t=1:02`, or `#timestamp=` as PostHog has it; null for none. */
function momentIn(address: Location | URL): string | null {
  for (const part of [address.hash.slice(1), address.search]) {
    const parameters = new URLSearchParams(part);
    const moment = parameters.get('t') ?? parameters.get('timestamp');
    if (moment !== null) return moment;
  }
  return null;
}

/** An address whose fragment names a moment in place of the one before. */
function withMoment(address: string, moment: string): string {
  const url = new URL(address);
  url.hash = [...partsBut(url, ['t', 'timestamp', 'start-at']), `t=${moment}`].join('&');
  return url.href;
}

/**
 * Links to moments, by the address of the page: a changed `#t=` seeks, `share-url` is the page's own unless there is
 * another, and with `#follow-time` in it the address follows the time wherever playback comes to rest.
 */
export function linkMoments(player: PortableReplayElement): void {
  let shown = momentIn(location);

  // A recording that was opened from a disk, or handed over by a page around, is not found at this address again.
  const isAtAddress = () => player.source !== null && player.source === parametersOf(location).get('src');

  const link = () => {
    if (isAtAddress() && player.shareUrl === '') player.shareUrl = withMoment(location.href, '{time}');
  };
  player.addEventListener('loadedmetadata', link);

  addEventListener('hashchange', () => {
    link();
    const moment = momentIn(location);
    if (moment === null || moment === shown) return;
    shown = moment;
    const time = player.recording && momentOf(moment, player.recording.startedAt.getTime());
    if (time !== null) player.currentTime = time;
  });

  const follow = () => {
    const isWanted = new URLSearchParams(location.hash.slice(1)).has('follow-time');
    if (!isWanted || !isAtAddress() || !player.recording) return;
    shown = String(Math.floor(player.currentTime * 10) / 10);
    // Replaced without an entry of its own: going back leads to where the user came from.
    history.replaceState(history.state, '', withMoment(location.href, shown));
  };
  for (const type of ['pause', 'seeked']) player.addEventListener(type, follow);
}
