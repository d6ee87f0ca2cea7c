import { mkdirSync, readdirSync, readFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * What people write when they want tables of recordings: gunzip, `JSON.parse`, a loop over the events. It knows the
 * shapes of the bench, no other, and repairs and names nothing: a click is a number of a node, and requests are those
 * that PostHog's plugin tells, unmerged.
 *
 *   node obvious-script.mjs <recordings> <out>
 */
const [inputs, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const name of readdirSync(inputs).sort()) {
  const bytes = readFileSync(join(inputs, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const events = name.includes('.jsonl') ? eventsOfLines(text) : JSON.parse(text).data.snapshots;
  const session = { session_id: name.split('.')[0] };
  const rows = { sessions: [session], entries: [], console: [], requests: [], pages: [] };
  const start = events[0].timestamp;
  session.event_count = events.length;
  session.duration_seconds = (events.at(-1).timestamp - start) / 1000;
  for (const event of events) {
    const { windowId, type, timestamp, data } = inflated(event);
    const seconds = (timestamp - start) / 1000;
    const row = { ...session, window_id: windowId, seconds };
    if (type === 4) rows.pages.push({ ...row, href: data.href });
    if (type === 3 && data.source === 2 && data.type === 2)
      rows.entries.push({ ...row, kind: 'click', id: data.id });
    if (type === 3 && data.source === 5) rows.entries.push({ ...row, kind: 'input', text: data.text });
    if (type === 5) rows.entries.push({ ...row, kind: 'custom', tag: data.tag, payload: data.payload });
    if (type === 6 && data.plugin === 'rrweb/console@1') rows.console.push({ ...row, ...data.payload });
    if (type === 6 && data.plugin === 'rrweb/network@1')
      for (const request of data.payload.requests) rows.requests.push({ ...row, ...request });
  }
  for (const [table, list] of Object.entries(rows))
    appendFileSync(join(out, `${table}.ndjson`), list.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function eventsOfLines(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [windowId, event] = JSON.parse(line);
      return { windowId, ...event };
    });
}

/** posthog-js compresses full snapshots and some fields of mutations and style rules, as gzip in Latin-1. */
function inflated(event) {
  if (!event.cv) return event;
  if (typeof event.data === 'string') return { ...event, data: gunzipped(event.data) };
  const data = Object.entries(event.data).map(([name, value]) => [
    name,
    typeof value === 'string' && value.startsWith('\x1f\x8b') ? gunzipped(value) : value,
  ]);
  return { ...event, data: Object.fromEntries(data) };
}

function gunzipped(text) {
  return JSON.parse(gunzipSync(Buffer.from(text, 'latin1')).toString());
}
