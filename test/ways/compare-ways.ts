import type { PortableReplayElement, ReplaySource } from '../../src/index.ts';
import { next, player, seek } from '../player-harness.ts';
import { differingProperties, forgetLooks, wholeState } from './whole-state.ts';

/** A hop is so short. Seconds. */
const HOP = 0.7;

export interface WaysOptions {
  readonly speed: number;
  readonly idle: 'keep' | 'skip';
  /** So many moments are looked at. */
  readonly moments: number;
}

/**
 * Plays a recording, holding it now and then, and compares what is on screen each time with what it is when the same
 * moment is reached in other ways. Returns what differs, nothing as it should be.
 */
export async function differencesOfWays(
  source: ReplaySource,
  { speed, idle, moments }: WaysOptions,
): Promise<string[]> {
  const open = async () => {
    const element = await player(source);
    element.idle = idle;
    element.playbackRate = speed;
    element.masks = 'hide';
    await element.updateComplete;
    return element;
  };
  const playing = await open();
  const played = await play(playing, moments);
  const differences: string[] = [];
  const compare = async (way: string, element: PortableReplayElement, time: number) => {
    await seek(element, time);
    const difference = firstDifference(await wholeState(element), played.get(time)!);
    if (difference !== null) differences.push(`${way} to ${time.toFixed(3)} s: ${difference}`);
  };
  const times = [...played.keys()];
  for (const time of times.toReversed()) await compare('back', playing, time);
  playing.remove();
  const other = await open();
  for (const time of times) {
    await seek(other, Math.max(0, time - HOP));
    await compare('hop', other, time);
  }
  for (const [i, time] of times.entries()) {
    // From behind it and from before it, by more than a hop and by less.
    const past = i % 2 === 0 ? HOP : 4 * HOP;
    for (const elsewhere of [time + past, time - past, time + HOP])
      await seek(other, Math.min(Math.max(0, elsewhere), other.duration));
    await compare('around', other, time);
  }
  other.remove();
  for (const time of times) {
    const fresh = await open();
    await compare('jump', fresh, time);
    fresh.remove();
  }
  forgetLooks();
  return differences;
}

/** Plays from the start to the end, with a hold now and then. What is on screen then, by time in seconds. */
async function play(
  element: PortableReplayElement,
  moments: number,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const shown = new Map<number, readonly string[]>();
  const step = element.duration / moments;
  while (!element.ended) {
    const target = element.currentTime + step;
    await element.play();
    // A jump over an idle stretch is told before its page is there: it is when the clock goes on.
    for (let past = 0; past < 2 && !element.paused;) {
      await Promise.race([next(element, 'timeupdate'), next(element, 'ended')]);
      if (element.currentTime >= target) past++;
    }
    element.pause();
    shown.set(element.currentTime, await wholeState(element));
  }
  return shown;
}

function firstDifference(actual: readonly string[], expected: readonly string[]): string | null {
  const at = expected.findIndex((line, i) => line !== actual[i]);
  if (at < 0 && actual.length === expected.length) return null;
  const i = at < 0 ? expected.length : at;
  const [line = 'nothing', played = 'nothing'] = [actual[i], expected[i]];
  const properties = [differingProperties(line, played), differingProperties(played, line)];
  return `${actual[i - 1] ?? ''}\n  ${line} ${properties[0]}\n  played: ${played} ${properties[1]}`;
}
