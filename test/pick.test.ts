import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { eventually, pageOf, player, seek, within, wordsOf } from './player-harness.ts';
import { addressOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const layerOf = (element: Player) => within(element, 'replay-outline-layer');

/** What is outlined, by look, as it is on screen. */
function outlined(element: Player, look: 'pointed' | 'picked') {
  return [...layerOf(element).shadowRoot!.querySelectorAll<HTMLElement>(`.${look}:not([hidden])`)].map(
    (box) => ({
      box: box.querySelector('.frame')!.getBoundingClientRect(),
      label: wordsOf(box.querySelector('.label')!),
      isAway: box.classList.contains('away'),
    }),
  );
}

/** What is seen of something on the replayed page, on screen, through the scaling of its frame. */
function onScreen(element: Player, target: Element): DOMRect {
  const frame = pageOf(element).defaultView!.frameElement as HTMLIFrameElement;
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth;
  let { left, top } = target.getBoundingClientRect();
  const { width, height } = target.getBoundingClientRect();
  for (
    let view = target.ownerDocument.defaultView!;
    view.frameElement !== frame;
    view = view.parent as typeof view
  ) {
    const around = view.frameElement!.getBoundingClientRect();
    left += around.left + view.frameElement!.clientLeft;
    top += around.top + view.frameElement!.clientTop;
  }
  const [right, bottom] = [left + width, top + height].map((end, i) =>
    Math.min(end, i === 0 ? frame.clientWidth : frame.clientHeight),
  ) as [number, number];
  [left, top] = [Math.max(left, 0), Math.max(top, 0)];
  return new DOMRect(
    outer.left + left * scale,
    outer.top + top * scale,
    (right - left) * scale,
    (bottom - top) * scale,
  );
}

function expectAround(element: Player, look: 'pointed' | 'picked', target: Element): void {
  const [shown] = outlined(element, look);
  expect(shown, `${look} is outlined`).to.exist;
  const place = onScreen(element, target);
  for (const side of ['left', 'top', 'right', 'bottom'] as const)
    expect(shown!.box[side], side).to.be.closeTo(place[side], 1.5);
}

async function point(element: Player, target: Element): Promise<void> {
  const { left, top, width, height } = onScreen(element, target);
  const [x, y] = [Math.round(left + Math.min(width / 2, 8)), Math.round(top + height / 2)];
  // It may be there already, from the test before: then it has not moved.
  await sendMouse({ type: 'move', position: [0, 0] });
  await sendMouse({ type: 'move', position: [x, y] });
}

async function startPicking(element: Player): Promise<void> {
  element.panel = 'share';
  await element.updateComplete;
  const panel = within(element, 'replay-share-panel');
  await eventually(() => panel.shadowRoot?.querySelector('replay-redact-form')?.shadowRoot);
  within(within(panel, 'replay-redact-form'), '[part="pick"]').click();
  await element.updateComplete;
}

function sizeOf(target: Element): string {
  const { width, height } = target.getBoundingClientRect();
  const number = new Intl.NumberFormat('en');
  return `${number.format(Math.round(width))} × ${number.format(Math.round(height))}`;
}

/** A page with a box that a button moves, takes away and brings back, and that is loaded anew at 8 s. */
function movingPage(): object[] {
  const node = (id: number, tagName: string, attributes: object, childNodes: object[]) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const page = (ids: number) => ({
    type: 0,
    id: 1,
    childNodes: [
      node(ids + 1, 'html', {}, [
        node(ids + 2, 'head', {}, []),
        node(ids + 3, 'body', {}, [
          ...(ids === 0
            ? []
            : [node(ids + 6, 'p', {}, [{ type: 3, id: ids + 7, textContent: 'Another page load' }])]),
          node(
            ids + 4,
            'div',
            { id: 'pay', style: 'position: absolute; left: 40px; top: 100px; width: 120px; height: 32px' },
            [{ type: 3, id: ids + 5, textContent: '<b>Pay</b>' }],
          ),
        ]),
      ]),
    ],
  });
  const change = (timestamp: number, data: object) => ({
    type: 3,
    timestamp,
    data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...data },
  });
  const size = { href: 'https://shop.test/pay', width: 1000, height: 600 };
  return [
    { type: 4, timestamp: 1000, data: size },
    { type: 2, timestamp: 1000, data: { node: page(0), initialOffset: { top: 0, left: 0 } } },
    change(3000, { attributes: [{ id: 4, attributes: { style: { left: '400px' } } }] }),
    change(5000, { removes: [{ id: 4, parentId: 3 }] }),
    { type: 4, timestamp: 9000, data: size },
    { type: 2, timestamp: 9000, data: { node: page(20), initialOffset: { top: 0, left: 0 } } },
    { type: 3, timestamp: 12_000, data: { source: 2, type: 2, id: 23, x: 1, y: 1 } },
  ];
}

describe('picking an element', () => {
  it('outlines what is under the pointer, with its name and its size, and nothing before', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 10);
    expect(layerOf(element).shadowRoot!.querySelector('.outline'), 'nothing is drawn').to.equal(null);
    await startPicking(element);
    const title = pageOf(element).querySelector('h1')!;
    await point(element, title);
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith('h1'));
    expectAround(element, 'pointed', title);
    expect(outlined(element, 'pointed')[0]!.label).to.equal(`h1#title · ${sizeOf(title)}`);
    expect(pageOf(element).querySelector('.outline, .label'), 'the page is left alone').to.equal(null);
    expect(wordsOf(within(layerOf(element), '[role="status"]')), 'a pointer is not read aloud').to.equal('');
  });

  it('stays around it as the player grows, and leaves with the pointer and with picking', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 10);
    await startPicking(element);
    const title = pageOf(element).querySelector('h1')!;
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => outlined(element, 'pointed').length === 1);
    const before = outlined(element, 'pointed')[0]!.box.width;
    element.style.width = '500px';
    await eventually(() => outlined(element, 'pointed')[0]!.box.width < before * 0.7);
    expectAround(element, 'pointed', pageOf(element).body);
    await point(element, title);
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith('h1'));
    await sendMouse({ type: 'move', position: [790, 590] });
    await eventually(() => outlined(element, 'pointed').length === 0);
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => outlined(element, 'pointed').length === 1);
    await sendKeys({ press: 'Escape' });
    await eventually(() => outlined(element, 'pointed').length === 0);
  });

  it('walks by the arrow keys, says where it is, and picks with Enter', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 10);
    await startPicking(element);
    const time = element.currentTime;
    const told = () => wordsOf(within(layerOf(element), '[role="status"]'));
    const press = async (key: string, to: Element) => {
      await sendKeys({ press: key });
      const { width, height } = to.getBoundingClientRect();
      const number = new Intl.NumberFormat('en');
      const size = `${number.format(Math.round(width))} by ${number.format(Math.round(height))} pixels`;
      await eventually(() => told().includes(size) && told().startsWith(to.localName), `${key}: ${told()}`);
    };
    const { body } = pageOf(element);
    const boxed = (parent: Element) =>
      [...parent.children].filter(
        (child) => child.checkVisibility() && child.getBoundingClientRect().width > 0,
      );
    await press('ArrowRight', body);
    const [first, second] = boxed(body);
    await press('ArrowDown', first!);
    if (second) {
      await press('ArrowRight', second);
      await press('ArrowLeft', first!);
    }
    await press('ArrowUp', body);
    await press('ArrowDown', first!);
    expect(element.currentTime, 'the keys do not seek').to.equal(time);
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    const form = within(within(element, 'replay-share-panel'), 'replay-redact-form');
    await eventually(() => form.shadowRoot!.querySelector('.thing'));
    expect(wordsOf(within(form, '.thing'))).to.match(new RegExp(`^${first!.localName}`));
    expect(form.shadowRoot!.activeElement, 'the focus is where picking began').to.equal(
      within(form, '[part="pick"]'),
    );
  });

  it('walks into frames and shadow roots, and out again', async () => {
    const element = await player(addressOf('lab.v2.json'));
    await seek(element, 2);
    await startPicking(element);
    const inner = pageOf(element).querySelector<HTMLIFrameElement>('#frame')!.contentDocument!;
    const inFrame = inner.body.firstElementChild!;
    await point(element, inFrame);
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith(inFrame.localName));
    expectAround(element, 'pointed', inFrame);
    for (const label of ['body', 'html', 'iframe#frame']) {
      await sendKeys({ press: 'ArrowUp' });
      await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith(label), label);
    }
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith('html'));
    const host = pageOf(element).querySelector('plant-meter')!;
    const inRoot = [...host.shadowRoot!.children].find((child) => child.getBoundingClientRect().height > 1)!;
    await point(element, inRoot);
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith(inRoot.localName));
    await sendKeys({ press: 'ArrowUp' });
    await eventually(() => outlined(element, 'pointed')[0]?.label.startsWith('plant-meter'));
  });

  it('keeps what was picked outlined as the page plays and after seeks, until the panel is closed', async () => {
    const element = await player(movingPage());
    element.idle = 'keep';
    await seek(element, 1);
    await startPicking(element);
    const pay = () => pageOf(element).querySelector('#pay')!;
    await point(element, pay());
    await eventually(() => outlined(element, 'pointed')[0]?.label === 'div#pay · 120 × 32');
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    await eventually(() => outlined(element, 'picked').length === 1);
    expect(outlined(element, 'pointed')).to.deep.equal([]);
    expectAround(element, 'picked', pay());
    const left = outlined(element, 'picked')[0]!.box.left;
    await seek(element, 1.9);
    await element.play();
    await eventually(() => element.currentTime > 2.1);
    element.pause();
    await eventually(() => outlined(element, 'picked')[0]!.box.left > left + 50, 'it moves along');
    expectAround(element, 'picked', pay());
    await seek(element, 5);
    await eventually(() => outlined(element, 'picked').length === 0, 'it is gone from the page');
    await seek(element, 9);
    await eventually(() => outlined(element, 'picked').length === 1, 'its page was loaded anew');
    expectAround(element, 'picked', pay());
    await seek(element, 1);
    await eventually(() => Math.abs((outlined(element, 'picked')[0]?.box.left ?? 0) - left) < 2);
    element.panel = null;
    await eventually(() => outlined(element, 'picked').length === 0, 'the panel is closed');
    element.panel = 'share';
    await eventually(() => outlined(element, 'picked').length === 1, 'the panel is open again');
    const panel = within(element, 'replay-share-panel');
    await eventually(() => panel.shadowRoot?.querySelector('replay-redact-form')?.shadowRoot);
    within(within(panel, 'replay-redact-form'), '.thing button').click();
    await eventually(() => outlined(element, 'picked').length === 0, 'it is kept after all');
  });

  it('shows names from the recording as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const recording = movingPage();
    const text = JSON.stringify(recording).replaceAll('"id":"pay"', `"id":${JSON.stringify(name)}`);
    const element = await player(JSON.parse(text) as object[]);
    await seek(element, 1);
    await startPicking(element);
    await point(element, pageOf(element).querySelector('div')!);
    await eventually(() => outlined(element, 'pointed')[0]?.label.includes(name));
    expect(layerOf(element).shadowRoot!.querySelector('img')).to.equal(null);
  });
});
