import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Text that scripts write into pages stands between two comments: `<!-- name:start -->` and `<!-- name:end -->`.
 *
 * @param {string} content of a page
 * @param {string} name
 * @returns {{before: string, between: string, after: string}} the marks belong to `before` and `after`
 */
export function splitAtMarks(content, name) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`There is no ${start} … ${end}`);
  const middle = from + start.length;
  return { before: content.slice(0, middle), between: content.slice(middle, to), after: content.slice(to) };
}

/** Replaces the text between the marks of a file. */
export function writeBetweenMarks(path, name, text) {
  const { before, after } = splitAtMarks(readFileSync(path, 'utf8'), name);
  writeFileSync(path, `${before}\n\n${text}\n\n${after}`);
}
