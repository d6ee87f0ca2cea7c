import type { ClockKind } from '../clock.ts';

export interface ControlWords {
  /** Accessible name of a player that its page gives none. */
  readonly player: string;
  readonly recordedPage: string;
  /** Title of the frame with the page. */
  readonly replayedPage: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly timeline: string;
  readonly brush: string;
  readonly partInView: (from: string, to: string) => string;
  readonly wholeInView: string;
  readonly position: (time: number, duration: number) => string;
  readonly positionAt: (position: string, event: string) => string;
  readonly idle: string;
  /** Ends of the range that is repeated. */
  readonly loopEdge: Readonly<Record<'start' | 'end', string>>;
  /** Of the menu at the time: how moments are told, and what is repeated. */
  readonly time: string;
  /** @param zone what it is called */
  readonly clocks: Readonly<Record<ClockKind, (zone: string) => string>>;
  readonly loopFromHere: string;
  readonly loopToHere: string;
  readonly steps: Readonly<Record<`${'entry' | 'change'}-${'before' | 'after'}`, string>>;
  readonly stopLooping: string;
  /** How large the page is shown. */
  readonly pageSize: string;
  readonly pageSizes: Readonly<Record<'fit' | 'width' | 'actual', string>>;
  readonly speed: string;
  readonly rate: (rate: number) => string;
  readonly idleTime: string;
  readonly narrowIdle: string;
  readonly idleMode: (mode: 'keep' | 'skip' | number) => string;
  readonly windows: string;
  readonly followActiveWindow: string;
  readonly choice: (menu: string, choice: string) => string;
  readonly inspect: string;
  readonly enterFullscreen: string;
  readonly exitFullscreen: string;
  readonly open: string;
  /** Of the list of controls for which the bar has no room. */
  readonly more: string;
  readonly recordings: string;
  readonly recordingOf: (number: number, total: number) => string;
  readonly recordingItem: (number: number, name: string, length: string, moment: Date) => string;
  readonly unnamedRecording: (number: number) => string;
  readonly previousRecording: string;
  readonly nextRecording: string;
}

/** Links to a moment. */
export interface LinkWords {
  readonly copy: string;
  readonly copied: string;
  /** Where the clipboard is closed to the page; the link follows. */
  readonly copyByHand: string;
}
