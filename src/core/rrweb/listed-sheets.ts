import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, isRecord } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { nodesOf } from './serialized-node.ts';

/**
 * The events that adopt the sheets which documents and shadow hosts of an event list themselves, as newer recorders
 * write it. Takes the lists away from the nodes: the replay core does not know them. A sheet that several list has its
 * rules in the first list.
 *
 * @param event a full snapshot or a mutation, the caller's own
 */
export function takeListedSheets(event: ReplayEvent): ReplayEvent[] {
  const data = asRecord(event.data);
  const roots =
    event.type === EventType.FullSnapshot
      ? [data['node']]
      : data['source'] === IncrementalSource.Mutation
        ? asArray(data['adds']).map((add) => asRecord(add)['node'])
        : [];
  const known = new Set<unknown>();
  const adopted: ReplayEvent[] = [];
  for (const root of roots) {
    for (const node of nodesOf(root)) {
      const list = asArray(node['adoptedStyleSheets']).filter(isRecord);
      delete node['adoptedStyleSheets'];
      if (list.length === 0) continue;
      const styles = list.filter(({ styleId, rules }) => !known.has(styleId) || asArray(rules).length > 0);
      const styleIds = list.map(({ styleId }) => styleId);
      for (const id of styleIds) known.add(id);
      const data = { source: IncrementalSource.AdoptedStyleSheet, id: node['id'], styleIds };
      adopted.push(incrementalEvent(event.timestamp, { ...data, ...(styles.length > 0 && { styles }) }));
    }
  }
  return adopted;
}
