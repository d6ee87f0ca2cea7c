import type { ReplayWarningEvent } from 'portable-replay';
import type {} from 'portable-replay/types/react';

export const wrong = [
  <portable-replay masks="sometimes" />, // wrong
  <portable-replay playbackRate="2" />, // wrong
  <portable-replay start-at={5} />, // wrong
  <portable-replay no-controls="false" />, // wrong
  <portable-replay duration={5} />, // wrong
  <portable-replay srcc="recording.json" />, // wrong
  <portable-replay ontimeupdate={(event) => event.currentTarget.nothing} />, // wrong
  <portable-replay onwindowchange={(event: ReplayWarningEvent) => event} />, // wrong
  <portable-replay onTimeUpdate={() => undefined} />, // wrong
];
