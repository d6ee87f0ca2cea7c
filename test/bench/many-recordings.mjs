import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { fixtureLines } from './session.mjs';

/** Sessions of the fixtures that are told again and again, at other times and with other ids. */
export const BASES = ['checkout', 'console-network', 'idle-gap', 'lab', 'signals', 'states', 'two-tabs'];

/** Shapes in which they are, by turns; every other file is gzipped. */
const WRITTEN_AS = ['export-2023-current', 'export-2023-as-served', 'jsonl-pairs'];

/** After so many files all is as it was, but later: as many as there are bases, times shapes, gzipped and not. */
export const CYCLE = BASES.length * WRITTEN_AS.length * 2;

/** Between the starts of two. */
const APART_MS = 17 * 60_000;

/**
 * Writes recordings.
 *
 * @param {string} folder that is made
 * @param {number} count
 * @returns {{file: string, base: string, id: string}[]} the path of each, what it was made of, and its session's id
 */
export function writeManyRecordings(folder, count) {
  mkdirSync(folder, { recursive: true });
  const lines = new Map(BASES.map((base) => [base, fixtureLines(base)]));
  const shapes = WRITTEN_AS.map((id) => SHAPES.find((shape) => shape.id === id));
  return Array.from({ length: count }, (_, i) => {
    const base = BASES[i % BASES.length];
    const shape = shapes[i % shapes.length];
    const id = `session-${String(i).padStart(6, '0')}`;
    const later = lines.get(base).map(([windowId, event]) => [windowId, shifted(event, i * APART_MS)]);
    const bytes = shape.write(later, id);
    const name = `${id}.${shape.id.startsWith('jsonl') ? 'jsonl' : 'json'}`;
    const file = join(folder, i % 2 === 0 ? `${name}.gz` : name);
    writeFileSync(file, i % 2 === 0 ? gzipSync(bytes) : bytes);
    return { file, base, id };
  });
}

/** With every moment in it so much later, those of recorded requests too. */
function shifted(value, ms) {
  if (typeof value === 'number') return value > 1.6e12 && value < 1.9e12 ? value + ms : value;
  if (Array.isArray(value)) return value.map((part) => shifted(part, ms));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shifted(part, ms)]));
}
