import { expect } from '@open-wc/testing';
import { PortableReplayElement } from '../src/index.ts';
import { eventsOf, next, player, recordingOf, seek, textOn } from './player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'four'],
  [9000, 'nine'],
]);
const file = (recording: unknown, name: string) => new File([JSON.stringify(recording)], name);

/** What a page does in its own markup before the script of the player is there: nothing but a tag is known. */
let tags = 0;
function undefinedPlayer(properties: object) {
  const tag = `early-replay-${++tags}`;
  const plain: HTMLElement = document.createElement(tag);
  Object.assign(plain, properties);
  document.body.append(plain);
  const define = () => customElements.define(tag, class extends PortableReplayElement {});
  return { element: document.querySelector<PortableReplayElement>(tag)!, define };
}

describe('a player that is used before it is defined', () => {
  const orders: readonly (readonly [title: string, properties: object])[] = [
    ['the source first', { source: RECORDING, currentTime: 4 }],
    ['the time first', { currentTime: 4, source: RECORDING }],
    ['with options', { playbackRate: 2, source: RECORDING, idle: 'keep', currentTime: 4 }],
  ];
  for (const [title, properties] of orders) {
    it(`begins where it was told to, ${title}`, async () => {
      const { element, define } = undefinedPlayer(properties);
      const shown = next(element, 'canplaythrough');
      define();
      await shown;
      expect(element.currentTime).to.equal(4);
      expect(textOn(element, 'h1')).to.equal('four');
      expect(element.playbackRate).to.equal('playbackRate' in properties ? 2 : 1);
      await seek(element, 9);
      expect(textOn(element, 'h1'), 'and obeys afterwards').to.equal('nine');
      element.remove();
    });
  }

  it('leaves no property of the class hidden', () => {
    const { element, define } = undefinedPlayer({
      source: null,
      currentTime: 0,
      recordingIndex: 0,
      chapters: [],
    });
    define();
    expect(Object.keys(element)).not.to.include.members([
      'source',
      'currentTime',
      'recordingIndex',
      'chapters',
    ]);
    element.remove();
  });

  it('shows the recording of a playlist that was asked for, at the time that was', async () => {
    const other = recordingOf([[3000, 'other']], 5_000_000);
    const source = [file(RECORDING, 'a.json'), file(other, 'b.json')];
    const { element, define } = undefinedPlayer({ recordingIndex: 1, currentTime: 3, source });
    const shown = next(element, 'canplaythrough');
    define();
    await shown;
    expect([element.recordingIndex, element.currentTime]).to.deep.equal([1, 3]);
    expect(textOn(element, 'h1')).to.equal('other');
    element.remove();
  });

  it('counts a recording that is not there as the first', async () => {
    const { element, define } = undefinedPlayer({ recordingIndex: 7, source: RECORDING, currentTime: 4 });
    const shown = next(element, 'canplaythrough');
    define();
    await shown;
    expect([element.recordingIndex, element.currentTime]).to.deep.equal([0, 4]);
    expect(textOn(element, 'h1')).to.equal('four');
    element.remove();
  });
});

describe('a player that is in no document yet', () => {
  it('loads, says so, and shows the recording once it is in one', async () => {
    const element = document.createElement('portable-replay');
    element.currentTime = 4;
    const heard = eventsOf(element);
    const info = await element.load(RECORDING);
    expect([info.duration, element.readyState]).to.deep.equal([9, 1]);
    expect((await element.entries({ kinds: ['page'] })).total).to.equal(1);
    expect(await element.transcript({ seen: true })).to.contain('heading "nine"');
    expect(heard).not.to.include('loadeddata');
    const shown = next(element, 'canplaythrough');
    document.body.append(element);
    await shown;
    expect(heard.slice(-3)).to.deep.equal(['loadeddata', 'canplay', 'canplaythrough']);
    expect([element.currentTime, element.readyState]).to.deep.equal([4, 4]);
    expect(textOn(element, 'h1')).to.equal('four');
  });

  it('plays once it is in one', async () => {
    const element = document.createElement('portable-replay');
    const loaded = element.load(RECORDING);
    const playing = element.play();
    await loaded;
    document.body.append(element);
    await playing;
    expect(element.paused).to.equal(false);
    element.pause();
  });

  it('rejects what cannot be read', async () => {
    const element = document.createElement('portable-replay');
    const reason: unknown = await element.load(new Blob(['hello'])).catch((error: unknown) => error);
    expect(reason).to.have.property('code', 'not-a-recording');
  });

  it('loads something else after it was taken out, and shows that when it is back', async () => {
    const element = await player(RECORDING);
    const place = element.parentNode!;
    await seek(element, 4);
    element.remove();
    await next(element, 'emptied');
    await element.load(recordingOf([[50, 'second']], 5_000_000));
    const shown = next(element, 'canplaythrough');
    place.append(element);
    await shown;
    expect(element.currentTime).to.equal(0);
    expect(element.recording!.startedAt.getTime()).to.equal(5_000_000);
    expect(textOn(element, 'h1')).to.equal('start');
  });
});
