import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import { eventually, pageOf, player, seek, shadowOf, textOn } from './player-harness.ts';

const AT = 1_700_000_000_000;
let lastId = 0;
const element = (tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id: ++lastId,
  tagName,
  attributes,
  childNodes,
});
const text = (textContent: string) => ({ type: 3, id: ++lastId, textContent });

function recording(...changes: object[]): Blob {
  const body = { ...element('body', {}, element('h1', {}, text('Fernhouse'))), id: 1_000_000 };
  const node = { type: 0, id: ++lastId, childNodes: [element('html', {}, element('head'), body)] };
  return new Blob([
    JSON.stringify([
      { type: 4, timestamp: AT, data: { href: 'https://x.test/', width: 640, height: 480 } },
      { type: 2, timestamp: AT + 1, data: { node, initialOffset: { top: 0, left: 0 } } },
      ...changes.map((data, i) => ({ type: 3, timestamp: AT + 500 + i, data })),
      { type: 5, timestamp: AT + 2000, data: { tag: 'end', payload: {} } },
    ]),
  ]);
}

const adding = (...nodes: object[]) => ({
  source: 0,
  texts: [],
  attributes: [],
  removes: [],
  adds: nodes.map((node) => ({ parentId: 1_000_000, nextId: null, node })),
});
const films = (count: number) => Array.from({ length: count }, () => element('video'));
const filmsOn = (on: PortableReplayElement) => pageOf(on).querySelectorAll('video').length;
const codesOf = (of: PortableReplayElement) => of.recording!.warnings.map(({ code }) => code);

describe('a page that costs too much', () => {
  it('is shown without what does, by a seek and while it plays', async () => {
    // A tenth of what may be by itself: fifty films are too much for a busy WebKit to play at the speed of time.
    const on = await player();
    await on.load(recording(adding(...films(8)), adding(element('p', {}))), { limits: { pageCost: 0.1 } });
    await seek(on, 1.5);
    expect(filmsOn(on)).to.equal(5);
    expect(textOn(on, 'h1')).to.equal('Fernhouse');
    expect(codesOf(on)).to.include('too-costly');
    await seek(on, 0.2);
    expect(filmsOn(on)).to.equal(0);
    await on.play();
    await waitUntil(() => on.ended, 'it ends', { timeout: 10_000 });
    expect(filmsOn(on)).to.equal(5);
    expect(pageOf(on).querySelectorAll('p').length).to.equal(1);
  });

  it('is shown whole to the user who asks for it, by keyboard', async () => {
    const on = await player(recording(adding(...films(60))));
    await seek(on, 1.5);
    on.panel = 'about';
    await on.updateComplete;
    const panel = shadowOf(on).querySelector('replay-about-panel')!;
    const button = () => panel.shadowRoot!.querySelector<HTMLElement>('[part=show-costly]');
    await eventually(() => button(), 'a button');
    button()!.focus();
    await sendKeys({ press: 'Enter' });
    // Another page is built in place of the one on screen.
    await eventually(
      () => shadowOf(on).querySelector('.page:not(.standby) iframe') && filmsOn(on) === 60,
      'all films',
    );
    expect(button()).to.equal(null);
    await on.load(recording(adding(...films(60))));
    await seek(on, 1.5);
    expect(filmsOn(on), 'of another recording').to.equal(50);
  });

  it('is shown as far as the limits allow', async () => {
    const on = await player();
    await on.load(recording(adding(...films(60))), { limits: { pageCost: 0.4 } });
    await seek(on, 1.5);
    expect(filmsOn(on)).to.equal(20);
    on.limits = { pageCost: Infinity };
    await on.load(recording(adding(...films(60))));
    await seek(on, 1.5);
    expect(filmsOn(on)).to.equal(60);
    expect(codesOf(on)).not.to.include('too-costly');
  });
});
