import { median } from '../statistics.mjs';

/* global limit */

const TIMES = 3;

/**
 * What the browser needs for pages that a player has shown, see pages/limit.mjs.
 *
 * @param {import('../browser.mjs').View} view
 * @param {object[]} pages what `staticPage()` gave in the player's page
 * @returns {Promise<{ms: number, block: number}[]>} of each page, medians of some times
 */
export async function limitsOf(view, pages) {
  const limits = [];
  for (const page of pages) {
    const taken = await view.ask(([given, times]) => limit(given, times), [page, TIMES]);
    limits.push({ ms: median(taken.map(({ ms }) => ms)), block: median(taken.map(({ block }) => block)) });
  }
  return limits;
}
