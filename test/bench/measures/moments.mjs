import { SNAPSHOT_EVERY_MS } from '../recordings.mjs';
import { randomNumbers } from '../session.mjs';

/** How far near moments are from each other, seconds. */
const [LEAST_STEP, MOST_STEP] = [5, 30];
/** So much of a stretch is left out at both ends, seconds. */
const MARGIN = 2;

/** Moments all over a recording, in the middle of what its clock shows. */
export function momentsOf({ name, duration }, count) {
  const random = numbersOf(name);
  return Array.from({ length: count }, () => Math.floor(random() * (duration - 3)) + 1.5);
}

/** Moments near each other that one full snapshot lies before: back and forth from the middle of its stretch. */
export function nearMoments({ name, duration }, count) {
  const random = numbersOf(name);
  const stretch = SNAPSHOT_EVERY_MS / 1000;
  const begin = Math.floor(duration / 2 / stretch) * stretch;
  const [start, end] = [begin + MARGIN, Math.min(begin + stretch, duration) - MARGIN];
  let at = (start + end) / 2;
  return Array.from({ length: count }, () => {
    const far = LEAST_STEP + random() * (MOST_STEP - LEAST_STEP);
    // A short recording has no room for more.
    const step = Math.min(far, (end - start) / 2) * (random() < 0.5 ? -1 : 1);
    at += at + step < start || at + step > end ? -step : step;
    return Math.floor(at) + 0.5;
  });
}

/** The same for a recording each time. */
function numbersOf(name) {
  return randomNumbers([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
}
