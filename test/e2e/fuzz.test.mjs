import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, it } from 'node:test';
import { constants, createGzip, deflateRawSync, gzipSync } from 'node:zlib';
import { inflateEvent, linesOf, SHAPES, snappy } from '../../fixtures/shapes.mjs';
import { useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

/** To see one failing case again, start from its seed with one run; its failure says so. */
const SEED = Number(process.env.FUZZ_SEED ?? 20260);
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

const CASE_MS = 30_000;
const CASES_OF_A_TEST = 20;
const CODES = [
  'network',
  'not-a-recording',
  'unsupported-version',
  'corrupt',
  'empty',
  'unplayable',
  'aborted',
  'too-large',
];

const FIXTURES = join(ROOT, 'fixtures/recordings');
const CHECKOUT = linesOf(readFileSync(join(FIXTURES, 'checkout.jsonl'), 'utf8'));

/** A player in Chromium that is handed files, whatever is in them. */
function usePlayer() {
  const browser = useBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'portable-replay-fuzz-'));
  let host;
  let files;
  let view;
  let step = '';
  const open = async () => {
    view = await browser.open(host.origin);
    // A page that is stuck can no longer be asked how far it came.
    view.page.on('console', (message) => {
      const [, name] = /^step: (.*)/.exec(message.text()) ?? [];
      if (name) step = name;
    });
  };
  before(async () => {
    const html =
      '<!doctype html><style>portable-replay { width: 800px }</style><script type="module" src="/dist/portable-replay.js"></script>';
    host = await serve(ROOT, { pages: { '/': { html } } });
    files = await serve(folder, { cors: true });
    await open();
  });
  after(() => {
    host.close();
    files.close();
    rmSync(folder, { recursive: true });
  });

  /** Loads files into a new player, seeks, plays; what is wrong with how that went, in words. */
  async function handOver(contents) {
    const names = contents.map((_, i) => `${i}.bin`);
    for (const [i, name] of names.entries()) await write(join(folder, name), contents[i]);
    const addresses = names.map((name) => `${files.origin}/${name}`);
    const startedAt = performance.now();
    let timer;
    const outcome = await Promise.race([
      view.page
        .evaluate(tryOut, addresses)
        .catch((error) => ({ wrong: [`the page failed to ${step}: ${error.message}`], isBroken: true })),
      new Promise((resolve) => {
        timer = setTimeout(
          () => resolve({ wrong: [`${CASE_MS} ms were not enough to ${step}`], isBroken: true }),
          CASE_MS,
        );
      }),
    ]);
    clearTimeout(timer);
    outcome.ms = Math.round(performance.now() - startedAt);
    if (outcome.code !== undefined && (outcome.name !== 'ReplayError' || !CODES.includes(outcome.code))) {
      outcome.wrong.push(`no ReplayError but ${outcome.name} ${outcome.code}: ${outcome.stack}`);
    }
    outcome.wrong.push(...view.errors.splice(0).map((error) => `page error: ${error.stack ?? error}`));
    if (outcome.isBroken) await renew();
    return outcome;
  }

  async function renew() {
    await Promise.race([view.page.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
    await open();
  }

  return {
    handOver,
    /** That what came before has left nothing behind. */
    async assertIsSound() {
      const { wrong, duration } = await handOver([readFileSync(join(FIXTURES, 'checkout.v2.json'))]);
      assert.deepEqual(wrong, []);
      assert.ok(duration > 1);
    },
  };
}

async function write(path, content) {
  const isWhole = typeof content === 'string' || ArrayBuffer.isView(content);
  await pipeline(Readable.from(isWhole ? [content] : content), createWriteStream(path));
}

/** Runs in the page. */
async function tryOut(addresses) {
  await customElements.whenDefined('portable-replay');
  const wrong = [];
  const refused = ({ reason }) => wrong.push(`unhandled rejection: ${reason?.stack ?? reason}`);
  addEventListener('unhandledrejection', refused);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const blobs = await Promise.all(addresses.map(async (address) => (await fetch(address)).blob()));
  const player = document.createElement('portable-replay');
  const seek = (time) =>
    new Promise((resolve, reject) => {
      player.addEventListener('seeked', resolve, { once: true });
      player.addEventListener('error', () => reject(player.error), { once: true });
      player.currentTime = time;
    });
  const outcome = { wrong, steps: {} };
  let last = null;
  let lastAt = 0;
  const begin = (step) => {
    if (last) outcome.steps[last] = Math.round(performance.now() - lastAt);
    last = step;
    lastAt = performance.now();
    console.debug(`step: ${step}`);
  };
  document.body.append(player);
  try {
    begin('load');
    await player.load(blobs.length === 1 ? blobs[0] : blobs);
    outcome.format = player.recording.format;
    outcome.duration = player.duration;
    if (!(player.duration >= 0 && player.duration < Infinity)) wrong.push(`duration ${player.duration}`);
    for (const share of [0.9, 0.1, 0.5]) {
      begin(`seek to ${share}`);
      await seek(player.duration * share);
    }
    begin('play');
    player.playbackRate = 16;
    await player.play();
    await wait(100);
    if (player.error) throw player.error;
    outcome.warnings = player.recording.warnings.map(({ code, count }) => `${code} ${count}`);
  } catch (error) {
    const { name, code, message, stack } = error ?? {};
    Object.assign(outcome, { name, code: String(code), message, stack, cause: String(error?.cause?.stack) });
  }
  begin('remove');
  player.remove();
  await wait(0);
  removeEventListener('unhandledrejection', refused);
  const intruders = Reflect.ownKeys(Object.prototype).filter((key) => /^(polluted|type|data)$/.test(key));
  if (intruders.length > 0) wrong.push(`Object.prototype has got ${intruders.join(', ')}`);
  return outcome;
}

describe(`files damaged at random, from seed ${SEED}`, () => {
  const player = usePlayer();
  const sources = [
    ...readdirSync(FIXTURES).map((file) => ({
      title: file,
      write: () => readFileSync(join(FIXTURES, file)),
    })),
    ...SHAPES,
  ];

  for (let first = 0; first < RUNS; first += CASES_OF_A_TEST) {
    const last = Math.min(first + CASES_OF_A_TEST, RUNS) - 1;
    it(`play or are refused with a reason: ${first} to ${last}`, async (test) => {
      const failures = [];
      let played = 0;
      for (let i = first; i <= last; i++) {
        const { contents, title } = damagedFile(new Random(SEED + i), sources);
        const { wrong, code } = await player.handOver(contents);
        if (code === undefined) played++;
        if (wrong.length > 0) failures.push({ again: `FUZZ_SEED=${SEED + i} FUZZ_RUNS=1`, title, wrong });
      }
      test.diagnostic(`${played} of ${last - first + 1} play`);
      assert.deepEqual(failures, []);
      await player.assertIsSound();
    });
  }
});

/** mulberry32: the same numbers from the same seed, everywhere. */
class Random {
  #state;

  constructor(seed) {
    this.#state = seed | 0;
  }

  /** From 0 (included) to 1 (excluded). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  chance(share) {
    return this.next() < share;
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  /** A range of something so long; mostly short, sometimes half of it. */
  range(length) {
    const from = this.below(length);
    const longest = this.chance(0.7) ? Math.min(length, 200) : length / 2;
    return [from, Math.min(length, from + 1 + this.below(longest))];
  }

  shuffled(items) {
    return items
      .map((item) => [this.next(), item])
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  }
}

function damagedFile(random, sources) {
  const source = random.pick(sources);
  const way = random.pick(['bytes', 'lines', 'values', 'values', 'events']);
  const contents = [way === 'events' ? ofDamagedEvents(source, random) : source.write(CHECKOUT, 'session-1')]
    .flat()
    .map((content) => Buffer.from(content));
  const damaged = random.below(contents.length);
  const steps = [];
  if (way === 'bytes') contents[damaged] = damageBytes(contents[damaged], random, steps);
  if (way === 'lines') contents[damaged] = damageLines(contents[damaged], random, steps);
  if (way === 'values') contents[damaged] = damageValues(contents[damaged], random, steps);
  if (random.chance(0.1)) {
    contents[damaged] = gzipSync(contents[damaged]);
    steps.push('gzipped');
  }
  return { contents, title: `${source.title}: ${way} ${steps.join(', ')}` };
}

function damageBytes(bytes, random, steps) {
  const [from, to] = random.range(bytes.length);
  const way = random.pick(['cut', 'flip', 'flip', 'duplicate', 'remove', 'shuffle', 'zero']);
  steps.push(`${way} ${from} to ${to}`);
  if (way === 'cut') return bytes.subarray(0, from);
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  if (way === 'duplicate') return Buffer.concat([head, middle, middle, tail]);
  if (way === 'remove') return Buffer.concat([head, tail]);
  if (way === 'shuffle') return Buffer.concat([head, Buffer.from(random.shuffled([...middle])), tail]);
  if (way === 'zero') return Buffer.concat([head, Buffer.alloc(middle.length), tail]);
  const flipped = Buffer.from(bytes);
  for (let left = 1 + random.below(50); left > 0; left--) {
    flipped[random.below(flipped.length)] ^= 1 << random.below(8);
  }
  return flipped;
}

function damageLines(bytes, random, steps) {
  const lines = bytes.toString('latin1').split(/(?<=\n|\},)/);
  if (lines.length < 3) return damageBytes(bytes, random, steps);
  const [from, to] = random.range(lines.length);
  const way = random.pick(['duplicate', 'remove', 'shuffle', 'move']);
  steps.push(`${way} lines ${from} to ${to}`);
  const taken = lines.splice(from, to - from);
  if (way === 'duplicate') lines.splice(from, 0, ...taken, ...taken);
  if (way === 'shuffle') lines.splice(from, 0, ...random.shuffled(taken));
  if (way === 'move') lines.splice(random.below(lines.length), 0, ...taken);
  return Buffer.from(lines.join(''), 'latin1');
}

function damageValues(bytes, random, steps) {
  const documents = parsed(bytes);
  if (!documents) return damageBytes(bytes, random, steps);
  damageTree(documents, random, steps);
  return Buffer.from(withLiterals(documents.map((document) => JSON.stringify(document)).join('\n')));
}

/** Damage within what shapes compress; where a shape cannot be written of it, as plain lines. */
function ofDamagedEvents(source, random) {
  const lines = structuredClone(CHECKOUT.map(([windowId, event]) => [windowId, inflateEvent(event)]));
  const telling = lines.filter(([, { type, data }]) => type === 2 || (type === 3 && data.source === 0));
  damageTree(random.chance(0.7) ? telling.map(([, event]) => event) : lines, random, []);
  try {
    return source.write(lines, 'session-1');
  } catch {
    return Buffer.from(withLiterals(lines.map((line) => JSON.stringify(line)).join('\n')));
  }
}

function parsed(bytes) {
  const text = bytes.toString();
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split('\n').filter((line) => line !== '');
    try {
      return lines.length > 1 ? lines.map((line) => JSON.parse(line)) : null;
    } catch {
      return null;
    }
  }
}

const VALUES = [null, '', 'abc', -1, 1e300, 2 ** 53, 0.5, [], {}, [null], true, 'x'.repeat(100_000)];
const TIMES = [
  -1,
  0,
  0.5,
  1e15,
  1e300,
  '1700000000000',
  'soon',
  '',
  null,
  {},
  literal('1e999'),
  literal('NaN'),
];
const KEYS = ['__proto__', 'constructor', 'toString', 'length', '', '0'];

function damageTree(root, random, steps) {
  for (let left = 1 + random.below(10); left > 0; left--) {
    const [parent, key, path] = placeIn(root, random);
    if (parent === null) return;
    const [way, damage] = random.pick(DAMAGES);
    steps.push(`${way} at ${path}`);
    damage(parent, key, random, root);
  }
}

const DAMAGES = [
  ['another value', (parent, key, random) => put(parent, key, structuredClone(random.pick(VALUES)))],
  ['another value', (parent, key, random) => put(parent, key, structuredClone(random.pick(VALUES)))],
  ['as a string', (parent, key) => put(parent, key, String(parent[key]))],
  [
    'a literal',
    (parent, key, random) => put(parent, key, literal(random.pick(['NaN', '1e999', '-0', 'undefined']))),
  ],
  ['nesting', (parent, key, random) => put(parent, key, nested(2 + random.below(1000)))],
  ['removal', remove],
  [
    'another key',
    (parent, key, random) => {
      const value = parent[key];
      remove(parent, key);
      put(parent, random.pick(KEYS), value);
    },
  ],
  ['a key', (parent, key, random) => put(parent, random.pick(KEYS), { polluted: true, type: 2, data: {} })],
  ['a copy', (parent, key, random, root) => copyInto(parent, key, random, root)],
  [
    'time',
    (parent, key, random, root) => putInEvent(root, random, 'timestamp', structuredClone(random.pick(TIMES))),
  ],
  [
    'type',
    (parent, key, random, root) =>
      putInEvent(root, random, 'type', random.pick([-1, 1, 2, 3, 4, 7, 99, '3'])),
  ],
  ['source', (parent, key, random, root) => putInEvent(root, random, 'source', random.below(20))],
];

/** A random place: the object, the key in it, and how to get there. */
function placeIn(root, random) {
  let parent = root;
  const path = [];
  for (;;) {
    const keys = Object.keys(parent);
    if (keys.length === 0) return [null];
    const key = random.pick(keys);
    path.push(key);
    const value = parent[key];
    const canDescend = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (!canDescend || random.chance(path.length > 2 ? 0.1 : 0.01))
      return [parent, key, path.join('.').slice(0, 80)];
    parent = value;
  }
}

/** Also of keys such as `__proto__`, which an assignment would take for something else. */
function put(parent, key, value) {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) return;
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

function remove(parent, key) {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function copyInto(parent, key, random, root) {
  const [from, name] = placeIn(root, random);
  if (from === null) return;
  const copy = JSON.stringify(from[name]);
  if (copy !== undefined && copy.length < 1e6) put(parent, key, JSON.parse(copy));
}

function putInEvent(root, random, key, value) {
  const events = [];
  const collect = (at, depth) => {
    if (typeof at !== 'object' || at === null || depth > 7) return;
    if ('timestamp' in at && 'type' in at) events.push(at);
    else Object.values(at).forEach((child) => collect(child, depth + 1));
  };
  collect(root, 0);
  if (events.length === 0) return;
  const event = random.pick(events);
  put(key === 'source' && typeof event.data === 'object' && event.data ? event.data : event, key, value);
}

function nested(depth) {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}

/** A string that stands for something that JSON.stringify would not write. */
function literal(text) {
  return `@literal ${text}@`;
}

function withLiterals(json) {
  return json.replaceAll(/"@literal (.*?)@"/g, '$1');
}

describe('files made to do harm', () => {
  const player = usePlayer();
  for (const [title, files] of Object.entries(hostileFiles())) {
    it(`play or are refused with a reason: ${title}`, async (test) => {
      const { wrong, ms, steps, code, message, warnings = [], format } = await player.handOver(files());
      const result = code === undefined ? `plays as ${format} ${warnings.join(', ')}` : `${code}: ${message}`;
      test.diagnostic(wrong.length > 0 ? 'see the failure' : result);
      test.diagnostic(`${ms} ms: ${JSON.stringify(steps)}`);
      assert.deepEqual(wrong, []);
    });
  }

  it('leave a player behind that plays', () => player.assertIsSound());
});

/** Contents of files by what is wrong with them; made when asked for, since some are large. */
function hostileFiles() {
  const DEPTH = 10_000;
  const MB = 2 ** 20;
  const GB = 2 ** 30;
  const v2 = () => readFileSync(join(FIXTURES, 'checkout.v2.json'));
  const v2Gzip = () => readFileSync(join(FIXTURES, 'checkout.v2.json.gz'));
  const pairs = Buffer.from(readFileSync(join(FIXTURES, 'checkout.jsonl')));

  return {
    'a page nested 10,000 deep': () => {
      const open = Array.from({ length: DEPTH }, (_, i) => {
        return `{"id":${i + 100},"type":2,"tagName":"div","attributes":{},"childNodes":[`;
      });
      const deep = `${open.join('')}${']}'.repeat(DEPTH)}`;
      return [eventArray(META, spliced(page(text(10, 'MARK')), deep), ...ENDING)];
    },
    'nodes added 10,000 deep': () => {
      const adds = Array.from({ length: DEPTH }, (_, i) => ({
        parentId: i === 0 ? 4 : i + 99,
        nextId: null,
        node: element(i + 100, 'div'),
      }));
      return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
    },
    'arrays nested 10,000 deep from the start of the file': () => ['['.repeat(DEPTH) + ']'.repeat(DEPTH)],
    'arrays nested 10,000 deep that never end': () => ['['.repeat(DEPTH)],
    'arrays nested 10,000 deep in place of what is added': () => [
      eventArray(META, page(), nestedIn(mutation(500, { adds: ['MARK'] }), DEPTH), ...ENDING),
    ],
    'arrays nested 10,000 deep in a custom payload': () => [
      eventArray(META, page(), nestedIn(custom(500, 'MARK'), DEPTH), ...ENDING),
    ],
    'arrays nested 10,000 deep between the events': () => [
      `[${JSON.stringify(META)},${JSON.stringify(page())},${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},${ENDING.map((event) => JSON.stringify(event)).join(',')}]`,
    ],

    '50 MB of gzip that hold 50 GB of zeros': () => {
      const zeros = deflatedPiece(Buffer.alloc(64 * MB));
      return [
        (function* () {
          yield GZIP_HEADER;
          for (let i = 0; i < 800; i++) yield zeros;
          yield END_OF_DEFLATE;
          yield Buffer.alloc(8);
        })(),
      ];
    },
    'gzip of the start of a recording and 3 GB of spaces': () => [
      Readable.from(followedBySpaces(`${eventArray(META, page(), ...ENDING).slice(0, -1)},`, 3 * GB)).pipe(
        createGzip({ level: 1 }),
      ),
    ],
    'gzip of lines and 3 GB of spaces': () => [
      Readable.from(followedBySpaces(`${pairs}\n`, 3 * GB)).pipe(createGzip({ level: 1 })),
    ],
    'a compressed mutation that holds 1 GB of spaces': () => {
      const data = { ...mutation(500, {}).data, adds: spacesOfOneGB() };
      return [eventArray(META, page(), { type: 3, timestamp: AT + 500, cv: '2024-10', data }, ...ENDING)];
    },
    'a compressed full snapshot that holds 1 GB of spaces': () => [
      eventArray(META, { type: 2, timestamp: AT + 1, cv: '2024-10', data: spacesOfOneGB() }, ...ENDING),
    ],
    'ten compressed full snapshots of 1 GB of spaces beside a good one': () => {
      const data = spacesOfOneGB();
      const bombs = Array.from({ length: 10 }, (_, i) => ({
        type: 2,
        timestamp: AT + 10 + i,
        cv: '2024-10',
        data,
      }));
      return [eventArray(META, page(), ...bombs, ...ENDING)];
    },
    'gzip that says it is longer than it is': () => [
      patched(v2Gzip(), -4, Buffer.from([255, 255, 255, 255])),
    ],
    'gzip that says it is shorter than it is': () => [patched(v2Gzip(), -4, Buffer.from([1, 0, 0, 0]))],
    'gzip with a wrong checksum': () => [patched(v2Gzip(), -8, Buffer.from([1, 2, 3, 4]))],

    'a zip that says its entry holds one byte': () => [zip(deflated(v2()), { size: 1 })],
    'a zip that says its entry holds 4 GB': () => [zip(deflated(v2()), { size: 0xfffffffe })],
    'a zip that says its entry takes 4 GB of the file': () => [
      zip(deflated(v2()), { packedSize: 0xfffffffe }),
    ],
    'a zip that says its entry takes no bytes': () => [zip(deflated(v2()), { packedSize: 0 })],
    'a zip whose entry stands behind its end': () => [zip(deflated(v2()), { offset: 0x7fffffff })],
    'a zip that says it has 65,535 entries': () => [zip(deflated(v2()), { entries: 0xffff })],
    'a zip whose entry holds 4 GB and says so': () => [zip(bomb(4096 - 1), { size: (4096 - 1) * MB })],
    'a zip whose entry holds 4 GB and says 1,000 bytes': () => [zip(bomb(4096), { size: 1000 })],
    'a zip without entries': () => [Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])],

    'a snappy file whose only block declares 2 GB': () => [framed(declaring2GB(snappy(pairs)))],
    'a snappy file whose second block declares 2 GB': () => [
      Buffer.concat([framed(snappy(pairs)), framed(declaring2GB(snappy(pairs)))]),
    ],
    'a snappy file whose block is said to take 2 GB': () => [
      patched(framed(snappy(pairs)), 0, Buffer.from([0x7f, 0xff, 0xff, 0xff])),
    ],
    'a bare snappy block that declares 2 GB': () => [declaring2GB(snappy(pairs))],
    'a bare snappy block that copies from before its start': () => [
      Buffer.concat([
        Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07, 0x04]),
        Buffer.from('['),
        Buffer.alloc(30_000, Buffer.from([0xfe, 0x34, 0x12])),
      ]),
    ],
    'a support archive with blocks of zeros': () => [
      patchedArchive((bytes) => bytes.fill(0, 0, bytes.length - 4096)),
    ],

    '1,000,000 events of one millisecond': () => [
      (function* () {
        yield `${JSON.stringify(META)}\n${JSON.stringify(page(text(10, 'shop')))}\n`;
        for (let i = 0; i < 1000; i++) {
          const lines = Array.from({ length: 1000 }, (_, j) =>
            JSON.stringify(
              j % 2 === 0
                ? { type: 5, data: { tag: `t${j % 7}`, payload: i * 1000 + j }, timestamp: AT + 500 }
                : {
                    type: 3,
                    data: { source: 1, positions: [{ x: j % 800, y: i % 600, id: 4, timeOffset: 0 }] },
                    timestamp: AT + 500,
                  },
            ),
          );
          yield `${lines.join('\n')}\n`;
        }
        yield ENDING.map((event) => JSON.stringify(event)).join('\n');
      })(),
    ],
    'a mutation with 100,000 adds': () => {
      const adds = Array.from({ length: 50_000 }, (_, i) => [
        { parentId: 4, nextId: null, node: element(1000 + 2 * i, 'span') },
        { parentId: 1000 + 2 * i, nextId: null, node: text(1001 + 2 * i, `word ${i}`) },
      ]).flat();
      return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
    },
    '100,000 adds, each before one that comes later': () => {
      const adds = Array.from({ length: 100_000 }, (_, i) => ({
        parentId: 4,
        nextId: i === 99_999 ? null : 1001 + i,
        node: element(1000 + i, 'i'),
      }));
      return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
    },
    '100,000 adds to a parent that never comes': () => {
      const adds = Array.from({ length: 100_000 }, (_, i) => ({
        parentId: 999_999_999,
        nextId: null,
        node: element(1000 + i, 'i'),
      }));
      return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
    },

    'one id for many nodes': () => [
      eventArray(
        META,
        page(element(10, 'p', [text(10, 'one'), element(4, 'b', [text(1, 'two')])]), element(10, 'p')),
        mutation(400, { adds: [{ parentId: 10, nextId: null, node: element(10, 'i', [text(10, 'x')]) }] }),
        mutation(500, {
          removes: [
            { parentId: 10, id: 10 },
            { parentId: 4, id: 10 },
            { parentId: 1, id: 2 },
          ],
        }),
        mutation(600, {
          texts: [{ id: 10, value: 'three' }],
          attributes: [{ id: 1, attributes: { class: 'x' } }],
        }),
        ...ENDING,
      ),
    ],
    'nodes that are added to themselves and to each other': () => [
      eventArray(
        META,
        page(element(10, 'p')),
        mutation(400, { adds: [{ parentId: 20, nextId: null, node: element(20, 'div') }] }),
        mutation(500, {
          adds: [
            { parentId: 31, nextId: 31, node: element(30, 'div') },
            { parentId: 30, nextId: 30, node: element(31, 'div') },
            { parentId: 4, nextId: 32, node: element(32, 'div') },
          ],
        }),
        mutation(600, {
          adds: [{ parentId: 10, nextId: null, node: element(4, 'body', [element(10, 'p')]) }],
        }),
        mutation(700, { adds: [{ parentId: 10, nextId: null, node: page().data.node }] }),
        mutation(800, {
          removes: [
            { parentId: 4, id: 4 },
            { parentId: 10, id: 1 },
          ],
        }),
        ...ENDING,
      ),
    ],
    'ids that are strings': () => [
      eventArray(
        META,
        JSON.parse(
          JSON.stringify(page(element(10, 'p', [text(11, 'one')]))).replaceAll(/"id":(\d+)/g, '"id":"$1"'),
        ),
        mutation(400, { adds: [{ parentId: '10', nextId: '11', node: element('12', 'b') }] }),
        mutation(500, { adds: [{ parentId: 'body', nextId: 'x', node: element('__proto__', 'b') }] }),
        mutation(600, { texts: [{ id: '11', value: 'two' }], removes: [{ parentId: '4', id: '10' }] }),
        {
          type: 3,
          timestamp: AT + 700,
          data: { source: 1, positions: [{ x: 1, y: 1, id: '10', timeOffset: 0 }] },
        },
        ...ENDING,
      ),
    ],
    'a text of 60 MB on the page': () => [
      eventArray(META, page(element(10, 'p', [text(11, 'x'.repeat(60 * MB))])), ...ENDING),
    ],
    'a custom payload of 60 MB': () => [
      eventArray(META, page(), custom(500, 'x'.repeat(60 * MB)), ...ENDING),
    ],
    'an attribute of 60 MB': () => [
      eventArray(META, page(element(10, 'p', [], { title: 'x'.repeat(60 * MB) })), ...ENDING),
    ],
    'an address of 60 MB': () => [
      eventArray(
        { ...META, data: { ...META.data, href: `http://a/${'x'.repeat(60 * MB)}` } },
        page(),
        ...ENDING,
      ),
    ],
    'a style sheet of 20 MB': () => [
      eventArray(
        META,
        page(element(10, 'style', [], { _cssText: '.a:hover{color:red}'.repeat((20 * MB) / 19) })),
        ...ENDING,
      ),
    ],
    'a style sheet of one rule of 20 MB': () => [
      eventArray(
        META,
        page(element(10, 'style', [], { _cssText: `.a${':hover'.repeat((20 * MB) / 6)}{color:red}` })),
        ...ENDING,
      ),
    ],
    'a style sheet nested 10,000 deep': () => [
      eventArray(META, page(element(10, 'style', [], { _cssText: '.a:hover{'.repeat(DEPTH) })), ...ENDING),
    ],
    'keys that are __proto__ and constructor': () => {
      const evil =
        '"__proto__":{"polluted":true,"type":2,"data":{}},"constructor":{"prototype":{"polluted":true}},';
      return [eventArray(META, page(element(10, 'p')), ...ENDING).replaceAll(/\{(?=")/g, `{${evil}`)];
    },
    'windows named __proto__, constructor, toString': () => {
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
      const windows = names.map((name) => `${JSON.stringify(name)}:${eventArray(META, page(), ...ENDING)}`);
      return [`{"version":"2022-12-02","data":{"person":null,"snapshotsByWindowId":{${windows.join(',')}}}}`];
    },
    'lines of windows named __proto__, constructor, toString': () => [
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']
        .flatMap((name) => [META, page(), ...ENDING].map((event) => JSON.stringify([name, event])))
        .join('\n'),
    ],
    'times that are no times': () => {
      const times = [
        '"NaN"',
        '"1700000000500"',
        '""',
        '-5',
        '-1e308',
        '1e308',
        '1e999',
        'null',
        '{}',
        '[]',
        'true',
        '0.5',
        '8.64e15',
        '8640000000000001',
      ];
      const odd = times.map((time) => `{"type":5,"data":{"tag":"odd","payload":1},"timestamp":${time}}`);
      const good = [META, page(), ...ENDING].map((event) => JSON.stringify(event));
      return [`[${[...odd, ...good, ...odd].join(',')}]`];
    },
    'times that are NaN, which is no JSON': () => [
      eventArray(META, page(), ...ENDING).replace(`"timestamp":${AT + 1000}`, '"timestamp":NaN'),
    ],
    'times that are all strings': () => [
      eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, '"timestamp":"$1"'),
    ],
    'times that are all negative': () => [
      eventArray(META, page(), ...ENDING).replaceAll('"timestamp":', '"timestamp":-'),
    ],
    'times that are all the same': () => [
      eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, `"timestamp":${AT}`),
    ],
    'times that are all 1e308': () => [
      eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, '"timestamp":1e308'),
    ],
    'a recording of 30,000 years': () => [
      eventArray(META, page(), ...ENDING, { ...ENDING[0], timestamp: AT + 1e15 }),
    ],
    'null and numbers among the events': () => [
      `[null,1,"x",[],{},true,${[META, page(), ...ENDING].map((event) => JSON.stringify(event)).join(',null,7,[1],"y",false,')},-1,null]`,
    ],
    'null and numbers in place of what events hold': () => [
      eventArray(
        META,
        page(null, 7, 'x', [], {}, element(10, 'p', [null, 3], null), { id: 11, type: 2 }),
        ...Array.from({ length: 20 }, (_, source) => ({
          type: 3,
          timestamp: AT + 300 + source,
          data: { source },
        })),
        ...[null, 7, 'x', [], [null]].flatMap((odd, i) => [
          { type: 3, timestamp: AT + 400 + i, data: odd },
          { type: 3, timestamp: AT + 420 + i, data: { source: 1, positions: odd } },
          {
            type: 3,
            timestamp: AT + 440 + i,
            data: { source: 0, adds: odd, removes: odd, texts: odd, attributes: odd },
          },
          mutation(460 + i, {
            adds: [{ parentId: 4, nextId: null, node: odd }],
            texts: [odd],
            attributes: [odd],
          }),
          { type: 3, timestamp: AT + 480 + i, data: { source: 8, id: 10, adds: odd, removes: odd } },
          { type: 3, timestamp: AT + 500 + i, data: { source: 9, id: 10, type: 0, commands: odd } },
          { type: 3, timestamp: AT + 520 + i, data: { source: 14, ranges: odd } },
          { type: 3, timestamp: AT + 540 + i, data: { source: 15, id: 1, styleIds: odd, styles: odd } },
          { type: 4, timestamp: AT + 560 + i, data: odd },
          { type: 4, timestamp: AT + 570 + i, data: { href: odd, width: odd, height: odd } },
          { type: 5, timestamp: AT + 580 + i, data: odd },
          { type: 5, timestamp: AT + 600 + i, data: { tag: odd, payload: odd } },
          { type: 5, timestamp: AT + 620 + i, data: { tag: '$session_options', payload: odd } },
          { type: 6, timestamp: AT + 640 + i, data: { plugin: 'rrweb/console@1', payload: odd } },
          { type: 2, timestamp: AT + 660 + i, data: odd },
          { type: 2, timestamp: AT + 680 + i, data: { node: odd, initialOffset: odd } },
        ]),
        ...ENDING,
      ),
    ],
    'sizes of the page that are no sizes': () => [
      eventArray(
        { ...META, data: { ...META.data, width: 1e9, height: 1e9 } },
        page(element(10, 'div', [], { rr_width: '1e12px', rr_height: '-5px', class: 'ph-no-capture' })),
        ...[
          [0, 0],
          [-1, -1],
          ['wide', null],
          [1e308, 1e308],
          [0.001, 1e6],
        ].map(([width, height], i) => ({
          type: 3,
          timestamp: AT + 300 + 100 * i,
          data: { source: 4, width, height },
        })),
        ...ENDING,
      ),
    ],
    'trailing garbage': () => [Buffer.concat([v2(), Buffer.from('\u0000\u0001 \n}]]],garbage"\\u12')])],
    'trailing zeros of 20 MB': () => [Buffer.concat([v2(), Buffer.alloc(20 * MB)])],
    'two documents, one after the other': () => [Buffer.concat([v2(), v2()])],
    'two event arrays, one after the other': () => [
      `${eventArray(META, page(), ...ENDING)}\n${eventArray(META, page(), ...ENDING)}`,
    ],
    'a document of one shape and one of another': () => [Buffer.concat([v2(), Buffer.from('\n'), pairs])],
    'a file that is a recording and one that is none': () => [
      v2(),
      Buffer.from('<!doctype html><h1>404</h1>'),
    ],
    '50 MB without a line break': () => [Buffer.alloc(50 * MB, 'abc ')],
    '50 MB of one string': () => [`["${'x'.repeat(50 * MB)}`],
    '50 MB of empty lines': () => [Buffer.alloc(50 * MB, '\n')],
    '50 MB of opening brackets': () => [Buffer.alloc(50 * MB, '[')],
    '50 MB of keys': () => [
      `{${Array.from({ length: 2_000_000 }, (_, i) => `"key-${i}":${i}`).join(',')},"version":"2023-04-28"}`,
    ],
  };
}

/** A small page and what happens on it, to hang harm onto. */
const AT = 1_700_000_000_000;

const META = { type: 4, timestamp: AT, data: { href: 'http://shop.example/', width: 800, height: 600 } };

const ENDING = [
  mutation(1000, { adds: [{ parentId: 4, nextId: null, node: text(90, 'the end') }] }),
  { type: 3, timestamp: AT + 2000, data: { source: 1, positions: [{ x: 5, y: 5, id: 4, timeOffset: -50 }] } },
  { type: 3, timestamp: AT + 3000, data: { source: 2, type: 2, id: 4, x: 5, y: 5 } },
];

function text(id, textContent) {
  return { id, type: 3, textContent };
}

function element(id, tagName, childNodes = [], attributes = {}) {
  return { id, type: 2, tagName, attributes, childNodes };
}

function page(...inBody) {
  const html = element(2, 'html', [element(3, 'head'), element(4, 'body', inBody)]);
  const node = { id: 1, type: 0, childNodes: [html] };
  return { type: 2, timestamp: AT + 1, data: { node, initialOffset: { top: 0, left: 0 } } };
}

function mutation(after, { adds = [], removes = [], texts = [], attributes = [] }) {
  return { type: 3, timestamp: AT + after, data: { source: 0, adds, removes, texts, attributes } };
}

function custom(after, payload) {
  return { type: 5, timestamp: AT + after, data: { tag: 'custom', payload } };
}

/** Events, or the JSON of events that JSON.stringify cannot write. */
function eventArray(...events) {
  return `[${events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join(',')}]`;
}

/** The JSON of an event with something else in place of the text node that says MARK. */
function spliced(event, json) {
  return JSON.stringify(event).replace(JSON.stringify(text(10, 'MARK')), () => json);
}

function nestedIn(event, depth) {
  return JSON.stringify(event).replace('"MARK"', () => '['.repeat(depth) + ']'.repeat(depth));
}

function patched(bytes, at, patch) {
  const copy = Buffer.from(bytes);
  patch.copy(copy, at < 0 ? copy.length + at : at);
  return copy;
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const END_OF_DEFLATE = Buffer.from([3, 0]);

/** A part of a deflate stream that refers to nothing before it, so that it can be repeated. */
function deflatedPiece(bytes) {
  return deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
}

function deflated(bytes) {
  return Buffer.concat([deflatedPiece(bytes), END_OF_DEFLATE]);
}

/** The start of a recording and so many megabytes of spaces, deflated. */
function bomb(megabytes) {
  const spaces = deflatedPiece(Buffer.alloc(2 ** 20, ' '));
  const start = deflatedPiece(`${eventArray(META, page(), ...ENDING).slice(0, -1)},`);
  return Buffer.concat([start, ...Array.from({ length: megabytes }, () => spaces), END_OF_DEFLATE]);
}

function* followedBySpaces(start, length) {
  yield Buffer.from(start);
  const spaces = Buffer.alloc(2 ** 24, ' ');
  for (let left = length; left > 0; left -= spaces.length) yield spaces;
}

/** As the string that a compressed field is; in itself sound, its checksum aside. */
function spacesOfOneGB() {
  const spaces = deflatedPiece(Buffer.alloc(2 ** 24, ' '));
  const length = Buffer.from([0, 0, 0, 0x40]);
  return Buffer.concat([
    GZIP_HEADER,
    ...Array.from({ length: 64 }, () => spaces),
    END_OF_DEFLATE,
    Buffer.alloc(4),
    length,
  ]).toString('latin1');
}

/** A zip of one deflated entry, with lies on request. */
function zip(packed, { size = 0, packedSize = packed.length, offset = 0, entries = 1 } = {}) {
  const name = Buffer.from('export-ph-recording.json');
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(packedSize, 14);
  about.writeUInt32LE(size, 18);
  about.writeUInt16LE(name.length, 22);
  const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, place, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries, 4);
  end.writeUInt16LE(entries, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(entry.length, 12);
  return Buffer.concat([entry, directory, Buffer.from('PK\u0005\u0006'), end]);
}

function patchedArchive(patch) {
  const bytes = Buffer.from(SHAPES.find(({ id }) => id === 'archive').write(CHECKOUT, 'session-1'));
  patch(bytes);
  return bytes;
}

/** A snappy block behind its length. */
function framed(block) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(block.length);
  return Buffer.concat([length, block]);
}

/** A snappy block with another length at its start. */
function declaring2GB(block) {
  const endOfLength = block.findIndex((byte) => byte < 0x80) + 1;
  return Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07]), block.subarray(endOfLength)]);
}
