import { inTime } from './in-time.mjs';

/** What only the browser knows of a page. */

const WORKER_ANSWER_MS = 10_000;

/** Memory in use after garbage has been collected, in bytes: objects, and the buffers that they hold. */
export async function heapOf({ cdp }) {
  const page = await usage((method) => cdp.send(method));
  const workers = { used: 0, buffers: 0 };
  for (const send of await workersOf(cdp)) {
    const { used, buffers } = await usage(send);
    workers.used += used;
    workers.buffers += buffers;
  }
  return { page, workers };
}

/** What is still there: workers, documents, listeners, addresses of objects. */
export async function leftOf({ page, cdp }) {
  const { documents, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return {
    workers: page.workers().length,
    frames: page.frames().length - 1,
    documents,
    listeners: jsEventListeners,
    urls: await page.evaluate(() => window.probe.objectUrls()),
  };
}

/** How long the page's main thread has been at work until now. */
export async function taskSeconds({ cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

async function usage(send) {
  // What the first collection sets free can be what holds the next.
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await send('Runtime.getHeapUsage');
  return { used: usedSize, buffers: backingStorageSize };
}

/** Functions that speak with each of a page's workers. Playwright has no session for those. */
async function workersOf(cdp) {
  const sessions = [];
  const answers = new Map();
  cdp.on('Target.attachedToTarget', ({ sessionId }) => sessions.push(sessionId));
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  // Told anew of those that it was told of before only when it begins anew.
  for (const autoAttach of [false, true]) {
    await cdp.send('Target.setAutoAttach', { autoAttach, waitForDebuggerOnStart: false, flatten: false });
  }
  return sessions.map((sessionId) => (method) => {
    const id = answers.size + 1;
    const answer = new Promise((resolve) => answers.set(id, resolve));
    const message = JSON.stringify({ id, method });
    void cdp.send('Target.sendMessageToTarget', { sessionId, message });
    return inTime(answer, WORKER_ANSWER_MS);
  });
}
