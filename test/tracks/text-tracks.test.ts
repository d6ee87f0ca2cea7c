import { expect, fixture, html } from '@open-wc/testing';
import { type PortableReplayElement, type RecordingWarning, ReplayTrackEvent } from '../../src/index.ts';
import { needs } from '../engine-limits.ts';
import { next, player, recordingOf, seek } from '../player-harness.ts';

const SHOP = new URL('./shop.vtt', import.meta.url).href;
const RECORDING = recordingOf([
  [1000, 'one'],
  [4000, 'end'],
]);

const vtt = (...cues: readonly (readonly [times: string, text: string])[]) =>
  `data:text/vtt,${encodeURIComponent(`WEBVTT\n\n${cues.map((cue) => cue.join('\n')).join('\n\n')}`)}`;

/** Its `<track>` children have been loaded, or could not be. */
async function withTracks(children: unknown, source: object | null = RECORDING) {
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay style="width: 640px; height: 480px">${children}</portable-replay>`,
  );
  if (source) await element.load(source);
  await Promise.all([...element.querySelectorAll('track')].map((child) => settled(element, child)));
  return element;
}

async function settled(element: PortableReplayElement, child: HTMLTrackElement): Promise<void> {
  const place = [...element.querySelectorAll('track')].indexOf(child);
  const state = element.textTracks[place]?.readyState;
  if (state === 0 || state === 1) await Promise.race([next(child, 'load'), next(child, 'error')]);
}

const textsOf = (cues: Iterable<VTTCue> | null | undefined) => cues && [...cues].map(({ text }) => text);

describe('<track> in <portable-replay>', () => {
  it('becomes a text track with the cues of its file, asked for once', async () => {
    performance.clearResourceTimings();
    const element = await withTracks(
      html`<track kind="chapters" src=${SHOP} srclang="en" label="Steps" id="steps" />`,
    );
    const { textTracks } = element;
    expect(textTracks.length).to.equal(1);
    const [track] = textTracks;
    expect(track).to.equal(textTracks[0]);
    expect(track).to.equal(textTracks.getTrackById('steps'));
    const { kind, label, language, id, mode, readyState } = track!;
    expect({ kind, label, language, id, mode, readyState }).to.deep.equal({
      kind: 'chapters',
      label: 'Steps',
      language: 'en',
      id: 'steps',
      mode: 'hidden',
      readyState: 2,
    });
    expect(textsOf(track!.cues)).to.deep.equal(['Cart', 'Pay &amp; <i>wait</i>']);
    expect(track!.cues![0]).to.be.instanceOf(VTTCue);
    expect(element.chapters.map(({ time, end, title }) => [time, end, title])).to.deep.equal([
      [0, 1, 'Cart'],
      [1, 3, 'Pay & wait'],
    ]);
    expect(performance.getEntriesByName(SHOP)).to.have.length(1);
  });

  it('tells of a line that cannot be read, by number, with the recording it comes to', async () => {
    const child = document.createElement('track');
    child.kind = 'chapters';
    child.src = SHOP;
    const told: RecordingWarning[] = [];
    const element = await withTracks(child, null);
    element.addEventListener('warning', ({ warning }) => told.push(warning));
    expect(element.textTracks[0]!.error).to.equal(null);
    await element.load(RECORDING);
    const expected = {
      code: 'bad-cue',
      kind: 'dropped',
      count: 1,
      message: 'Line 10 of the text track "shop.vtt" was left out: its end comes before its start.',
    };
    expect(told.filter(({ code }) => code === 'bad-cue')).to.deep.equal([expected]);
    expect(element.recording!.warnings).to.deep.include(expected);
    await element.load(RECORDING);
    expect(element.recording!.warnings).to.deep.include(expected);
  });

  for (const [name, src, code, words] of [
    [
      'does not exist',
      new URL('./missing.vtt', import.meta.url).href,
      'network',
      'missing.vtt answered "404',
    ],
    ['is no WebVTT', 'data:text/html,<p>hello', 'not-a-recording', 'line 1 could not be read'],
  ] as const) {
    it(`has an error, and dispatches one, where its file ${name}`, async () => {
      const child = document.createElement('track');
      child.src = src;
      const error = next(child, 'error');
      const element = await withTracks(child);
      await error;
      const track = element.textTracks[0]!;
      expect([track.readyState, track.error?.code]).to.deep.equal([3, code]);
      expect(track.error!.message).to.contain(words);
      const warning = element.recording!.warnings.find((one) => one.code === 'track-missing');
      expect(warning?.message).to.contain(words);
      expect(element.error).to.equal(null);
    });
  }

  it('is followed when it comes, changes and goes', async () => {
    const element = await withTracks('');
    const heard: string[] = [];
    for (const type of ['addtrack', 'removetrack'] as const) {
      element.textTracks.addEventListener(type, (event) => {
        if (event instanceof ReplayTrackEvent) heard.push(`${type} ${event.track.label}`);
      });
    }
    const child = document.createElement('track');
    child.kind = 'metadata';
    child.label = 'one';
    child.src = vtt(['00:01.000 --> 00:02.000', 'first']);
    element.append(child);
    await next(child, 'load');
    const track = element.textTracks[0]!;
    child.src = vtt(['00:01.000 --> 00:02.000', 'second']);
    child.label = 'two';
    await next(child, 'load');
    expect(element.textTracks[0]).to.equal(track);
    expect([track.label, textsOf(track.cues)]).to.deep.equal(['two', ['second']]);
    child.remove();
    await next(element.textTracks, 'removetrack');
    expect(element.textTracks.length).to.equal(0);
    expect(element.textTracks[0]).to.equal(undefined);
    expect(heard).to.deep.equal(['addtrack one', 'removetrack two']);
  });

  it('shows captions only where their author, a script or a user wants them', async () => {
    const src = vtt(['00:00.000 --> 00:09.000', 'said']);
    const element = await withTracks(
      html`<track src=${src} />
        <track kind="captions" src=${src} default />`,
    );
    expect([...element.textTracks].map(({ kind, mode }) => [kind, mode])).to.deep.equal([
      ['subtitles', 'disabled'],
      ['captions', 'showing'],
    ]);
    expect(element.textTracks[0]!.cues).to.equal(null);
    const changed = next(element.textTracks, 'change');
    element.textTracks[0]!.mode = 'hidden';
    await changed;
    expect(textsOf(element.textTracks[0]!.cues)).to.deep.equal(['said']);
  });

  it('stays with an element that is moved, and is not loaded again', async () => {
    performance.clearResourceTimings();
    const element = await withTracks(html`<track kind="chapters" src=${SHOP} />`);
    const track = element.textTracks[0];
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await element.updateComplete;
    expect(element.textTracks[0]).to.equal(track);
    expect(textsOf(track!.cues)).to.have.length(2);
    expect(performance.getEntriesByName(SHOP)).to.have.length(1);
  });
});

describe('textTracks of <portable-replay>', () => {
  it('has the tracks of scripts, whose cues become active with the playhead', async () => {
    const element = await player(RECORDING);
    const track = element.addTextTrack('metadata', 'Mine', 'de');
    const cue = new VTTCue(2, 3, 'here');
    cue.id = 'here';
    const heard: string[] = [];
    track.oncuechange = () => heard.push(`cuechange ${textsOf(track.activeCues)?.join() ?? ''}`);
    track.addCue(cue);
    track.addCue(new VTTCue(0, 1, 'start'));
    expect(textsOf(track.cues)).to.deep.equal(['start', 'here']);
    expect(track.cues!.getCueById('here')).to.equal(cue);
    await seek(element, 2.5);
    await seek(element, 3.5);
    expect(heard).to.deep.equal(['cuechange start', 'cuechange here', 'cuechange ']);
    await seek(element, 2.5);
    track.removeCue(cue);
    expect(textsOf(track.activeCues)).to.deep.equal([]);
    expect(() => track.removeCue(cue)).to.throw(DOMException);
    expect([...element.textTracks]).to.deep.equal([track]);
  });

  it('tells a cue when it becomes active and when it ceases to be', async function () {
    needs(this, 'events of cues');
    const element = await player(RECORDING);
    const cue = new VTTCue(2, 3, 'here');
    const heard: string[] = [];
    cue.addEventListener('enter', () => heard.push('enter'));
    cue.addEventListener('exit', () => heard.push('exit'));
    const track = element.addTextTrack('metadata', 'Mine', 'de');
    track.oncuechange = () => heard.push('cuechange');
    track.addCue(cue);
    await seek(element, 2.5);
    await seek(element, 3.5);
    expect(heard).to.deep.equal(['enter', 'cuechange', 'exit', 'cuechange']);
  });

  it('makes a track of chapters that are set, in place of those set before', async () => {
    const element = await player();
    element.chapters = [
      { time: 2, title: 'Second <b>' },
      { time: 0, title: 'First' },
    ];
    element.chapters = [
      { time: 2, title: 'Second <b>' },
      { time: 0, end: 1, title: 'First' },
    ];
    expect(element.textTracks.length).to.equal(1);
    expect(element.chapters.map(({ time, title }) => [time, title])).to.deep.equal([
      [0, 'First'],
      [2, 'Second <b>'],
    ]);
    expect(() => (element.chapters = [{ time: NaN, title: '' }])).to.throw(TypeError);
    element.chapters = [];
    expect(element.textTracks.length).to.equal(0);
  });
});
