import { expect } from '@open-wc/testing';
import { LoadTurns } from '../../src/session/load-turns.ts';

/** Names of the turns that have begun, in the order in which they did. */
function watchTurns() {
  const turns = new LoadTurns();
  const begun: string[] = [];
  const take = (name: string, isInView = false) => {
    const turn = turns.take(() => isInView);
    void turn.begun.then(() => begun.push(name));
    return turn;
  };
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return begun.join(' ');
  };
  return { take, settled };
}

describe('LoadTurns', () => {
  it('lets two load at a time, and the next when one is through', async () => {
    const { take, settled } = watchTurns();
    const [one, two, three] = ['one', 'two', 'three', 'four'].map((name) => take(name));
    expect(await settled()).to.equal('one two');
    two!.end();
    two!.end();
    expect(await settled()).to.equal('one two three');
    one!.end();
    expect(await settled()).to.equal('one two three four');
    expect(three!.state).to.equal('begun');
  });

  it('lets those go first that are in view', async () => {
    const { take, settled } = watchTurns();
    const turns = [
      take('a'),
      take('b'),
      take('below'),
      take('seen', true),
      take('lower'),
      take('also seen', true),
    ];
    for (let i = 0; i < 2; i++) turns[i]!.end();
    expect(await settled()).to.equal('a b seen also seen');
    turns[3]!.end();
    expect(await settled()).to.equal('a b seen also seen below');
  });

  it('passes over who has gone meanwhile', async () => {
    const { take, settled } = watchTurns();
    const [one, , gone] = ['one', 'two', 'gone', 'four'].map((name) => take(name));
    gone!.end();
    one!.end();
    expect(await settled()).to.equal('one two four');
  });

  it('does not wait for ever for one that comes to no end', async () => {
    const { take } = watchTurns();
    const [stuck, , next] = ['stuck', 'too', 'next'].map((name) => take(name));
    await next!.begun;
    expect(stuck!.state).to.equal('over');
  });
});
