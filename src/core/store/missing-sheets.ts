import { asArray, asRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { takeListedSheets } from '../rrweb/listed-sheets.ts';
import type { VisibleRow } from '../seek/page-source.ts';
import type { EventTable } from './event-table.ts';

/** In the JSON of pages and changes whose nodes list the sheets that they have adopted. */
const LISTED = '"adoptedStyleSheets"';

/**
 * How many style sheets a window's documents and shadow roots have adopted of which the recording never tells the
 * rules.
 */
export function countMissingSheets(table: EventTable, windowId: string): number {
  const used = new Set<unknown>();
  const told = new Set<unknown>();
  const note = (adoption: ReplayEvent) => {
    const { styleIds, styles } = asRecord(adoption.data);
    for (const id of asArray(styleIds)) used.add(id);
    for (const { styleId } of asArray(styles).map(asRecord)) told.add(styleId);
  };
  const rows = [...table.visibleRows(windowId, -Infinity, Infinity)];
  const events = function* (isWanted: (row: VisibleRow) => boolean) {
    for (const row of rows) {
      const event = isWanted(row) && table.inflate(row);
      if (event) yield event;
    }
  };
  for (const event of events(({ kind }) => kind === 'adoptedStyleSheet')) note(event);
  const missing = () => [...used].filter((id) => !told.has(id)).length;
  if (missing() === 0) return 0;
  // Pages are large: they are only looked through when something is missing.
  const mayList = (row: VisibleRow) =>
    row.kind === 'fullSnapshot' || (row.kind === 'mutation' && table.mentions(row, LISTED));
  for (const event of events(mayList)) takeListedSheets(event).forEach(note);
  return missing();
}
