import { gzipSync } from 'node:zlib';

/**
 * What the player can do besides playing: for each part, where the sources are that only it or other parts need. A
 * longer place goes before a shorter one. What is in none of them is the player itself.
 */
const PARTS = {
  languages: ['src/locale/de/', 'src/locale/es/', 'src/locale/fr/', 'src/locale/zh/'],
  entries: [
    'src/core/entries/',
    'src/core/annotations/',
    'src/core/changes/',
    'src/steps/',
    'src/panels/inspector/',
    'src/locale/describe-entry.ts',
    'src/locale/entry-parts.ts',
    'src/locale/en/entries.ts',
    'src/locale/en/inspector.ts',
  ],
  transcript: [
    'src/core/transcript/',
    'src/core/seen/',
    'src/core/page-text/',
    'src/panels/transcript/',
    'src/locale/transcript-words.ts',
    'src/locale/en/transcript.ts',
  ],
  tracks: [
    'src/core/webvtt/',
    'src/tracks/',
    'src/panels/notes/',
    'src/locale/en/notes.ts',
    'src/locale/en/tracks.ts',
  ],
  privacy: ['src/core/scan/', 'src/core/hidden/', 'src/panels/privacy/', 'src/locale/en/privacy.ts'],
  copies: [
    'src/core/redact/',
    'src/core/export/',
    'src/core/copy/',
    'src/copies/',
    'src/links/',
    'src/panels/share/',
    'src/panels/take-out.ts',
    'src/locale/en/share.ts',
  ],
  texts: ['src/core/text/'],
  hiding: ['src/core/hide/', 'src/core/masked-inputs/'],
  cost: ['src/core/cost/', 'src/core/cost-kinds.ts', 'src/session/cost-consent.ts'],
  mobile: ['src/core/mobile/'],
  panels: ['src/panels/', 'src/locale/en/about.ts', 'src/locale/en/shortcuts.ts'],
};

/**
 * What a bundle weighs, in bytes gzipped: the whole of it, what it has besides packages, what is left without any of the
 * parts, and each part: by so much the whole gets smaller without the text of the part.
 *
 * @param map the source map of the bundle, as an object
 * @throws Error where a place of the list is not in the bundle, or belongs to two parts
 */
export function weighBundle(code, map) {
  const pieces = cutBySource(code, map);
  const partOf = findParts(pieces.map(({ source }) => source));
  const without = (leavesOut) => {
    const kept = pieces.filter(({ source }) => !leavesOut(source));
    return gzipSync(kept.map(({ text }) => text).join('')).length;
  };
  const bundle = gzipSync(code).length;
  const weights = {
    bundle,
    ownCode: without((source) => source.startsWith('node_modules/')),
    player: without((source) => partOf(source) !== undefined),
  };
  for (const part of Object.keys(PARTS))
    weights[part] = bundle - without((source) => partOf(source) === part);
  return weights;
}

/** Says which part a source belongs to; undefined for the player's own. */
function findParts(sources) {
  const places = Object.entries(PARTS).flatMap(([part, among]) => among.map((place) => ({ part, place })));
  places.sort((a, b) => b.place.length - a.place.length);
  places.forEach(({ place }, at) => {
    if (!sources.some((source) => source.startsWith(place))) throw new Error(`${place} is not in the bundle`);
    if (places.findIndex((other) => other.place === place) < at)
      throw new Error(`${place} belongs to two parts`);
  });
  return (source) => places.find(({ place }) => source.startsWith(place))?.part;
}

/** The text of a bundle in pieces, each with the source that it comes from; '' for what the bundler has added. */
function cutBySource(code, map) {
  const lines = code.split(/(?<=\n)/);
  const pieces = [];
  let index = 0;
  let source = '';
  map.mappings.split(';').forEach((segments, line) => {
    let column = 0;
    let done = 0;
    const cut = (end) => {
      if (end > done) pieces.push({ source, text: lines[line].slice(done, end) });
      done = end;
    };
    for (const segment of segments.split(',').filter(Boolean)) {
      const [columns, sources] = readNumbers(segment);
      column += columns;
      cut(column);
      index += sources ?? 0;
      source = sources === undefined ? '' : map.sources[index].replace('../', '');
    }
    cut(Infinity);
  });
  return pieces;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a segment of a source map: digits of 5 bits from the lowest, 32 added to all but the last, sign last. */
function readNumbers(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}
