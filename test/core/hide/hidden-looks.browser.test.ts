import { expect } from '@open-wc/testing';
import { ElementHider } from '../../../src/core/hide/element-hider.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { PageState } from '../../../src/core/seek/page-state.ts';
import { withCore } from '../../core-harness.ts';
import {
  asEvents,
  element,
  idOf,
  incremental,
  type Json,
  mutation,
  page,
  START,
  text,
} from '../redact/session.ts';

const PICTURE = 'url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'/>")';
const LOUD = [
  '::before', '::after', '::marker', '::first-letter', '::placeholder', '::file-selector-button', '::backdrop', '::details-content',
  '::scroll-marker', '::scroll-marker-group', '::scroll-button(*)', '',
]; // prettier-ignore

/** Rules by which a page could show a text in an element, as forcefully as rules can be. */
function loudRules(subject: string): string {
  const shows =
    `content: "card 4929" !important; opacity: 1 !important; visibility: visible !important; display: block !important; ` +
    `position: fixed !important; z-index: 9 !important; background: ${PICTURE} !important; list-style: "card" inside !important; ` +
    `animation: loud 1s infinite !important; transition: opacity 99s -50s !important; filter: none !important; text-overflow: "card" !important`;
  const plain = LOUD.map((part) => `${subject}${part} { ${shows} }`).join('\n');
  return `${plain}\n@layer first { ${plain} }\n@keyframes loud { from, to { opacity: 1 !important } } q { quotes: "card" "" }`;
}

const item = element('li', { class: 'card' }, text('one'));
const dialog = element('dialog', { open: '', rr_open_mode: 'modal', class: 'card' }, text('two'));
const inShadow = { ...element('p', { class: 'card' }, text('three')), isShadow: true };
const inShadowStyle = { ...element('style', {}, text(loudRules('p'))), isShadow: true };
const host = { ...element('div', { class: 'card' }, inShadowStyle, inShadow), isShadowHost: true };
const frame = element('iframe', { class: 'card' });
const framed = {
  type: 0,
  id: 7000,
  childNodes: [
    element(
      'html',
      {},
      element('head', {}, element('style', {}, text(loudRules('p')))),
      element('body', {}, element('p', {}, text('four'))),
    ),
  ],
};
const field = element('input', { class: 'card', placeholder: 'five', popover: 'manual' });
const box = element(
  'div',
  { id: 'box', style: 'opacity: 1 !important' },
  item,
  dialog,
  host,
  frame,
  field,
  element('q', {}, text('six')),
);
const sheet = element('style', {}, text(loudRules('.card') + loudRules('#box') + loudRules('#box *')));
const scroller = element('div', { style: 'overflow: auto; height: 99px; scroll-marker-group: after' }, box);

const withFrame = [
  ...page([sheet, scroller]),
  mutation(1, { adds: [{ parentId: idOf(frame), nextId: null, node: framed }] }),
];
const becomesHidden = [
  ...withFrame,
  incremental(2, {
    source: 8,
    id: idOf(sheet),
    adds: [{ rule: '#box::before { content: "more" }', index: 0 }],
  }),
  mutation(3, { attributes: [{ id: idOf(box), attributes: { class: 'now' } }] }),
  mutation(4, {
    attributes: [
      { id: idOf(box), attributes: { style: null } },
      { id: idOf(item), attributes: { style: { opacity: ['1', 'important'] } } },
    ],
  }),
];

function hidden(events: readonly Json[], selector: string): ReplayEvent[] {
  const hider = new ElementHider([selector]);
  return asEvents(events).flatMap((event) => hider.next([event]));
}

function hiddenPage(events: readonly Json[], selector: string): ReplayEvent[] {
  const [meta, snapshot, ...rest] = asEvents(events);
  const state = new PageState(snapshot!);
  for (const event of rest) state.add(event);
  return new ElementHider([selector]).next([meta!, ...state.events()]);
}

/** All elements in one, shadow roots and frames included. */
function* elementsIn(root: Element | ShadowRoot | Document): Generator<Element> {
  if ('tagName' in root) yield root;
  for (const child of root.children) yield* elementsIn(child);
  if ('shadowRoot' in root && root.shadowRoot) yield* elementsIn(root.shadowRoot);
  if ('contentDocument' in root) yield* elementsIn((root as HTMLIFrameElement).contentDocument!);
}

/** Of a hidden element on a page, what could be seen of it and of all in it; and how many elements these are. */
function seenOf(events: readonly ReplayEvent[]): Promise<{ seen: string[]; count: number; size: string }> {
  return withCore(events, (core) => {
    core.show(START + 60_000);
    const top = core.frame.contentDocument!.querySelector('#box')!;
    // The core adds a style sheet of its own to each document.
    const all = [...elementsIn(top)].filter((one) => !one.matches('html > style'));
    const seen = all.flatMap((one) => {
      const view = one.ownerDocument.defaultView!;
      const { opacity, animationName, transitionProperty, transitionDuration } = view.getComputedStyle(one);
      const apart = ['::backdrop', '::scroll-marker', '::scroll-marker-group']
        .filter((part) => CSS.supports(`selector(${part})`))
        // In roots and frames no rule from elsewhere holds, and those of their own are gone.
        .filter(() => one.getRootNode() === top.ownerDocument)
        .filter((part) => view.getComputedStyle(one, part).display !== 'none');
      const look = [opacity, animationName, transitionProperty, transitionDuration, ...apart].join(' ');
      return look === '0 none none 0s' ? [] : [`${one.localName}: ${look}`];
    });
    const { width, height } = top.getBoundingClientRect();
    return { seen, count: all.length, size: `${Math.round(width)} ${Math.round(height)}` };
  });
}

describe('what a hidden element shows', () => {
  const cases = {
    'from the start': hidden(withFrame, '#box'),
    'on the page of a moment': hiddenPage(withFrame, '#box'),
    'from when it comes to match': hidden(becomesHidden, '.now'),
    'on the page of a moment since it matched': hiddenPage(becomesHidden, '.now'),
  };
  for (const [title, events] of Object.entries(cases)) {
    it(`is nothing, whatever style sheets say: ${title}`, async () => {
      const { seen, count } = await seenOf(events);
      expect(seen).to.deep.equal([]);
      expect(count).to.be.greaterThan(10);
    });
  }

  it('is what these sheets say where it is not hidden', async () => {
    expect((await seenOf(asEvents(withFrame))).seen.length).to.be.greaterThan(8);
  });

  it('takes the room that it took, by its classes, its id and its own style', async () => {
    const inner = element('div', { class: 'row a', style: 'height: 20px; color: red' }, text('one'));
    const sized = element(
      'section',
      { id: 'box', class: 'col x', style: 'margin:3px;padding:4px' },
      inner,
      inner,
    );
    const rules = element(
      'style',
      {},
      text('.col{width:123px;float:left}.row{border:5px solid;margin:7px}#box{max-height:88px}'),
    );
    const later = incremental(2, {
      source: 8,
      id: idOf(rules),
      adds: [{ rule: '.a { padding: 9px }', index: 0 }],
    });
    const events = [...page([rules, sized]), later];
    const { size } = await seenOf(asEvents(events));
    for (const one of [hidden(events, '#box'), hiddenPage(events, '#box'), hidden(events, 'section')])
      expect((await seenOf(one)).size).to.equal(size);
  });
});
