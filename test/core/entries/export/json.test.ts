import { expect } from 'chai';
import { logged, page, request, written } from './made.ts';

describe('entries as JSON', () => {
  it('are the entries', async () => {
    const entries = [page(1, '/'), request(2), logged('a\n"b"')];
    expect(JSON.parse(await written('json', ...entries))).to.deep.equal(entries);
    expect(JSON.parse(await written('json'))).to.deep.equal([]);
  });

  it('a line each can be read line by line', async () => {
    const entries = [page(1, '/'), request(2), logged('a\n"b"\u2028')];
    const lines = (await written('ndjson', ...entries)).split('\n');
    expect(lines.pop()).to.equal('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal(entries);
    expect(await written('ndjson')).to.equal('');
  });
});
