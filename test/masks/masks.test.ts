import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaskKind } from '../../src/core/rrweb/mask-traces.ts';
import type { PortableReplayElement } from '../../src/index.ts';
import { controlsOf, eventually, pageOf, player, playTo, seek, shadowOf } from '../player-harness.ts';
import { addressOf, sightsOf } from '../recordings.ts';

interface RecordedElement {
  readonly tagName: string;
  readonly attributes?: Record<string, string>;
  readonly children?: readonly (RecordedElement | string)[];
  readonly isShadowHost?: boolean;
}

/** A recording of a page that holds the given elements, with events behind it. */
function recordingOf(children: readonly (RecordedElement | string)[], events: readonly object[] = []) {
  let id = 10;
  const node = (item: RecordedElement | string): object =>
    typeof item === 'string'
      ? { type: 3, id: id++, textContent: item }
      : {
          type: 2,
          id: id++,
          tagName: item.tagName,
          attributes: item.attributes ?? {},
          childNodes: (item.children ?? []).map(node),
        };
  const element = (own: number, tagName: string, childNodes: object[]) => ({
    type: 2,
    id: own,
    tagName,
    attributes: {},
    childNodes,
  });
  const body = element(4, 'body', children.map(node));
  const page = { type: 0, id: 1, childNodes: [element(2, 'html', [element(3, 'head', []), body])] };
  return [
    { type: 4, timestamp: 1000, data: { href: '', width: 1600, height: 900 } },
    { type: 2, timestamp: 1000, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    ...events,
    { type: 3, timestamp: 9000, data: { source: 2, type: 2, id: 4, x: 1, y: 1 } },
  ];
}

function layerOf(element: PortableReplayElement) {
  return shadowOf(element).querySelector('replay-mask-layer')!;
}

function panelOf(element: PortableReplayElement) {
  return shadowOf(element).querySelector('replay-privacy-panel');
}

/** Drawn boxes by kind, as they are on screen. */
function drawn(element: PortableReplayElement, kind: MaskKind): DOMRect[] {
  return [...layerOf(element).shadowRoot!.querySelectorAll(`.boxes > .${kind}:not([hidden])`)].map((box) =>
    box.getBoundingClientRect(),
  );
}

function countOf(element: PortableReplayElement): number {
  return Object.values(layerOf(element).counts).reduce((sum, count) => sum + count, 0);
}

function summaryOf(element: PortableReplayElement): string {
  return layerOf(element).shadowRoot!.querySelector('[role="note"]')!.textContent;
}

/** Where an element of the replayed page is on screen, through the frame's scaling. */
function onScreen(element: PortableReplayElement, selector: string): DOMRect {
  const page = pageOf(element);
  const frame = page.defaultView!.frameElement as HTMLIFrameElement;
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth;
  const { left, top, width, height } = page.querySelector(selector)!.getBoundingClientRect();
  return new DOMRect(outer.left + left * scale, outer.top + top * scale, width * scale, height * scale);
}

function expectSamePlace(actual: DOMRect | undefined, expected: DOMRect): void {
  expect(actual, 'the box').to.exist;
  for (const side of ['left', 'top', 'right', 'bottom'] as const)
    expect(actual![side], side).to.be.closeTo(expected[side], 1);
}

describe('privacy masks', () => {
  it('names what the recorder of a real session has hidden', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    const sights = await sightsOf('checkout');
    await seek(element, sights.find(({ title }) => title.includes('Checkout'))!.at);
    await eventually(() => countOf(element) === 3);
    expect(summaryOf(element)).to.equal('Hidden on screen: 2 blocked elements, 1 masked text');
    expectSamePlace(
      drawn(element, 'blocked').find(({ width }) => width > 200),
      onScreen(element, '.vip'),
    );
    expectSamePlace(
      drawn(element, 'blocked').find(({ width }) => width < 200),
      onScreen(element, 'b.ph-no-capture'),
    );
    expect(drawn(element, 'text'), 'lines of the address').to.have.length(3);

    await seek(element, sights.findLast(({ scrollY }) => scrollY > 0)!.at);
    await eventually(() => drawn(element, 'input').length === 5);
    for (const id of ['#email', '#card', '#password', '#country', '#remarks']) {
      const place = onScreen(element, id);
      expectSamePlace(
        drawn(element, 'input').find(({ top }) => Math.abs(top - place.top) < 2),
        place,
      );
    }
  });

  it('finds them in shadow roots and frames', async () => {
    const element = await player(addressOf('lab.v2.json'));
    await seek(element, 2);
    await eventually(() => countOf(element) === 2);
    const frame = onScreen(element, '#frame');
    const inside = drawn(element, 'text').filter(
      ({ left, right, top, bottom }) =>
        left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom,
    );
    expect(inside).to.have.length(1);
    const meter = onScreen(element, 'plant-meter');
    expect(drawn(element, 'text').some(({ top, bottom }) => top >= meter.top && bottom <= meter.bottom)).to.be
      .true;
  });

  it('follows the page as it scrolls, grows and shrinks', async () => {
    const scroll = { type: 3, timestamp: 3000, data: { source: 3, id: 1, x: 0, y: 150 } };
    const space = { tagName: 'div', attributes: { style: 'height: 3000px' } };
    const blocked = { tagName: 'p', attributes: { id: 'b', rr_width: '300px', rr_height: '100px' } };
    const element = await player(
      recordingOf([{ tagName: 'div', attributes: { style: 'height: 300px' } }, blocked, space], [scroll]),
    );
    await eventually(() => drawn(element, 'blocked').length === 1);
    const before = drawn(element, 'blocked')[0]!;
    expectSamePlace(before, onScreen(element, '#b'));
    await seek(element, 3);
    await eventually(() => drawn(element, 'blocked')[0]!.top < before.top);
    expectSamePlace(drawn(element, 'blocked')[0], onScreen(element, '#b'));
    element.style.width = '400px';
    await eventually(
      () =>
        Math.abs(drawn(element, 'blocked')[0]!.width - onScreen(element, '#b').width) < 1 &&
        drawn(element, 'blocked')[0]!.width < before.width,
    );
    expectSamePlace(drawn(element, 'blocked')[0], onScreen(element, '#b'));
  });

  it('keeps a blocked element its size and place', async () => {
    const inline = {
      tagName: 'span',
      attributes: {
        id: 'i',
        rr_width: '90px',
        rr_height: '20px',
        rr_display: 'inline',
        rr_position: 'static',
        rr_left: '0px',
        rr_top: '0px',
      },
    };
    const fixed = {
      tagName: 'div',
      attributes: {
        id: 'f',
        rr_width: '50px',
        rr_height: '40px',
        rr_position: 'fixed',
        rr_left: '500px',
        rr_top: '200px',
      },
    };
    const element = await player(recordingOf(['before ', inline, fixed]));
    const page = pageOf(element);
    const { width, height } = page.querySelector('#i')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([90, 20]);
    const { left, top } = page.querySelector('#f')!.getBoundingClientRect();
    expect([left, top]).to.deep.equal([500, 200]);
  });

  it('draws nothing where nothing was hidden', async () => {
    const element = await player(
      recordingOf([
        { tagName: 'label', children: ['Name ', { tagName: 'b', children: ['*'] }] },
        { tagName: 'p', children: ['* * *'] },
        { tagName: 'p', children: ['5 ** stars ***'] },
        { tagName: 'style', children: ['***'] },
        { tagName: 'input', attributes: { type: 'submit', value: '****' } },
        { tagName: 'input', attributes: { type: 'text', value: '2 * 2' } },
        { tagName: 'p', attributes: { style: 'display: none' }, children: ['*****'] },
        {
          tagName: 'div',
          attributes: { style: 'height: 40px; overflow: hidden' },
          children: [{ tagName: 'p', attributes: { style: 'margin-top: 60px' }, children: ['*****'] }],
        },
        { tagName: 'p', attributes: { id: 'seen' }, children: ['*****'] },
      ]),
    );
    await eventually(() => countOf(element) > 0);
    expect(drawn(element, 'text')).to.have.length(1);
    expect(drawn(element, 'text')[0]!.top).to.be.closeTo(onScreen(element, '#seen').top, 2);
    expect([drawn(element, 'input'), drawn(element, 'blocked')]).to.deep.equal([[], []]);
  });

  it('leaves out what something else of the page hides, not what is seen through it', async () => {
    const style = (background: string) => `position: fixed; inset: 0; background: ${background}`;
    const cover = { tagName: 'div', attributes: { style: style('white') } };
    const attributes = [{ id: 12, attributes: { style: style('rgb(0 0 0 / 0.3)') } }];
    const change = {
      type: 3,
      timestamp: 2000,
      data: { source: 0, texts: [], attributes, removes: [], adds: [] },
    };
    const element = await player(recordingOf([{ tagName: 'p', children: ['*****'] }, cover], [change]));
    await seek(element, 0.5);
    expect(countOf(element)).to.equal(0);
    await seek(element, 3);
    await eventually(() => countOf(element) === 1);
  });

  it('goes by the recorded rules where there are any', async () => {
    const rules = (sessionRecordingOptions: object) => ({
      type: 5,
      timestamp: 1000,
      data: { tag: '$session_options', payload: { sessionRecordingOptions } },
    });
    const page = [
      { tagName: 'p', attributes: { class: 'secret' }, children: ['**'] },
      { tagName: 'input', attributes: { type: 'text', value: '****' } },
      { tagName: 'input', attributes: { type: 'password', value: '****' } },
    ];
    const element = await player([
      ...recordingOf(page),
      rules({ maskTextSelector: '.secret', maskAllInputs: false, maskInputOptions: { password: true } }),
    ]);
    await seek(element, 1);
    // Until the rules are known, both fields count.
    await eventually(() => drawn(element, 'text').length === 1 && drawn(element, 'input').length === 1);
    expect(countOf(element)).to.equal(2);
    await element.load([...recordingOf(page), rules({})]);
    await seek(element, 1);
    await eventually(() => drawn(element, 'input').length === 2);
    expect(drawn(element, 'text')).to.have.length(0);
  });

  it('is switched by key, button and attribute', async () => {
    const element = await player(recordingOf([{ tagName: 'p', children: ['*****'] }]));
    await eventually(() => drawn(element, 'text').length === 1);
    shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 'p' });
    await eventually(() => drawn(element, 'text').length === 0);
    expect(summaryOf(element)).to.equal('');
    const button = controlsOf(element)
      .shadowRoot!.querySelector('replay-privacy-button')!
      .shadowRoot!.querySelector('button')!;
    expect(button.ariaLabel).to.equal('Privacy, overlays are off');
    button.click();
    await element.updateComplete;
    const toggle = panelOf(element)!.shadowRoot!.querySelector<HTMLButtonElement>('[role="switch"]')!;
    expect(toggle.ariaChecked).to.equal('false');
    toggle.click();
    await eventually(() => drawn(element, 'text').length === 1);
    element.setAttribute('masks', 'hide');
    await eventually(() => drawn(element, 'text').length === 0);
  });

  it('tells apart all that can be hidden on a page', async () => {
    const kinds: readonly [kind: MaskKind, part: RecordedElement][] = [
      ['blocked', { tagName: 'div', attributes: { rr_width: '300px', rr_height: '50px' } }],
      ['text', { tagName: 'p', children: ['**** *****'] }],
      ['input', { tagName: 'input', attributes: { type: 'email', value: '*****' } }],
      ['exposed', { tagName: 'input', attributes: { type: 'email', value: 'Jane' } }],
      ['ignored', { tagName: 'input', attributes: { class: 'ph-ignore-input', value: '****' } }],
      ['canvas', { tagName: 'canvas', attributes: { width: '200', height: '60' } }],
      ['frame', { tagName: 'iframe', attributes: { rr_src: 'https://pay.test/', height: '60' } }],
      [
        'covered',
        {
          tagName: 'section',
          attributes: { 'data-replay-covered': '' },
          children: [{ tagName: 'p', children: ['*****'] }],
        },
      ],
      [
        'redacted',
        {
          tagName: 'section',
          attributes: { 'data-replay-redacted': '' },
          children: [{ tagName: 'p', children: ['*****'] }],
        },
      ],
    ];
    const parts = kinds.map(([kind, part]) => ({
      tagName: 'div',
      attributes: { id: kind },
      children: [part],
    }));
    const typed = { type: 3, timestamp: 1000, data: { source: 5, id: 18, text: '****', isChecked: false } };
    const element = await player(recordingOf(parts, [typed]));
    await eventually(() => countOf(element) === kinds.length);
    const looks = new Set<string>();
    for (const [kind] of kinds) {
      const place = onScreen(element, `#${kind} > *`);
      const boxes = drawn(element, kind);
      expect(boxes, kind).to.have.length(1);
      expect(boxes[0]!.top, kind).to.be.closeTo(place.top, 2);
      const box = layerOf(element).shadowRoot!.querySelector(`.boxes > .${kind}:not([hidden])`)!;
      const { backgroundImage, borderStyle, borderWidth } = getComputedStyle(box);
      looks.add(
        `${backgroundImage.replaceAll(/rgba?\([^)]*\)|color\([^)]*\)/g, '')} ${borderStyle} ${borderWidth}`,
      );
    }
    expect(looks, 'patterns without their colours').to.have.length(kinds.length);
    expect(summaryOf(element)).to.include('1 element hidden by this page, 1 element removed from this copy');
  });

  it('tells what was removed by itself from what the recorder masked', async () => {
    const mark = { 'data-replay-redacted-text': '' };
    const parts = [
      { tagName: 'p', attributes: { id: 'masked' }, children: ['***** *****'] },
      { tagName: 'p', attributes: { id: 'removed', ...mark }, children: ['***** *****'] },
      { tagName: 'p', attributes: { id: 'part', ...mark }, children: ['Dear Ms *****, hello'] },
      { tagName: 'p', attributes: { id: 'later', ...mark }, children: ['Dear all'] },
      { tagName: 'input', attributes: { id: 'field', type: 'email', value: '*****', ...mark } },
      { tagName: 'input', attributes: { id: 'hint', placeholder: '*****', ...mark } },
    ];
    const later = {
      type: 3,
      timestamp: 1000,
      data: {
        source: 0,
        adds: [],
        removes: [],
        texts: [{ id: 17, value: 'Dear ***' }],
        attributes: [],
      },
    };
    const element = await player(recordingOf(parts, [later]));
    await eventually(() => drawn(element, 'redacted').length === 5);
    expect(drawn(element, 'text')).to.have.length(1);
    expect(drawn(element, 'text')[0]!.top).to.be.closeTo(onScreen(element, '#masked').top, 2);
    // Over the asterisks, and not over what is left.
    const line = onScreen(element, '#part');
    const box = drawn(element, 'redacted').find(({ top }) => Math.abs(top - line.top) < 2)!;
    expect(box.left).to.be.greaterThan(line.left + 20);
    expect(box.width).to.be.below(60);
  });

  describe('where an input was masked in vain', () => {
    const typed = (timestamp: number, id: number, value: string) => ({
      type: 3,
      timestamp,
      data: { source: 5, id, text: '*'.repeat(value.length), isChecked: false },
    });
    const attribute = (timestamp: number, id: number, value: string) => ({
      type: 3,
      timestamp,
      data: { source: 0, adds: [], removes: [], texts: [], attributes: [{ id, attributes: { value } }] },
    });
    const fields = [
      { tagName: 'input', attributes: { type: 'text', id: 'typed' } },
      { tagName: 'textarea', attributes: { id: 'long' } },
      { tagName: 'input', attributes: { type: 'text', id: 'set', value: '****' } },
    ];
    const events = [
      ...['J', 'Ja', 'Jan', 'Jane'].flatMap((value, i) => [
        typed(3000 + i, 10, value),
        attribute(3000 + i, 10, value),
        typed(3000 + i, 11, value),
        attribute(3000 + i, 11, value),
      ]),
      // By a script, on a field in which nobody has typed.
      attribute(5000, 12, 'Jane'),
    ];
    const shows = (element: PortableReplayElement, id: string) =>
      pageOf(element).querySelector<HTMLInputElement>(`#${id}`)!.value;

    const over = (element: PortableReplayElement, selector: string) => {
      const { left, top } = onScreen(element, selector);
      return drawn(element, 'exposed').find(
        (box) => Math.abs(box.left - left) < 3 && Math.abs(box.top - top) < 3,
      );
    };

    it('shows what input events say, however a moment is reached, and says that it is not fully masked', async () => {
      const element = await player(recordingOf(fields, events));
      const expectTyped = async (way: string) => {
        expect([shows(element, 'typed'), shows(element, 'long')], way).to.deep.equal(['****', '****']);
        await eventually(() => drawn(element, 'exposed').length >= 2, way);
        for (const id of ['#typed', '#long']) expectSamePlace(over(element, id), onScreen(element, id));
      };
      await seek(element, 4);
      await expectTyped('a seek');
      await seek(element, 7);
      await expectTyped('a seek on');
      await seek(element, 3.5);
      await expectTyped('a seek back');
      await seek(element, 0.1);
      element.idle = 'keep';
      element.playbackRate = 4;
      await playTo(element, 3.2);
      await expectTyped('playing');
      expect(summaryOf(element)).to.match(/inputs? not fully masked/);
    });

    it('never names a value that can be seen a masked one', async () => {
      const element = await player(recordingOf(fields, events));
      await seek(element, 6);
      await eventually(() => drawn(element, 'exposed').length === 3);
      expect(drawn(element, 'input')).to.deep.equal([]);
      expect(shows(element, 'set')).to.equal('Jane');
      expectSamePlace(over(element, '#set'), onScreen(element, '#set'));
    });

    it('is counted and listed in the panel as what it is', async () => {
      const element = await player(recordingOf(fields, events));
      element.panel = 'privacy';
      await element.updateComplete;
      const root = panelOf(element)!.shadowRoot!;
      await eventually(() => root.querySelectorAll('.thing').length === 3);
      const row = [...root.querySelectorAll('tbody tr')].find((one) =>
        one.textContent.includes('Not fully masked'),
      )!;
      expect(row.textContent).to.include('the recording holds it in clear as well');
      expect(row.querySelector('td:last-child')!.textContent).to.equal('3');
    });
  });

  it('takes no canvas for hidden that is drawn on later', async () => {
    const drawing = {
      type: 3,
      timestamp: 5000,
      data: { source: 9, id: 11, type: 0, commands: [{ property: 'fillRect', args: [0, 0, 9, 9] }] },
    };
    const canvas = { tagName: 'canvas', attributes: { width: '100', height: '50' } };
    const page = [{ tagName: 'div', children: [canvas] }, { tagName: 'p', children: ['****'] }, canvas];
    const element = await player(recordingOf(page, [drawing]));
    await eventually(() => countOf(element) === 2 && element.currentTime === 0);
    expect(drawn(element, 'canvas')).to.have.length(1);
    expect(drawn(element, 'canvas')[0]!.top).to.be.greaterThan(drawn(element, 'text')[0]!.top);
  });

  describe('the panel', () => {
    const request = {
      type: 6,
      timestamp: 7000,
      data: {
        plugin: 'rrweb/network@1',
        payload: {
          requests: [{ name: 'https://x.test/pay', method: 'POST', requestBody: 'x is in deny list' }],
        },
      },
    };
    const later = {
      type: 3,
      timestamp: 4000,
      data: {
        source: 0,
        texts: [],
        attributes: [],
        removes: [],
        adds: [
          {
            parentId: 4,
            nextId: null,
            node: {
              type: 2,
              id: 50,
              tagName: 'div',
              attributes: { class: 'vip', rr_width: '200px', rr_height: '40px' },
              childNodes: [],
            },
          },
        ],
      },
    };
    const session = recordingOf(
      [{ tagName: 'p', attributes: { id: 'a' }, children: ['*****'] }],
      [later, request],
    );

    function inPanel(element: PortableReplayElement, selector: string): HTMLElement[] {
      return [...(panelOf(element)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
    }

    const highlighted = (element: PortableReplayElement) =>
      layerOf(element).shadowRoot!.querySelector('.highlighted:not([hidden])');

    async function open(): Promise<PortableReplayElement> {
      const element = await player(session);
      shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
      await sendKeys({ press: 'h' });
      await eventually(() => inPanel(element, '.thing').length === 3);
      return element;
    }

    it('opens and closes by key, and gives the focus back', async () => {
      const element = await open();
      await expect(panelOf(element)).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await eventually(() => panelOf(element) === null);
      expect(shadowOf(element).activeElement).to.match('.stage');
      await sendKeys({ press: 'h' });
      await sendKeys({ press: 'i' });
      await eventually(() => shadowOf(element).querySelector('replay-about-panel') && !panelOf(element));
    });

    it('goes to what is chosen and points it out', async () => {
      const element = await open();
      inPanel(element, '.thing')[1]!.focus();
      await sendKeys({ press: 'Enter' });
      await eventually(() => highlighted(element)?.classList.contains('blocked'));
      expect(element.currentTime).to.be.closeTo(3.01, 0.005);
      expect(element.paused).to.be.true;
      expect(inPanel(element, '[aria-current="true"]')).to.deep.equal([inPanel(element, '.thing')[1]]);
      await sendKeys({ press: 'Escape' });
      await eventually(() => !highlighted(element));
    });

    it('steps from one to the next and back', async () => {
      const element = await open();
      const [previous, next] = inPanel(element, '.steps button');
      const status = () => inPanel(element, '.steps [role="status"]')[0]!.textContent;
      next!.click();
      await eventually(() => highlighted(element)?.classList.contains('text'));
      expect(status()).to.equal('1 of 3 · Masked text');
      next!.click();
      await eventually(() => status() === '2 of 3 · Blocked');
      next!.click();
      await eventually(() => status() === '3 of 3 · Redacted request · Not on the page');
      expect(next!.ariaDisabled).to.equal('true');
      previous!.click();
      await eventually(() => highlighted(element)?.classList.contains('blocked'));
    });

    it('shows on the timeline where something is hidden, while overlays are on', async () => {
      const element = await open();
      const lane = () =>
        controlsOf(element)
          .shadowRoot!.querySelector('replay-time-range')!
          .shadowRoot!.querySelector('.hidden');
      await eventually(lane);
      await sendKeys({ press: 'p' });
      await eventually(() => !lane());
    });
  });
});
