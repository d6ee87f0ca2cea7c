import type { ReplaySession } from './replay-session.ts';
import type { SessionState } from './session-state.ts';

const NONE: ReadonlySet<string> = new Set();

/** What an interface shows of a session now. */
export function sessionState(session: ReplaySession): SessionState {
  const { loading, playback, options, windowOnScreen: windowId } = session;
  const { outline } = loading;
  const { status, timeline } = playback;
  const duration = outline?.info.duration ?? 0;
  return {
    phase: phaseOf(session),
    error: loading.error,
    progress: loading.progress,
    recording: session.recording,
    recordings: session.recordings,
    recordingIndex: loading.playlist.index,
    isCopy: loading.playlist.isSubstituted,
    complete: outline?.complete ?? false,
    paused: playback.paused,
    ended: status.type === 'ended',
    pausedAt: playback.pausedAt,
    seeking: status.type === 'seeking',
    waiting: playback.waiting,
    currentTime: session.playhead.time,
    firstTime: timeline ? (timeline.firstAt - timeline.startAt) / 1000 : 0,
    duration,
    activeDuration: timeline?.activeSeconds ?? 0,
    playbackRate: options.playbackRate,
    idle: options.idle,
    loopRange: options.loopRange,
    skipped: session.skipped.seconds,
    buffered: outline ? [{ start: 0, end: duration }] : [],
    stretches: timeline?.stretches ?? [],
    shownWindows: timeline?.shownWindows ?? NONE,
    windowChoice: timeline?.windowChoice ?? 'auto',
    windowId,
    href: timeline && windowId !== null ? timeline.hrefAt(windowId, playback.position) : '',
    blocked: session.blockedAssets,
    canLoadAssets: options.remoteAssets === 'ask',
    assetsDismissed: session.consent.dismissed,
    notice: session.notice,
  };
}

function phaseOf({ loading, playback }: ReplaySession): SessionState['phase'] {
  if (loading.isOffered) return 'offered';
  if (loading.error) return 'error';
  if (loading.networkState === 0) return 'empty';
  return playback.started ? 'ready' : 'loading';
}
