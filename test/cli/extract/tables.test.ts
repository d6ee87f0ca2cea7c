import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { SHAPES } from '../../../fixtures/shapes.mjs';
import type { ExtractSummary } from '../../../src/cli/extract/extract.ts';
import { type Column, TABLE_NAMES, TABLES } from '../../../src/cli/extract/tables.ts';
import { custom, page, until } from '../../core/entries/built.ts';
import { RECORDINGS } from '../../recordings.ts';
import { command, type Ended, recording } from '../command.ts';
import { writeShape } from '../shapes.ts';
import { query, table } from './database.ts';
import { expectedOf, type Row, type Tables } from './expected.ts';

/** Half a character, and what ends a text in C: recordings may hold both. */
const ODD = 'half \ud83d, \u0000 and "\\ud83d"';

const FORMATS = ['parquet', 'ndjson'] as const;

describe('the tables of extract', function () {
  this.timeout(240_000);
  let folder = '';
  let expected: Tables;
  let unreadable: { file: string; code: string }[];
  let ended: Record<(typeof FORMATS)[number], Ended>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portable-replay-extract-'));
    const inputs = join(folder, 'recordings');
    await mkdir(inputs);
    for (const name of RECORDINGS) await copyFile(recording(name), join(inputs, name));
    await writeFile(
      join(inputs, 'odd.json'),
      JSON.stringify([...page(0), custom(9, ODD, { ODD }), until(99)]),
    );
    await writeFile(join(inputs, 'broken.json'), '{"not":"a recording"}');
    const shapes: string[] = [];
    for (const shape of SHAPES) shapes.push(...(await writeShape(shape, folder)));
    const files = [...RECORDINGS, 'odd.json', 'broken.json'].map((name) => join(inputs, name));
    ({ tables: expected, unreadable } = await expectedOf([...files, ...shapes]));
    const extract = (format: string) =>
      command([
        'extract',
        inputs,
        ...shapes,
        '--out',
        join(folder, format),
        '--format',
        format,
        '--json',
        '--batch',
        '9',
      ]);
    ended = { parquet: await extract('parquet'), ndjson: await extract('ndjson') };
  });
  after(() => rm(folder, { recursive: true }));

  for (const format of FORMATS) {
    for (const name of TABLE_NAMES)
      it(`say of each recording what the core says of it: ${name} as ${format}`, async () => {
        const columns: readonly Column[] = TABLES[name];
        const rows = await query(`SELECT * FROM ${table(join(folder, format), name, format)}`);
        expect(rows.length).to.be.greaterThan(20);
        const inOrder = (list: readonly Row[]) =>
          list.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
        expect(inOrder(rows.map((row) => parsed(row, columns)))).to.deep.equal(
          inOrder(expected[name].map((row) => wellFormed(row) as Row)),
        );
      });

    it(`name what could not be read, and go on: ${format}`, () => {
      const { code, stdout, stderr } = ended[format];
      expect(code).to.equal(3);
      const { damaged, sessions } = JSON.parse(stdout) as ExtractSummary;
      const inOrder = (list: readonly { file: string; code: string }[]) =>
        list.map(({ file, code }) => `${file} ${code}`).sort();
      expect(inOrder(damaged)).to.deep.equal(inOrder(unreadable));
      expect(damaged).to.have.length.greaterThan(0);
      for (const { file } of damaged) expect(stderr).to.include(`${file}: `);
      expect(sessions).to.equal(expected.sessions.length);
    });
  }

  it('have columns of plain types in Parquet', async () => {
    const types = {
      string: 'VARCHAR',
      json: 'VARCHAR',
      integer: 'BIGINT',
      double: 'DOUBLE',
      boolean: 'BOOLEAN',
      timestamp: 'TIMESTAMP WITH TIME ZONE',
    };
    for (const name of TABLE_NAMES) {
      const described = await query(`DESCRIBE SELECT * FROM ${table(join(folder, 'parquet'), name)}`);
      expect(described.map((row) => [row['column_name'], row['column_type']])).to.deep.equal([
        ...TABLES[name].map((column) => [column.name, types[column.type]]),
        ['date', 'DATE'],
      ]);
    }
  });

  it('are compressed with Snappy', async () => {
    const files = join(folder, 'parquet', 'entries', '*', '*.parquet');
    const codecs = await query(`SELECT DISTINCT compression FROM parquet_metadata('${files}')`);
    expect(codecs).to.deep.equal([{ compression: 'SNAPPY' }]);
  });
});

/** A row as JSON has it, texts of JSON parsed. */
function parsed(row: Row, columns: readonly Column[]): Row {
  const cells = Object.entries(row).map(([name, value]) => {
    const type = columns.find((column) => column.name === name)?.type;
    if (name === 'date') return [name, (value as Date).toISOString().slice(0, 10)];
    return [name, type === 'json' ? (JSON.parse(value as string) as unknown) : value];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(cells))) as Row;
}

/** The same as JSON has it, with U+FFFD for each half of a character. */
function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\ufffd') : part,
  );
}
