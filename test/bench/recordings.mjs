import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { cardsOf, compressed, fixtureLines, ShopSession } from './session.mjs';

/** Counts what is written here: recordings of another version are not used again. */
const VERSION = 1;
export const FOLDER = join(tmpdir(), `portable-replay-bench-${VERSION}`);

/** How far full snapshots are from each other. */
export const SNAPSHOT_EVERY_MS = 300_000;
const REAL_PAGE_NODES = 3200;
const MUTATIONS_A_SECOND = 21;
const RESTOCK_EVERY = 10;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MB = 1e6;

/** Where the storms break out, ms from the start. */
export const STORM_AT = 8000;

/**
 * @typedef {object} Recording
 * @property {string} name also of its file
 * @property {number} bytes
 * @property {number} events
 * @property {number} duration in seconds
 * @property {number} [gapStart] where the pause of a day begins, in seconds
 * @property {number} [gapEnd]
 */

const STRETCH = { cards: cardsOf(REAL_PAGE_NODES), mutations: MUTATIONS_A_SECOND };

/** What there is to write: `events` are by time and made as they are asked for. */
const KINDS = {
  ...Object.fromEntries(
    [1, 10, 75, 300].flatMap((size) =>
      ['cv', 'plain'].map((format) => [
        `${size}-${format}`,
        { bytes: size * MB, isPlain: format === 'plain', events: () => visit({ seed: size, ...STRETCH }) },
      ]),
    ),
  ),
  'fast': { events: () => visit({ ...STRETCH, mutations: 50, seconds: 300 }) },
  'nodes': { events: () => visit({ cards: cardsOf(20_000), mutations: 2, seconds: 60 }) },
  'storm-adds': { events: addsStorm },
  'storm-attributes': { events: attributesStorm },
  'log': { events: chattyVisit },
  'idle': { events: idleDay },
  'small': { events: () => fixtureLines('checkout').map(([, event]) => event) },
};

/**
 * Writes a recording unless it is there already.
 *
 * @param {string} name
 * @returns {Promise<Recording>}
 */
export async function recordingOf(name) {
  const path = join(FOLDER, `${name}.jsonl`);
  const about = join(FOLDER, `${name}.about.json`);
  if (!existsSync(about)) {
    mkdirSync(FOLDER, { recursive: true });
    const facts = {};
    await pipeline(Readable.from(linesOf(name, facts)), createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
    writeFileSync(about, JSON.stringify({ name, ...facts }));
  }
  return JSON.parse(readFileSync(about, 'utf8'));
}

const BATCH_LENGTH = 1 << 17;

/** Lines some at a time, for a file may be larger than a string; `facts` are filled in on the way. */
function* linesOf(name, facts) {
  const { bytes = Infinity, isPlain = false, events } = KINDS[name];
  const [[windowId]] = fixtureLines(name === 'idle' ? 'idle-gap' : 'checkout');
  Object.assign(facts, { bytes: 0, events: 0, duration: 0 });
  let startedAt;
  let lastAt;
  let batch = '';
  for (const event of events()) {
    startedAt ??= event.timestamp;
    if (event.timestamp - lastAt > HOUR) {
      Object.assign(facts, { gapStart: facts.duration, gapEnd: (event.timestamp - startedAt) / 1000 });
    }
    lastAt = event.timestamp;
    facts.duration = (lastAt - startedAt) / 1000;
    facts.events++;
    batch += `${JSON.stringify([windowId, isPlain || event.cv ? event : compressed(event)])}\n`;
    if (batch.length < BATCH_LENGTH) continue;
    const chunk = Buffer.from(batch);
    batch = '';
    facts.bytes += chunk.length;
    yield chunk;
    if (facts.bytes >= bytes) return;
  }
  facts.bytes += Buffer.byteLength(batch);
  yield Buffer.from(batch);
}

/** The shop for so many seconds, by time. */
function* visit({ seed = 1, cards, mutations, seconds = Infinity, besides = () => [] }) {
  const session = new ShopSession({ seed, cards });
  let changes = 0;
  const change = (at) => (++changes % RESTOCK_EVERY === 0 ? session.restock(at) : session.reprice(at));
  const jobs = [
    // Before the snapshot, which then shows the same second.
    { at: 1000, every: 1000, make: (at) => [session.tick(at / 1000, at)] },
    { at: 0, every: SNAPSHOT_EVERY_MS, make: (at) => session.snapshot(at) },
    { at: 2, every: Infinity, make: (at) => session.opening(at) },
    { at: 50, every: session.lapMs, make: (at) => session.lap(at) },
    { at: 105, every: 1000 / mutations, make: (at) => [change(at)] },
    ...besides(session),
  ];
  const endAt = seconds * 1000;
  let made = [];
  for (;;) {
    const job = jobs.reduce((first, other) => (other.at < first.at ? other : first));
    const isOver = job.at > endAt;
    const at = session.startedAt + job.at;
    // What a lap brings lies ahead of the jobs that come in between.
    yield* made.filter(({ timestamp }) => isOver || timestamp < at);
    if (isOver) return;
    made = [...made.filter(({ timestamp }) => timestamp >= at), ...job.make(job.at)];
    made.sort((one, other) => one.timestamp - other.timestamp);
    job.at += job.every;
  }
}

/** A quiet visit of 16 s with something sudden in it. */
function storm(besides) {
  return visit({ cards: STRETCH.cards, mutations: 2, seconds: 16, besides });
}

/** 15,400 nodes in one second. */
function addsStorm() {
  return storm((session) =>
    Array.from({ length: 50 }, (_, i) => ({
      at: STORM_AT + 20 * i + 1,
      every: Infinity,
      make: (at) => [session.addCards(at, 22)],
    })),
  );
}

/** One mutation with 426,000 attributes. */
function attributesStorm() {
  return storm((session) => [
    { at: STORM_AT + 1, every: Infinity, make: (at) => [session.relinkAll(at, 426_000)] },
  ]);
}

/** Little happens on the page, and 100,000 lines are logged. */
function chattyVisit() {
  const [lines, every] = [100_000, 2];
  const log = (session) => (at) => [session.log(at, `order ${at} is on its way`)];
  const besides = (session) => [{ at: 200, every, make: log(session) }];
  return visit({ cards: STRETCH.cards, mutations: 1, seconds: (lines * every) / 1000, besides });
}

/** The pause of the `idle-gap` fixture, a day long. */
function* idleDay() {
  let before;
  let shift = 0;
  for (const [, event] of fixtureLines('idle-gap')) {
    const pause = event.timestamp - before;
    if (pause > MINUTE) shift = 24 * HOUR - pause;
    before = event.timestamp;
    yield { ...event, timestamp: event.timestamp + shift };
  }
}
