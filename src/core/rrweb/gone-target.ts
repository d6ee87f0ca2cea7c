import { asArray, asRecord, type Fields } from '../json.ts';

/** A field of our own beside the number of a node: of the node that is meant, which is gone. */
const GONE = 'replayGone';

/**
 * What mouse or finger did on a node that was taken out since, done on what that stood in: the mouse stays where it was,
 * but hovers nothing unless the node comes again.
 *
 * @param data of an event that has one position at most
 */
export function withoutTarget(data: Fields, from: number): Fields {
  const leave = (place: Fields) => ({ ...place, id: from, [GONE]: place[GONE] ?? place['id'] });
  if (!('positions' in data)) return leave(data);
  return { ...data, positions: asArray(data['positions']).map((position) => leave(asRecord(position))) };
}

/** Number of the node that such data is about; null for other data. */
export function pointedBy(data: unknown): number | null {
  const fields = asRecord(data);
  const gone = asRecord(asArray(fields['positions']).at(-1) ?? fields)[GONE];
  return gone === undefined ? null : Number(gone);
}
