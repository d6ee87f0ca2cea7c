import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { pastedFiles } from '../../src/controls/file-intake.ts';
import { ReplayOpenRequestEvent } from '../../src/events.ts';
import type { PortableReplayElement } from '../../src/index.ts';
import { controlsOf, eventually, player, recordingOf, seek, shadowOf, within } from '../player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [9000, 'two'],
  [20_000, 'end'],
]);

const panelOf = (element: PortableReplayElement) => within(element, 'replay-notes-panel');
const formOf = (element: PortableReplayElement) => within(panelOf(element), 'replay-note-form');
const fieldOf = (element: PortableReplayElement, selector: string) =>
  within(formOf(element), selector) as HTMLInputElement;
const words = (part: Element) => part.textContent.replace(/\s+/g, ' ').trim();
const rows = (element: PortableReplayElement) => [
  ...panelOf(element).shadowRoot!.querySelectorAll<HTMLElement>('[part="note"]'),
];
const listed = (element: PortableReplayElement) => rows(element).map(words);
const marksOf = (element: PortableReplayElement) =>
  [...within(controlsOf(element), 'replay-time-range').shadowRoot!.querySelectorAll('.notes .at')].map(
    (mark) => mark.getAttribute('x'),
  );
const sliderOf = (element: PortableReplayElement) =>
  within(within(controlsOf(element), 'replay-time-range'), '[role="slider"]');

async function settled(element: PortableReplayElement): Promise<void> {
  await element.updateComplete;
  const panel = shadowOf(element).querySelector('replay-notes-panel');
  await panel?.updateComplete;
  await panel?.shadowRoot?.querySelector('replay-note-form')?.updateComplete;
  await controlsOf(element).updateComplete;
  await controlsOf(element).shadowRoot!.querySelector('replay-time-range')!.updateComplete;
}

async function opened(): Promise<PortableReplayElement> {
  const element = await player(RECORDING);
  element.panel = 'notes';
  await settled(element);
  return element;
}

async function fill(element: PortableReplayElement, selector: string, value: string): Promise<void> {
  const field = fieldOf(element, selector);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(element);
}

async function press(element: PortableReplayElement, button: HTMLElement): Promise<void> {
  button.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = button.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
  await settled(element);
}

async function write(element: PortableReplayElement, time: number, text: string, to = ''): Promise<void> {
  await seek(element, time);
  await fill(element, 'textarea', text);
  if (to !== '') await fill(element, '[name="to"]', to);
  await press(element, within(formOf(element), '[part="write"]'));
}

/** Drops files as a user does. */
function drop(element: PortableReplayElement, ...files: readonly File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true });
  shadowOf(element).querySelector('.stage')!.dispatchEvent(event);
}

const vtt = (name: string, ...lines: readonly string[]) => new File([lines.join('\n')], name);
const CUES = ['', '00:01.000 --> 00:02.000', 'First', '', '00:09.000 --> 00:10.500', '<b>Second</b> &lt;i>'];
const noticesOf = (element: PortableReplayElement) =>
  [...shadowOf(element).querySelectorAll('.notice')].map(words);

describe('notes', () => {
  it('are written by keyboard alone, at the moment on screen, and marked on the timeline', async () => {
    const element = await player(RECORDING);
    await seek(element, 5.25);
    shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 'o' });
    await eventually(() => panelOf(element).shadowRoot!.activeElement?.localName === 'h2');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Nothing <i>here</i>, why?' });
    await sendKeys({ press: 'Control+Enter' });
    await settled(element);
    expect(listed(element)).to.deep.equal(['0:05 Nothing <i>here</i>, why?']);
    expect(marksOf(element)).to.have.length(1);
    expect(parseFloat(marksOf(element)[0]!)).to.be.closeTo((5.2 / 20) * 100, 0.01);
    expect(sliderOf(element).ariaValueText).to.contain('Nothing <i>here</i>, why?');
    const track = element.textTracks.getTrackById('notes')!;
    expect([track.kind, track.label, track.mode]).to.deep.equal(['metadata', 'Notes', 'hidden']);
    expect(track.cues!.map(({ startTime, text }) => [startTime, text])).to.deep.equal([
      [5.2, 'Nothing &lt;i&gt;here&lt;/i&gt;, why?'],
    ]);
    expect(fieldOf(element, 'textarea').value).to.equal('');
    const button = within(within(controlsOf(element), 'replay-notes-button'), 'button');
    expect(button.ariaLabel).to.equal('Notes, 1 note');
  });

  it('are about the moment at which they were begun, also while the recording plays on', async () => {
    const element = await opened();
    await seek(element, 3);
    await fill(element, 'textarea', 'W');
    await seek(element, 8);
    await fill(element, 'textarea', 'Written');
    await press(element, within(formOf(element), '[part="write"]'));
    expect(listed(element)).to.deep.equal(['0:03 Written']);
    // The next one is about where it is now.
    expect(fieldOf(element, '[name="from"]').value).to.equal('0:08');
  });

  it('are changed, removed and brought back by pointer', async () => {
    const element = await opened();
    await write(element, 9, 'later', '0:12.5');
    await write(element, 2, 'sooner');
    expect(listed(element)).to.deep.equal(['0:02 sooner', '0:09 – 0:12 later']);
    const buttons = (place: number) => [...rows(element)[place]!.querySelectorAll('button')];
    await press(element, buttons(1)[0]!);
    await eventually(() => element.currentTime === 9, 'it does not lead there');

    await press(element, buttons(1)[1]!);
    expect(fieldOf(element, '[name="to"]').value).to.equal('0:12.5');
    expect(formOf(element).shadowRoot!.activeElement?.localName).to.equal('textarea');
    await fill(element, 'textarea', 'much later');
    await fill(element, '[name="to"]', '');
    await press(element, within(formOf(element), '[part="write"]'));
    expect(listed(element)).to.deep.equal(['0:02 sooner', '0:09 much later']);

    await press(element, buttons(0)[2]!);
    expect(listed(element)).to.deep.equal(['0:09 much later']);
    expect(panelOf(element).shadowRoot!.activeElement?.getAttribute('part')).to.equal('undo');
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(listed(element)).to.deep.equal(['0:02 sooner', '0:09 much later']);
    expect(marksOf(element)).to.have.length(2);
  });

  it('say which times cannot be meant, and keep what was written', async () => {
    const element = await opened();
    for (const [from, to] of [
      ['noon', ''],
      ['0:05', '0:04'],
      ['0:05', '0:30'],
    ] as const) {
      await fill(element, 'textarea', 'text');
      await fill(element, '[name="from"]', from);
      await fill(element, '[name="to"]', to);
      await press(element, within(formOf(element), '[part="write"]'));
      expect(words(within(formOf(element), '[role="alert"]'))).to.contain('Write times like 1:02.');
      expect([fieldOf(element, 'textarea').value, listed(element)]).to.deep.equal(['text', []]);
    }
  });

  it('are said not to be saved until they are, as a file that brings them back', async () => {
    const element = await opened();
    const unsaved = () => panelOf(element).shadowRoot!.querySelector('[part="unsaved"]');
    expect(unsaved()).to.equal(null);
    await write(element, 9, 'a --> b\n\nand & <v Bob>');
    await write(element, 2, 'from here', '0:04');
    expect(words(unsaved()!)).to.contain('Not saved');
    const { name, text } = await savedBy(within(panelOf(element), '[part="save"]'));
    await settled(element);
    expect(name).to.match(/^export-.*-ph-recording-notes\.vtt$/);
    expect(text).to.contain('WEBVTT\nKind: metadata\n');
    expect(unsaved()).to.equal(null);

    const other = await opened();
    drop(other, new File([text], name));
    await eventually(() => rows(other).length === 2, 'the notes are not back');
    expect(listed(other)).to.deep.equal(listed(element));
    expect(panelOf(other).shadowRoot!.querySelector('[part="unsaved"]')).to.equal(null);
    drop(other, new File([text], name));
    await eventually(() => noticesOf(other).length > 0);
    expect(rows(other), 'the same file again').to.have.length(2);
  });

  it('stay with their recording while another one is in the player', async () => {
    const element = await opened();
    await write(element, 2, 'of the first');
    await element.load(recordingOf([[5000, 'x']], 9_000_000));
    element.panel = 'notes';
    await settled(element);
    expect([listed(element), marksOf(element)]).to.deep.equal([[], []]);
    expect(words(within(panelOf(element), '.content'))).to.contain(
      '1 note on another recording is not saved either.',
    );
    await element.load(RECORDING);
    element.panel = 'notes';
    await settled(element);
    expect(listed(element)).to.deep.equal(['0:02 of the first']);
    expect(panelOf(element).shadowRoot!.querySelector('[part="unsaved"]')).not.to.equal(null);
  });

  it('of a page stand in a track of its own', async () => {
    const element = await opened();
    const track = document.createElement('track');
    Object.assign(track, {
      kind: 'metadata',
      id: 'notes',
      src: `data:text/vtt,${encodeURIComponent(['WEBVTT', ...CUES].join('\n'))}`,
    });
    element.append(track);
    await eventually(() => rows(element).length === 2);
    expect(listed(element)).to.deep.equal(['0:01 – 0:02 First', '0:09 – 0:10 Second <i>']);
  });

  it('are steps among the marks of the timeline', async () => {
    const element = await opened();
    await write(element, 5, 'between');
    await seek(element, 3);
    element.goToMark(1);
    await eventually(() => Math.abs(element.currentTime - 4.9) < 0.01, 'it does not lead there');
  });
});

/** What is handed to the browser as a file by pressing a button. */
async function savedBy(button: HTMLElement): Promise<{ name: string; text: string }> {
  const clicked = new Promise<HTMLAnchorElement>((resolve) => {
    HTMLAnchorElement.prototype.click = function click() {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      resolve(this);
    };
  });
  button.click();
  const { href, download } = await clicked;
  return { name: download, text: await (await fetch(href)).text() };
}

describe('a WebVTT file that is dropped', () => {
  const rolesOf = (element: PortableReplayElement) =>
    [...element.textTracks].map(({ kind, label, mode }) => [kind, label, mode]);

  it('is chapters, captions or notes by its header, else by its name, else captions', async () => {
    const cases = [
      [vtt('x.vtt', 'WEBVTT', 'Kind: chapters', ...CUES), ['chapters', 'x', 'hidden'], '2 chapters'],
      [
        vtt('notes.vtt', 'WEBVTT', 'kind: Captions', 'Language: de', ...CUES),
        ['captions', 'notes', 'showing'],
        '2 captions',
      ],
      [vtt('My Chapters.VTT', 'WEBVTT', ...CUES), ['chapters', 'My Chapters', 'hidden'], '2 chapters'],
      [vtt('shop-notes.vtt', 'WEBVTT', ...CUES), ['metadata', 'Notes', 'hidden'], '2 notes'],
      [vtt('said.vtt', 'WEBVTT', ...CUES), ['captions', 'said', 'showing'], '2 captions'],
    ] as const;
    for (const [file, role, told] of cases) {
      const element = await player(RECORDING);
      drop(element, file);
      await eventually(() => noticesOf(element).length > 0, file.name);
      expect(rolesOf(element), file.name).to.deep.equal([role]);
      expect(noticesOf(element)).to.deep.equal([`"${file.name}" was added: ${told}.`]);
    }
  });

  it('comes with the recording that it is dropped with, and goes with it', async () => {
    const element = await player(recordingOf([[5000, 'old']]));
    const recording = new File([JSON.stringify(RECORDING)], 'shop.json');
    drop(element, vtt('chapters.vtt', 'WEBVTT', ...CUES), recording);
    await eventually(() => element.chapters.length === 2, 'no chapters');
    expect(element.duration).to.equal(20);
    await element.load(RECORDING);
    expect(element.chapters).to.deep.equal([]);
  });

  it('takes the place of the chapters of the page, and captions that of others', async () => {
    const element = await player(RECORDING);
    element.chapters = [{ time: 0, title: 'of the page' }];
    const before = element.addTextTrack('captions', 'before');
    before.mode = 'showing';
    drop(element, vtt('chapters.vtt', 'WEBVTT', ...CUES), vtt('captions.vtt', 'WEBVTT', ...CUES));
    await eventually(() => element.chapters.length === 2);
    expect(element.chapters[1]!.title).to.equal('Second <i>');
    expect(before.mode).to.equal('disabled');
  });

  it('that cannot be read names the line, and so does a part that was left out', async () => {
    const element = await player(RECORDING);
    drop(element, vtt('bad.vtt', 'WEBVTT', '', 'no times here'));
    await eventually(() => noticesOf(element).length > 0);
    expect(noticesOf(element)[0]).to.contain('"bad.vtt" is not WebVTT: line 3 could not be read');
    expect(element.textTracks.length).to.equal(0);
    within(element, '.notice button').click();
    await element.updateComplete;
    expect(noticesOf(element)).to.deep.equal([]);

    drop(element, vtt('half.vtt', 'WEBVTT', ...CUES, '', '00:11.000 -> 00:12.000', 'Third'));
    await eventually(() => noticesOf(element).length > 0);
    expect(noticesOf(element)[0]).to.contain('2 captions');
    expect(noticesOf(element)[0]).to.contain('Line 9 of the text track "half.vtt" was left out');
    expect(element.recording!.warnings.map(({ code }) => code)).to.include('bad-cue');
  });

  it('without a recording is refused like any other file that holds none', async () => {
    const element = await player();
    drop(element, vtt('said.vtt', 'WEBVTT', ...CUES));
    await eventually(() => element.error !== null);
    expect(element.error!.code).to.equal('not-a-recording');
  });

  it('may also be pasted as text', async () => {
    const element = await player(RECORDING);
    const data = new DataTransfer();
    data.setData('text/plain', ['WEBVTT', 'Kind: chapters', ...CUES].join('\n'));
    // Firefox gives what is pasted to no listener of an event that a script makes.
    element.dispatchEvent(new ReplayOpenRequestEvent(pastedFiles(data, true)));
    await eventually(() => element.chapters.length === 2, 'no chapters');
  });
});
