import { gzipSync } from 'node:zlib';
import { inflateEvent } from '../../../fixtures/shapes.mjs';
import { damageTree, withLiterals } from './damage-tree.mjs';
import { CHECKOUT } from './fixtures.mjs';

/** Contents of files, with one of them damaged in a random way, and what was done to it. */
export function damagedFile(random, sources) {
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
