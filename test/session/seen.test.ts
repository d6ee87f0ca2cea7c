import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../../src/index.ts';
import { add, el, htmlPage, recordingOf, text } from '../cases/recording.ts';
import { pageOf, player, seek, shadowOf } from '../player-harness.ts';

const button = (id: number, name: string, attributes: object = {}) =>
  el(id, 'button', attributes, [text(id + 500, name)]);

const STYLES = `
  body { margin: 0 }
  button { display: block; height: 30px }
  .gone { display: none }
  .unseen { visibility: hidden }
  .seen { visibility: visible }
  .contents { display: contents }
  .scroller { height: 40px; overflow: auto }
  .tall { height: 3000px }
  .backdrop { position: fixed; inset: 0; background: rgb(0 0 0 / 0.4) }
  .dialog { position: absolute; inset: 0; height: 100px; background: white }
  .catcher { position: fixed; inset: 0 }
`;

/** A shop whose parts are to be seen or not, for the reasons they are named after. */
const PAGE = htmlPage(
  [
    button(20, 'In view'),
    button(21, 'No box', { class: 'gone' }),
    el(22, 'div', { class: 'unseen' }, [button(23, 'Unseen'), button(24, 'Seen', { class: 'seen' })]),
    el(25, 'div', { class: 'contents' }, [button(26, 'Contents')]),
    el(27, 'div', { class: 'scroller' }, [
      button(28, 'Top of list'),
      button(29, 'Half of list'),
      button(33, 'End of list'),
    ]),
    el(30, 'div', {}, [el(31, 'div', {}, [button(32, 'In shadow')], { isShadow: true })], {
      isShadowHost: true,
    }),
    el(35, 'div', { class: 'catcher' }),
    el(36, 'div', { class: 'tall' }),
    el(37, 'section', { 'aria-label': 'Footer' }, [button(38, 'Below')]),
  ],
  [el(10, 'style', {}, [text(11, STYLES)])],
);

const DIALOG = el(60, 'div', { class: 'backdrop' }, [
  el(61, 'div', { role: 'dialog', class: 'dialog', 'aria-label': 'Cookies' }, [button(62, 'Accept')]),
]);

const RECORDING = recordingOf(PAGE, [
  [2000, { source: 2, type: 2, id: 20, x: 10, y: 10 }],
  [2100, add(5, DIALOG)],
]);

const playing = () => player(new Blob([JSON.stringify(RECORDING)]));

/** What is told at each moment. */
async function seenIn(element: PortableReplayElement): Promise<string[][]> {
  const told = JSON.parse(await element.transcript({ format: 'json', seen: true })) as {
    lines: { seen?: { outline?: string[]; changes?: { added: boolean; line: string }[] } }[];
  };
  return told.lines.flatMap(({ seen }) => {
    if (!seen) return [];
    return [seen.outline ?? (seen.changes ?? []).map(({ added, line }) => `${added ? '+' : '-'} ${line}`)];
  });
}

describe('what was seen of a page that is laid out', () => {
  it('is what was in view, and what lay over it', async () => {
    const [opened, clicked] = await seenIn(await playing());
    expect(opened).to.deep.equal([
      '- button "In view"',
      '- button "Seen"',
      '- button "Contents"',
      '- button "Top of list"',
      '- button "Half of list"',
      '- button "End of list" [offscreen]',
      '- button "In shadow"',
      '- region "Footer" [offscreen]:',
      '  - button "Below"',
    ]);
    expect(clicked).to.deep.equal([
      '- - button "In view"',
      '- - button "Seen"',
      `+ - button "In view" [covered-by=dialog "Cookies"]`,
      `+ - button "Seen" [covered-by=dialog "Cookies"]`,
      '+ - dialog "Cookies":',
      '+   - button "Accept"',
    ]);
  });

  it('is what its document says where it is not laid out', async () => {
    const element = await playing();
    element.style.display = 'none';
    const [opened] = await seenIn(element);
    expect(opened).to.include.members(['- button "No box"', '- button "Unseen"', '- button "End of list"']);
  });

  it('leaves what is played alone, and nothing behind', async () => {
    const element = await playing();
    await seek(element, 1);
    const page = pageOf(element);
    await seenIn(element);
    expect(pageOf(element)).to.equal(page);
    expect(element.currentTime).to.equal(1);
    expect(shadowOf(element).querySelectorAll('.page:not(.standby)')).to.have.length(1);
  });

  it('can be called off, and tells how far it is', async () => {
    const element = await playing();
    const stop = new AbortController();
    const shares: number[] = [];
    const onProgress = (share: number) => {
      shares.push(share);
      if (share > 0 && share < 1) stop.abort(new Error('enough'));
    };
    const told = element.transcript({ seen: true }, { signal: stop.signal, onProgress });
    expect(await told.catch((thrown: unknown) => thrown)).to.have.property('message', 'enough');
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).to.equal(true);
    expect(shadowOf(element).querySelectorAll('.page:not(.standby)')).to.have.length(1);
  });
});
