/** Two players in a row, more rows than are in view. */

const COLUMNS = 2;
/** With the gap, as in several.html. */
const ROW_HEIGHT = 380;

const QUIET_MS = 1000;

/** Opens a recording in a player that is added to the page. @returns the player */
function add(address, loading = 'eager') {
  const player = Object.assign(document.createElement('portable-replay'), { loading, src: address });
  document.body.append(player);
  return player;
}

function showsPage({ shadowRoot }) {
  return window.probe.clock(shadowRoot) !== '';
}

/** Opens a recording in one more player; its time until the first frame. */
async function first(address) {
  const from = performance.now();
  const player = add(address);
  await window.probe.painted(() => showsPage(player), 'the first frame');
  return performance.now() - from;
}

/**
 * Opens a recording in so many players, those below the fold lazily. The time until the page is interactive: the first
 * of them shows its page, and no task longer than 50 ms follows for a second.
 */
async function interactive(address, count) {
  let lastTaskAt = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) lastTaskAt = startTime + duration;
  });
  observer.observe({ type: 'longtask' });
  const from = performance.now();
  const players = Array.from({ length: count }, (_, i) => {
    const isBelow = Math.floor(i / COLUMNS) * ROW_HEIGHT >= innerHeight;
    return add(address, isBelow ? 'lazy' : 'eager');
  });
  await window.probe.painted(() => showsPage(players[0]), 'the first frame');
  const shownAt = performance.now();
  const since = () => Math.max(shownAt, lastTaskAt);
  await window.probe.until(() => performance.now() - since() > QUIET_MS, 'a page that is interactive');
  observer.disconnect();
  return since() - from;
}

/** The page that is replayed in the player that was added last, for the limit. */
const lastPage = () => window.staticPage(window.probe.replayed(document.body.lastElementChild.shadowRoot));

window.bench = { first, interactive, lastPage };
