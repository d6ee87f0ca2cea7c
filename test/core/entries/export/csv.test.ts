import { expect } from 'chai';
import { entry, logged, page, request, written } from './made.ts';

/** Cells of a table as RFC 4180 has them. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Cells of the only entry, by the names of their columns. */
async function cells(...made: Parameters<typeof entry>): Promise<Record<string, string>> {
  const [names = [], values = [], ...more] = parse(await written('csv', entry(...made)));
  expect(more).to.deep.equal([]);
  expect(values).to.have.length(names.length);
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
}

const click = { button: 'left', x: 1, y: 2 } as const;

describe('entries as CSV', () => {
  it('are rows below the names of the columns', async () => {
    const target = { name: 'Pay, now', role: 'button', selector: '#pay', nodeId: 7 };
    const row = await cells('click', 31.25, 'clicked "Pay, now" (button)', click, {
      end: 32,
      level: 'info',
      target,
    });
    expect(row).to.deep.equal({
      id: 'click-31250',
      time: '31.25',
      end: '32',
      clock: '0:31',
      date: '2026-11-21T04:31:57.250Z',
      kind: 'click',
      level: 'info',
      window: '1',
      title: 'clicked "Pay, now" (button)',
      target: 'Pay, now',
      role: 'button',
      selector: '#pay',
      method: '',
      url: '',
      status: '',
      duration: '',
      detail: '{"button":"left","x":1,"y":2}',
    });
  });

  it('have columns for requests and pages', async () => {
    const [, first = [], second = []] = parse(
      await written('csv', request(1), page(2, 'https://shop.test/')),
    );
    expect(first.slice(12, 16)).to.deep.equal(['POST', 'https://shop.test/api/pay', '402', '0.25']);
    expect(second.slice(12, 16)).to.deep.equal(['', 'https://shop.test/', '', '']);
  });

  it('end every line as the standard has it', async () => {
    const csv = await written('csv', entry('click', 1, 'two\nlines', click));
    expect(csv.split('\r\n')).to.have.length(3);
    expect(csv).to.contain('"two\nlines"');
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    it(`hold no formula: ${JSON.stringify(start)}`, async () => {
      const text = `${start}HYPERLINK("https://evil.test","x")`;
      const target = { name: text, role: text, selector: text, nodeId: 7 };
      const row = await cells('click', 1, text, click, { target, windowId: text });
      for (const name of ['title', 'target', 'role', 'selector', 'window'])
        expect(row[name], name).to.equal(`'${text}`);
    });
  }

  it('hold an address that would be a formula as text', async () => {
    const csv = await written('csv', request(1, { url: '=cmd()', method: '+GET' }));
    expect(csv).to.contain(`,"'+GET","'=cmd()",402,`);
  });

  it('hold a megabyte whole', async () => {
    const text = 'x"'.repeat(512 * 1024);
    const [, row = []] = parse(await written('csv', logged(text)));
    expect(row[8]).to.equal(`console log: ${text}`);
    expect((JSON.parse(row[16]!) as { text: string }).text).to.equal(text);
  });
});
