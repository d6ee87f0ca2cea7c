/** What the clock does once the frame to show is there: nothing, run, or run when more has been read. */
type Drive = 'paused' | 'playing' | 'waiting';

/**
 * Where playback stands: one of these at a time.
 *
 * - `starting`: no frame has been on screen yet
 * - `seeking`: the frame of another moment is on its way
 * - `paused`, `playing`, `ended`: the frame of the moment is on screen
 * - `waiting`: playing, but the next moment is not there yet
 */
export type PlaybackStatus =
  { readonly type: 'starting' | 'seeking'; readonly then: Drive } | { readonly type: Drive | 'ended' };

export const NOT_STARTED: PlaybackStatus = Object.freeze({ type: 'starting', then: 'paused' });

/** What playback does, or will do when the frame that is on its way has arrived. */
export function driveOf(status: PlaybackStatus): Drive | 'ended' {
  return 'then' in status ? status.then : status.type;
}

export function isPaused(status: PlaybackStatus): boolean {
  const drive = driveOf(status);
  return drive === 'paused' || drive === 'ended';
}

/** The same, whether or not a frame is on its way, with another drive. */
export function withDrive(status: PlaybackStatus, drive: Drive): PlaybackStatus {
  return 'then' in status ? { type: status.type, then: drive } : { type: drive };
}

/** The frame of another moment is asked for; what was playing plays on from there. */
export function seekingFrom(status: PlaybackStatus): PlaybackStatus {
  const drive = driveOf(status);
  return { type: 'seeking', then: drive === 'ended' ? 'paused' : drive };
}

/** The frame that was on its way is on screen. */
export function arrived(status: PlaybackStatus): PlaybackStatus {
  return 'then' in status ? { type: status.then } : status;
}
