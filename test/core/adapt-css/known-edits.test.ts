import { expect } from 'chai';
import { editsOf } from '../../../src/core/adapt-css/known-edits.ts';

const MILLION = 1_000_000;

describe('editsOf', () => {
  /** A sheet with something to edit; a new string each time. */
  function sheet(name: string, length = 0): string {
    return [`.${name}`, ':hover{color:red}', ' '.repeat(length)].join('');
  }

  it('looks through a text once, however often it comes', () => {
    const edits = editsOf(sheet('once'));
    expect(edits).to.have.length(1);
    expect(editsOf(sheet('once'))).to.equal(edits);
  });

  it('tells texts apart by all of them', () => {
    expect(editsOf('a{} b:hover{}')).to.have.length(1);
    expect(editsOf('a{} b:hover  ')).to.deep.equal([]);
    expect(editsOf('b:hover{} a{}')[0]?.at).to.equal(1);
  });

  it('lets go of what was used longest ago', () => {
    const [early, used] = [editsOf(sheet('early')), editsOf(sheet('used'))];
    for (let i = 0; i < 8; i++) {
      editsOf(sheet(`long-${i}`, MILLION));
      expect(editsOf(sheet('used'))).to.equal(used);
    }
    expect(editsOf(sheet('early'))).not.to.equal(early);
    expect(editsOf(sheet('early'))).to.deep.equal(early);
  });

  it('keeps no text that is longer than all that it may keep', () => {
    const used = editsOf(sheet('kept'));
    const long = editsOf(sheet('longest', 5 * MILLION));
    expect(editsOf(sheet('longest', 5 * MILLION))).not.to.equal(long);
    expect(editsOf(sheet('kept'))).to.equal(used);
  });
});
