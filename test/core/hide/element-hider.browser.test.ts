import { expect } from '@open-wc/testing';
import { RuleError } from '../../../src/core/rule-error.ts';
import { PageState } from '../../../src/core/seek/page-state.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { ElementHider } from '../../../src/core/hide/element-hider.ts';
import type { ReplayCore } from '../../../src/rrweb-view/replay-core.ts';
import { withCore } from '../../core-harness.ts';
import { readRecording } from '../../read-recordings.ts';
import { bytesOf } from '../../recordings.ts';
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

const SECRET = 'Marlene Quist';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const secret = (...children: readonly Json[]) => element('div', { class: 'secret' }, ...children);

interface Shown {
  readonly html: string;
  readonly values: readonly string[];
  readonly dropped: number;
  readonly width: number | null;
}

/** What the replay core makes of events. */
function shown(events: readonly ReplayEvent[], sized = '#sized'): Promise<Shown> {
  let dropped = 0;
  const state = async (core: ReplayCore): Promise<Shown> => {
    core.show(START + 60_000);
    const { documentElement } = core.frame.contentDocument!;
    // Firefox gives a picture its size once it is decoded, even one in the page itself.
    const pictures = [...documentElement.querySelectorAll('img')];
    await Promise.allSettled(pictures.map((image) => image.decode()));
    const fields = [...documentElement.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    return {
      html: documentElement.outerHTML + [...documentElement.querySelectorAll('*')].map(insideOf).join(''),
      values: fields.map(({ value, checked }) => `${value}${checked ? ' checked' : ''}`),
      dropped,
      width: documentElement.querySelector(sized)?.getBoundingClientRect().width ?? null,
    };
  };
  return withCore(events, state, { onDropped: () => dropped++ });
}

function insideOf(one: Element): string {
  const inner = 'contentDocument' in one ? (one as HTMLIFrameElement).contentDocument : null;
  return (one.shadowRoot?.innerHTML ?? '') + (inner?.documentElement.outerHTML ?? '');
}

/** Each event by itself, as they come while a recording plays. */
function covered(events: readonly Json[], selectors: readonly string[] = ['.secret']): ReplayEvent[] {
  const cover = new ElementHider(selectors);
  return asEvents(events).flatMap((event) => cover.next([event]));
}

/** The page at the end, as it is read by somebody who goes there. */
function coveredPage(events: readonly Json[]): ReplayEvent[] {
  const [meta, snapshot, ...rest] = asEvents(events);
  const fold = new PageState(snapshot!);
  for (const event of rest) fold.add(event);
  return new ElementHider(['.secret']).next([meta!, ...fold.events()]);
}

const box = element('div', {}, text(SECRET));
const field = element('input', { type: 'text', title: SECRET });
const check = element('input', { type: 'checkbox' });
const picture = element('img', { src: PIXEL, alt: SECRET });
const styled = element('p', { style: `--a: "${SECRET}"` }, text('x'));
const bare = element('p', {}, text('x'));
const inlined = element('img', { src: 'https://x.test/a.gif', rr_dataURL: PIXEL });
const later = element(
  'section',
  {},
  element('p', {}, text(SECRET), field, check, picture, inlined, styled, bare),
);
const nested = element('b');
const added = secret();
const moved = element('p', {}, text(SECRET));
const { childNodes: _, ...movedAlone } = moved;
const inShadow = { ...element('i', {}, text(SECRET)), isShadow: true };
const host = { ...element('div', {}, inShadow), isShadowHost: true };
const frame = element('iframe');
const framed = {
  type: 0,
  id: 7000,
  childNodes: [element('html', {}, element('head'), element('body', {}, text(SECRET)))],
};
const turnsSecret = (node: Json) =>
  mutation(5, { attributes: [{ id: idOf(node), attributes: { class: 'secret' } }] });

const cases: Readonly<Record<string, readonly Json[]>> = {
  'what is there from the beginning': page([
    secret(text(SECRET), element('a', { href: 'https://x.test/marlene-quist', title: SECRET })),
  ]),
  'what is added': [
    ...page([box, secret(nested)].slice(1)),
    mutation(1, { adds: [{ parentId: idOf(nested), nextId: null, node: text(SECRET) }] }),
  ],
  'an element that is added': [
    ...page([]),
    mutation(1, {
      adds: [
        { parentId: 4, nextId: null, node: added },
        { parentId: idOf(added), nextId: null, node: text(SECRET) },
      ],
    }),
  ],
  'an element that comes to match': [...page([box]), turnsSecret(box)],
  'all in an element that comes to match': [
    ...page([later]),
    incremental(1, { source: 5, id: idOf(field), text: `${SECRET} typed`, isChecked: false }),
    incremental(1, { source: 5, id: idOf(check), text: 'on', isChecked: true }),
    mutation(2, {
      attributes: [styled, bare].map((node) => ({
        id: idOf(node),
        attributes: { style: { 'background-image': `url("${PIXEL}")` } },
      })),
    }),
    turnsSecret(later),
  ],
  'what changes in it later': [
    ...page([box]),
    turnsSecret(box),
    mutation(6, {
      texts: [{ id: (box['childNodes'] as Json[])[0]?.['id'], value: `${SECRET} again` }],
      attributes: [{ id: idOf(box), attributes: { title: SECRET } }],
    }),
    mutation(7, { attributes: [{ id: idOf(box), attributes: { class: '' } }] }),
    mutation(8, {
      texts: [{ id: (box['childNodes'] as Json[])[0]?.['id'], value: `${SECRET} at last` }],
      attributes: [{ id: idOf(box), attributes: { class: 'secret' } }],
    }),
  ],
  'what is moved in': [
    ...page([moved, secret(nested)]),
    mutation(1, {
      removes: [{ parentId: 4, id: idOf(moved) }],
      adds: [
        { parentId: idOf(nested), nextId: null, node: { ...movedAlone, childNodes: [] } },
        { parentId: idOf(moved), nextId: null, node: (moved['childNodes'] as Json[])[0] },
      ],
    }),
  ],
  'a shadow root': [...page([host]), turnsSecret(host)],
  'a frame': [
    ...page([frame]),
    mutation(1, { adds: [{ parentId: idOf(frame), nextId: null, node: framed }] }),
    turnsSecret(frame),
  ],
};

describe('ElementHider', () => {
  for (const [title, events] of Object.entries(cases)) {
    it(`hides ${title}`, async () => {
      const open = await shown(asEvents(events));
      expect(everything(open)).to.contain('Marlene');
      for (const result of [await shown(covered(events)), await shown(coveredPage(events))]) {
        expect(everything(result)).not.to.match(/marlene|R0lGOD| checked/i);
        expect(result.html).to.contain('data-replay-covered');
        expect(result.dropped).to.equal(open.dropped);
      }
    });
  }

  it('hides in the data: nothing of it is in what is handed on', () => {
    for (const [title, events] of Object.entries(cases)) {
      expect(JSON.stringify(coveredPage(events)), title).not.to.match(/marlene/i);
    }
    const first = JSON.stringify(covered(cases['an element that is added'] ?? []));
    expect(first).not.to.contain('Marlene');
  });

  it('keeps texts as long as they are', async () => {
    const result = await shown(covered([...page([box]), turnsSecret(box)]));
    expect(result.html).to.contain('>******* *****<');
  });

  it('keeps everything where it is', async () => {
    const sized = element(
      'div',
      { id: 'sized', style: 'float:left;border:1px solid' },
      element('img', { class: 'secret', src: PIXEL, style: 'height:50px' }),
      element('input', { class: 'secret', value: SECRET, size: 20 }),
    );
    const events = page([sized]);
    expect((await shown(covered(events))).width).to.equal((await shown(asEvents(events))).width);
  });

  it('leaves a picture that was recorded its place, and no trace of where it was from', async () => {
    const { html } = await shown(covered([...page([inlined]), turnsSecret(inlined)]));
    expect((await shown(asEvents(page([inlined])))).html).to.contain('a.gif');
    expect(html).to.contain("svg xmlns='http://www.w3.org/2000/svg' width='1'").and.not.contain('a.gif');
  });

  it('marks an element once, not all that is in it', async () => {
    const { html } = await shown(covered([...page([later]), turnsSecret(later)]));
    expect(html.match(/data-replay-covered/g)).to.have.lengthOf(1);
  });

  it('takes away what was drawn on a canvas, and draws nothing more', () => {
    const canvas = element('canvas', { width: '9', height: '9' });
    const draw = (seconds: number) =>
      incremental(seconds, {
        source: 9,
        id: idOf(canvas),
        type: 0,
        commands: [{ property: 'fillText', args: [SECRET, 0, 0] }],
      });
    const events = covered([...page([canvas]), draw(1), turnsSecret(canvas), draw(6)]);
    const drawn = events.map(({ data }) => data as Json).filter(({ source }) => source === 9);
    expect(drawn.map(({ commands }) => (commands as Json[]).map(({ property }) => property))).to.deep.equal([
      ['fillText'],
      ['resetTransform', 'clearRect'],
    ]);
  });

  it('begins anew with each page', async () => {
    const events = [...page([box]), turnsSecret(box), ...page([box], 9)];
    expect((await shown(covered(events))).html).to.contain('Marlene');
  });

  it('leaves a page alone when nothing matches', () => {
    const events = [
      ...page([later, host]),
      mutation(1, { adds: [{ parentId: 4, nextId: null, node: nested }] }),
    ];
    expect(covered(events)).to.deep.equal(asEvents(events));
    expect(covered(events, [])).to.deep.equal(asEvents(events));
  });

  it('covers a recorded page from beginning to end', async () => {
    const { events } = await readRecording(new Blob([await bytesOf('checkout.v2.json')]));
    const all = Object.values(events).flat();
    const json = JSON.stringify(
      new ElementHider(['main', '.dialog, dialog', '.menu']).next(
        JSON.parse(JSON.stringify(all)) as ReplayEvent[],
      ),
    );
    expect(JSON.stringify(all)).to.contain('Maidenhair');
    expect(json)
      .to.contain('data-replay-covered')
      .and.not.match(/Maidenhair|Mosses|Delicate fronds/);
  });

  it('refuses what is no selector', () => {
    expect(() => new ElementHider(['p', 'a:visited']))
      .to.throw(RuleError)
      .with.nested.property('details.rule', 'a:visited');
  });
});

function everything({ html, values }: Shown): string {
  return html + values.join(' ');
}
