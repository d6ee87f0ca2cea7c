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

export function damageTree(root, random, steps) {
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

export function withLiterals(json) {
  return json.replaceAll(/"@literal (.*?)@"/g, '$1');
}
