import { DocumentDecoder } from '../decode/document-decoder.ts';
import { LineDecoder } from '../decode/line-decoder.ts';
import type { DecodeContext, EventDecoder, SourceHead } from '../decode/recording-format.ts';

/** Where a list of rows can stand, by the path of its first row. */
const LISTS = [
  { first: '', path: [] },
  { first: '0', path: ['*'] },
  { first: 'data/0', path: ['data', '*'] },
  { first: 'batch/0', path: ['batch', '*'] },
  { first: 'results/0', path: ['results', '*'] },
] as const;

/**
 * Looks for rows that have certain keys: one by itself, in lines, or in a list.
 *
 * @returns as `RecordingFormat.sniff`
 */
export function sniffRows({ outline, isLines }: SourceHead, keys: readonly string[]): 'yes' | 'maybe' | 'no' {
  if (!outline) return 'no';
  const found = LISTS.find(({ first }) =>
    keys.every((key) => outline.has(first === '' ? key : `${first}/${key}`)),
  );
  if (!found) return 'maybe';
  return found.first === '' && isLines === null ? 'maybe' : 'yes';
}

export function decodeRows({ outline, isLines }: SourceHead, context: DecodeContext): EventDecoder {
  const list = LISTS.findLast(({ first }) => outline?.has(first)) ?? LISTS[0];
  if (list.first === '' && isLines) return new LineDecoder(context);
  return new DocumentDecoder({ rows: [list.path] }, context);
}
