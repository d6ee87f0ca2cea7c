/**
 * What is measured in the page itself, put there before anything else runs. Handed over as text, so it can use
 * nothing from around it.
 */
export function installProbe() {
  if (window !== window.top) return;

  /** Nested timers are not due sooner, in any browser. */
  const TIMER_MS = 4;

  const objectUrls = new Set();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const address = createObjectURL.call(URL, object);
    objectUrls.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    objectUrls.delete(address);
    revokeObjectURL.call(URL, address);
  };

  /**
   * The longest time for which the page could do nothing, until the function that is returned is called: by how
   * much a timer that is always due in four milliseconds was late.
   */
  function watchBlocks() {
    let longest = 0;
    let last = performance.now();
    let timer;
    const look = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last - TIMER_MS);
      last = now;
    };
    const again = () => {
      look();
      timer = setTimeout(again, 0);
    };
    again();
    return () => {
      clearTimeout(timer);
      look();
      return longest;
    };
  }

  /** Frames painted and the longest time between two, until the function that is returned is called. */
  function watchFrames() {
    let longest = 0;
    let count = 0;
    const startedAt = performance.now();
    let last = startedAt;
    const look = (now) => {
      longest = Math.max(longest, now - last);
      last = now;
    };
    let request = requestAnimationFrame(function again() {
      look(performance.now());
      count++;
      request = requestAnimationFrame(again);
    });
    return () => {
      cancelAnimationFrame(request);
      const now = performance.now();
      look(now);
      return { longest, rate: (count * 1000) / (now - startedAt) };
    };
  }

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));

  /** Looks once a frame. */
  async function until(isSo, what, ms = 60_000) {
    const endAt = performance.now() + ms;
    while (!isSo()) {
      if (performance.now() > endAt) throw new Error(`${what}: not in ${ms / 1000} s`);
      await nextFrame();
    }
  }

  /** The task after the one that runs. */
  const nextTask = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });

  /**
   * Resolves when something is so and painted. One rule for the players and for the limit: it is looked for as each
   * frame of the browser begins, which then lays out and paints in the same task, and what counts is the task after.
   */
  async function painted(isSo, what, ms) {
    await nextFrame();
    await until(isSo, what, ms);
    await nextTask();
  }

  const NETWORK_TIMES = 3;

  /** How long a plain request takes until its first bytes are there: the median of some, in ms. */
  async function firstByte(address) {
    const taken = [];
    for (let i = 0; i < NETWORK_TIMES; i++) {
      const from = performance.now();
      const response = await fetch(address);
      const reader = response.body.getReader();
      await reader.read();
      taken.push(performance.now() - from);
      await reader.cancel();
    }
    return taken.sort((one, other) => one - other)[Math.floor(NETWORK_TIMES / 2)];
  }

  /** The page that is replayed: of several, the one that can be seen. */
  function replayed(root = document) {
    for (const element of root.querySelectorAll('*')) {
      const isShown =
        element.localName === 'iframe' &&
        element.clientWidth > 0 &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const found = isShown ? element.contentDocument : element.shadowRoot && replayed(element.shadowRoot);
      if (found) return found;
    }
    return null;
  }

  /** The first element that a selector finds, in shadow roots too; null for none. */
  function find(selector, root = document) {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inner = shadowRoot && find(selector, shadowRoot);
      if (inner) return inner;
    }
    return null;
  }

  /** What the recorded page's clock shows; nothing before the first frame. */
  const clock = (root) => replayed(root)?.getElementById('clock')?.textContent ?? '';

  window.probe = {
    watchBlocks,
    watchFrames,
    nextFrame,
    until,
    painted,
    firstByte,
    replayed,
    find,
    clock,
    objectUrls: () => objectUrls.size,
  };
}
