import type { OutlineChange, Sight } from './sight.ts';
import { withoutScrolling } from './view-states.ts';

/** More pairs of lines are not compared: a page that is so different is told whole. */
const MOST_PAIRS = 4_000_000;
/** Where more than this part of the lines is new, the page is told whole. */
const MOST_NEW = 0.5;
/** Fewer lines are told as they changed, whatever part of the page they are. */
const FEW_LINES = 20;

/** What is on a page now, in as little as says it. @param before what was last told of it; null for nothing */
export function sightOf(before: readonly string[] | null, now: readonly string[]): Sight {
  const changes = before && changesOf(before, now);
  if (!changes) return { outline: now };
  const added = changes.filter(({ added }) => added).length;
  return added > FEW_LINES && added > now.length * MOST_NEW ? { outline: now } : { changes };
}

/**
 * Lines that went and came, in the order of the page. How far they are indented does not count, nor what scrolling
 * changes. Null for too many.
 */
function changesOf(before: readonly string[], now: readonly string[]): readonly OutlineChange[] | null {
  const compared = (lines: readonly string[]) => lines.map((line) => withoutScrolling(line.trimStart()));
  const [comparedBefore, comparedNow] = [compared(before), compared(now)];
  const isSame = (i: number, j: number) => comparedBefore[i] === comparedNow[j];
  let start = 0;
  while (start < before.length && start < now.length && isSame(start, start)) start++;
  let [endBefore, endNow] = [before.length, now.length];
  while (endBefore > start && endNow > start && isSame(endBefore - 1, endNow - 1)) {
    endBefore--;
    endNow--;
  }
  const [rows, columns] = [endBefore - start, endNow - start];
  if (rows * columns > MOST_PAIRS) return null;
  // Length of the longest common subsequence of what is left from each pair of lines on.
  const width = columns + 1;
  const common = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      common[i * width + j] = isSame(start + i, start + j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: OutlineChange[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && isSame(start + i, start + j)) {
      i++;
      j++;
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ added: false, line: before[start + i++] ?? '' });
    } else {
      changes.push({ added: true, line: now[start + j++] ?? '' });
    }
  }
  return changes;
}
