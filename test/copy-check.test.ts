import { expect } from '@open-wc/testing';
import {
  eventually,
  next,
  pageOf,
  player,
  seek,
  shadowOf,
  textOn,
  within,
  wordsOf,
} from './player-harness.ts';
import { bytesOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const EMAIL = ['casey', 'lumen-mail.test'].join('@');

/** A recording of ours in which somebody's address stands in a console line. */
async function withLeak(more: object = {}): Promise<Blob> {
  const parsed = JSON.parse(new TextDecoder().decode(await bytesOf('checkout.v2.json'))) as {
    data: { snapshots: { timestamp: number; windowId: unknown }[] };
  };
  const { timestamp, windowId } = parsed.data.snapshots.at(-1)!;
  const payload = { level: 'log', payload: [JSON.stringify(`mail to ${EMAIL} failed`)], trace: [] };
  const event = { type: 6, timestamp: timestamp + 1, windowId, data: { plugin: 'rrweb/console@1', payload } };
  parsed.data.snapshots.push(event);
  const custom = { type: 5, timestamp: timestamp + 2, windowId, data: { tag: 'paid', payload: more } };
  if (Object.keys(more).length > 0) parsed.data.snapshots.push(custom);
  return new Blob([JSON.stringify(parsed)]);
}

async function partOf(element: Player, tag: string): Promise<Element> {
  if (element.panel !== 'share') element.panel = 'share';
  await element.updateComplete;
  const panel = within(element, 'replay-share-panel');
  await eventually(() => panel.shadowRoot?.querySelector(tag)?.shadowRoot, `no ${tag}`);
  return within(panel, tag);
}

const buttonIn = (part: Element, name: string) => within(part, `[part="${name}"]`);

async function fill(element: Player, name: string, value: string): Promise<void> {
  const form = await partOf(element, 'replay-redact-form');
  const field = within(form, `[name="${name}"]`) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function makeCopy(element: Player): Promise<Element> {
  const maker = await partOf(element, 'replay-copy-maker');
  buttonIn(maker, 'make').click();
  await eventually(() => maker.shadowRoot!.querySelector('[part="save"]'), 'no copy');
  return maker;
}

/** Each rule and what it is said to have done. */
const countsIn = (maker: Element) =>
  [...maker.shadowRoot!.querySelectorAll('.count')].map((row) => [...row.children].map(wordsOf));

async function openCopy(element: Player): Promise<Element> {
  const check = await partOf(element, 'replay-copy-check');
  const seeked = next(element, 'loadeddata');
  buttonIn(check, 'open-copy').click();
  await seeked;
  return partOf(element, 'replay-copy-check');
}

const noticesOf = (element: Player) =>
  [...shadowOf(element).querySelectorAll('.notices .notice')].map(wordsOf);

describe('a copy that was made', () => {
  it('tells what each rule removed, and warns of those that did nothing', async () => {
    const element = await player(await withLeak());
    await fill(element, 'selectors', 'h1\n.no-such-thing');
    await fill(element, 'strings', EMAIL);
    await fill(element, 'patterns', '/nothing like this/');
    await fill(element, 'to', '0:12');
    const form = await partOf(element, 'replay-redact-form');
    (within(form, '[value="custom"]') as HTMLInputElement).click();
    const maker = await makeCopy(element);
    const counts = countsIn(maker);
    expect(counts.map(([rule]) => rule)).to.deep.equal([
      'CSS selector h1',
      'CSS selector .no-such-thing',
      `Text ${EMAIL}`,
      'Pattern /nothing like this/',
      'Custom events',
      'Outside of what is kept',
    ]);
    const of = (rule: string) => counts.find(([name]) => name!.includes(rule))![1];
    expect(of('h1')).to.match(/^\d+ elements?/);
    expect(of('.no-such-thing')).to.equal('Matched nothing');
    expect(of('nothing like this')).to.equal('Matched nothing');
    expect(of('Outside')).to.match(/^\d+ events? or requests?$/);
    const idle = counts.filter(([, told]) => told === 'Matched nothing').length;
    expect(wordsOf(within(maker, '[role="status"]'))).to.include(`${idle} rules matched nothing.`);
    expect(maker.shadowRoot!.querySelectorAll('.count .alert svg')).to.have.length(idle);
    // The button to make it goes from one background to another.
    await eventually(() => maker.shadowRoot!.getAnimations().length === 0);
    await expect(maker).to.be.accessible();
  });

  it('counts what was ticked by kind, short values too', async () => {
    const element = await player(await withLeak({ cvv: '7391', other: 'ada.roe@lumen-mail.test' }));
    const leaks = await partOf(element, 'replay-leak-list');
    buttonIn(leaks, 'scan').click();
    await eventually(() => leaks.shadowRoot!.querySelector('.thing'), 'nothing found');
    expect(countsIn(await makeCopy(element))).to.deep.equal([
      ['Ticked findings Email address', '2 text matches'],
      ['Ticked findings Payment card', '1 text match'],
    ]);
  });

  it('is searched again without leaving the recording: what stayed is listed, and nothing found is said', async () => {
    const element = await player(await withLeak());
    await seek(element, 10);
    await makeCopy(element);
    let check = await partOf(element, 'replay-copy-check');
    buttonIn(check, 'scan-copy').click();
    await eventually(() => check.shadowRoot!.querySelector('.thing'), 'nothing found');
    expect(wordsOf(within(check, '.list')))
      .to.include('Email address')
      .and.not.to.include(EMAIL);
    expect(wordsOf(within(check, '[role="status"]'))).to.equal('1 value was found.');
    expect([element.currentTime, noticesOf(element)]).to.deep.equal([10, []]);
    await expect(check).to.be.accessible();
    await fill(element, 'strings', EMAIL);
    await eventually(
      () => !within(element, 'replay-share-panel').shadowRoot!.querySelector('replay-copy-check'),
      'it goes with its copy',
    );
    await makeCopy(element);
    check = await partOf(element, 'replay-copy-check');
    buttonIn(check, 'scan-copy').click();
    await eventually(() => wordsOf(within(check, '[role="status"]')).startsWith('Nothing was found'));
    expect(check.shadowRoot!.querySelector('.thing')).to.equal(null);
  });

  it('is no longer searched once that is stopped', async () => {
    const element = await player(await withLeak());
    await makeCopy(element);
    const check = await partOf(element, 'replay-copy-check');
    const scan = buttonIn(check, 'scan-copy');
    scan.click();
    await eventually(() => wordsOf(scan) === 'Stop');
    expect(check.shadowRoot!.querySelector('progress')).to.exist;
    scan.click();
    await eventually(() => wordsOf(scan) === 'Scan the copy');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(check.shadowRoot!.querySelector('progress, .thing')).to.equal(null);
  });

  it('is opened in the player at the moment on screen, and what is removed from it looks like that', async () => {
    const element = await player(await withLeak());
    await seek(element, 10);
    const title = textOn(element, 'h1')!;
    const { startedAt, duration } = element.recording!;
    await fill(element, 'selectors', 'h1');
    await fill(element, 'from', '0:08');
    await makeCopy(element);
    const check = await openCopy(element);
    expect(textOn(element, 'h1')).to.equal(title.replace(/\S/g, '*'));
    const begins = element.recording!.startedAt.getTime() - startedAt.getTime();
    expect(begins).to.be.greaterThan(7000);
    expect(element.currentTime).to.be.closeTo(10 - begins / 1000, 0.01);
    expect(noticesOf(element)).to.deep.equal(['You are looking at the copy. Back to the recording']);
    expect(wordsOf(check)).to.include('You are looking at the copy.');
    const layer = within(element, 'replay-mask-layer').shadowRoot!;
    await eventually(() => layer.querySelector('.redacted:not([hidden])'), 'it is marked');
    const mark = layer.querySelector<HTMLElement>('.redacted:not([hidden])')!;
    expect(mark.dataset['label']).to.equal('Removed from this copy');
    const frame = pageOf(element).defaultView!.frameElement as HTMLIFrameElement;
    const scale = frame.getBoundingClientRect().width / frame.offsetWidth;
    const place = pageOf(element).querySelector('h1')!.getBoundingClientRect();
    expect(mark.getBoundingClientRect().width).to.be.closeTo(place.width * scale, 1);
    expect(layer.querySelector('[role="note"]')!.textContent).to.include('1 element removed from this copy');
    await expect(within(element, 'replay-share-panel')).to.be.accessible();
    expect(element.recording!.duration).to.be.lessThan(duration - 7);
  });

  it('makes way for the recording, of which nothing is lost', async () => {
    const stream = (await withLeak()).stream();
    const element = await player(stream);
    element.loopRange = { start: 9, end: 15 };
    await seek(element, 10);
    const title = textOn(element, 'h1')!;
    const { id, duration } = element.recording!;
    await fill(element, 'selectors', 'h1');
    await makeCopy(element);
    await openCopy(element);
    await seek(element, 2);
    const wanted = element.currentTime + 9;
    const back = next(element, 'loadeddata');
    const button = [...shadowOf(element).querySelectorAll<HTMLElement>('.notices button')].find(
      (one) => wordsOf(one) === 'Back to the recording',
    )!;
    button.click();
    await back;
    expect(textOn(element, 'h1')).to.equal(title);
    expect([element.recording!.id, element.recording!.duration]).to.deep.equal([id, duration]);
    expect(element.currentTime, 'the moment that was on screen').to.be.closeTo(wanted, 0.05);
    expect(element.loopRange).to.deep.equal({ start: 9, end: 15 });
    expect(noticesOf(element)).to.deep.equal([]);
    const form = await partOf(element, 'replay-redact-form');
    expect((within(form, '[name="selectors"]') as HTMLTextAreaElement).value).to.equal('h1');
    const maker = await partOf(element, 'replay-copy-maker');
    await eventually(() => maker.shadowRoot!.querySelector('[part="save"]'), 'the copy can still be saved');
    expect(countsIn(maker)[0]![0]).to.equal('CSS selector h1');
    await openCopy(element);
    expect(textOn(element, 'h1'), 'and be opened').to.equal(title.replace(/\S/g, '*'));
  });

  it('leaves with the recording that it is of when another one comes', async () => {
    const element = await player(await withLeak());
    await fill(element, 'selectors', 'h1');
    await makeCopy(element);
    await openCopy(element);
    await element.load(await withLeak());
    expect(noticesOf(element)).to.deep.equal([]);
    expect(textOn(element, 'h1')).not.to.include('*');
    const form = await partOf(element, 'replay-redact-form');
    expect((within(form, '[name="selectors"]') as HTMLTextAreaElement).value).to.equal('');
  });

  it('has no files opened with the recording, nor notes on it, which are there again with that', async () => {
    const element = await player(await withLeak());
    const notes = () => [...element.textTracks].map(({ cues }) => cues?.length ?? 0);
    const file = new File(['WEBVTT\n\n00:01.000 --> 00:02.000\nHello'], 'captions.vtt');
    element.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dataOf(file) }),
    );
    await eventually(() => notes().join() === '1', 'the file was opened');
    await makeCopy(element);
    await openCopy(element);
    expect(notes()).to.deep.equal([]);
    const check = await partOf(element, 'replay-copy-check');
    const back = next(element, 'loadeddata');
    buttonIn(check, 'open-copy').click();
    await back;
    expect(notes()).to.deep.equal([1]);
    const maker = await partOf(element, 'replay-copy-maker');
    await eventually(() => maker.shadowRoot!.querySelector('[part="save"]'), 'the copy is still there');
  });
});

function dataOf(file: File): DataTransfer {
  const data = new DataTransfer();
  data.items.add(file);
  return data;
}
