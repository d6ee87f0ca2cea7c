import { join } from 'node:path';
import { format } from 'prettier';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { writeBetweenMarks } from './marks.mjs';
import { ROOT } from './pages.mjs';

/** `npm run docs`: writes the table of what the player opens into demo/docs/formats.md, from what its tests open. */

/** The section of the page that explains a format. */
const SECTIONS = {
  'posthog-export-2023-04-28': 'export-2023-04-28',
  'posthog-export-2022-12-02': 'export-2022-12-02',
  'posthog-snapshots-jsonl': 'the-snapshots-api',
  'posthog-realtime': 'older-answers',
  'posthog-api-page': 'older-answers',
  'posthog-lts': 'long-term-storage-lts',
  'posthog-ingestion': 'ingestion-events',
  'posthog-warehouse-rows': 'warehouse-rows',
  'posthog-archive': 'support-archive',
  'rrweb-events': 'rrweb-events',
  'rrweb-packed': 'packed-rrweb-events',
};

const rows = SHAPES.map(
  ({ title, format: id, packing = [] }) =>
    `| ${title} | [\`${id}\`](#${sectionOf(id)}) | ${packing.join(', ') || '–'} |`,
);
const table = ['| shape | `recording.format` | compression |', '| --- | --- | --- |', ...rows].join('\n');

writeBetweenMarks(
  join(ROOT, 'demo/docs/formats.md'),
  'formats',
  (await format(table, { parser: 'markdown' })).trim(),
);

function sectionOf(id) {
  const section = SECTIONS[id];
  if (!section) throw new Error(`No section of the page explains ${id}: write one and name it here`);
  return section;
}
