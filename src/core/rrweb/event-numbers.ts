import { asArray, asRecord, type Fields } from '../json.ts';

/** Numbers of the nodes without which the data of an incremental event, other than a mutation, mean nothing. */
export function numbersIn({ positions, ranges, styleId, id }: Fields): number[] {
  const last: unknown = asArray(positions).at(-1);
  if (last !== undefined) return [Number(asRecord(last)['id'])];
  const ends = asArray(ranges).map(asRecord);
  if (ends.length > 0) return ends.flatMap(({ start, end }) => [Number(start), Number(end)]);
  return id === undefined || styleId !== undefined ? [] : [Number(id)];
}
