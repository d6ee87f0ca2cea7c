import { expect } from 'chai';
import {
  attribute,
  custom,
  element,
  idOf,
  incremental,
  type Json,
  mutation,
  page,
  plugin,
  redacted,
  request,
  sessionOf,
  START,
  text,
} from './session.ts';

const VALUE = 'Jane Roe-Quist 4711';
const STEPS = Array.from(VALUE, (_, i) => VALUE.slice(0, i + 1));
const heading = element('h1', {}, text(''));
const [headingText] = heading['childNodes'] as readonly Json[];
const list = element('ul');
const canvas = element('canvas');
const set = (i: number, attributes: object) => attribute(i, heading, attributes);
const written = (i: number, value: string) => mutation(i, { texts: [{ id: headingText?.['id'], value }] });
const headers = (i: number, requestHeaders: object) => request(i, { requestHeaders });

/** Nodes as recorders add them, from the last one to the first. */
function added(i: number, ...items: readonly string[]): Json {
  const adds = items.map((item) => ({ block: element('li'), own: text(item) })).toReversed();
  return mutation(i, {
    adds: adds.flatMap(({ block, own }, at) => [
      { parentId: idOf(list), nextId: at === 0 ? null : idOf(adds[at - 1]!.block), node: block },
      { parentId: idOf(block), nextId: null, node: own },
    ]),
  });
}

function snapshot(i: number, step: string): Json {
  const node = { ...element('h2', { title: step }, { ...text(step), id: 9001 }), id: 9000 };
  return { ...page([node], i)[1], timestamp: START + i * 1000 };
}

/** Ways in which more changes at each letter than the letter. */
const WAYS: Readonly<Record<string, (step: string, i: number) => Json>> = {
  'behind a count': (step, i) => written(i, `${140 - 7 * i} results for ${step}`),
  'in front of a count': (step, i) => written(i, `${step} (${140 - 7 * i})`),
  'behind a time': (step, i) => written(i, `12:0${i % 10}:${10 + i} ${step}`),
  'in a title with a count': (step, i) => set(i, { title: `${step} – ${(i * 37) % 100} found` }),
  'in a style': (step, i) => set(i, { style: `--query: "${step}"; color: red` }),
  'in a property': (step, i) => set(i, { style: { '--query': `"${step}"` } }),
  'first in a list': (step, i) => added(i, step, 'Other', `More ${i}`),
  'amid a list': (step, i) => added(i, `New ${i}`, step, 'Other'),
  'in a page that is recorded anew': (step, i) => snapshot(i, step),
  'on a canvas': (step, i) =>
    incremental(i, {
      source: 9,
      id: idOf(canvas),
      type: 0,
      commands: [{ property: 'fillText', args: [step, 1, 2] }],
    }),
  'in lines of the console': (step, i) =>
    plugin(i, 'console', { level: 'log', payload: ['"for"', JSON.stringify(step)] }),
  'in lists of the site': (step, i) => custom(i, 'asked', [step, i]),
  'in breadcrumbs': (step, i) =>
    custom(i, 'breadcrumb', { category: 'console', data: { arguments: ['for', step] } }),
  'in cookies': (step, i) => headers(i, { cookie: `n=${i}; q=${encodeURIComponent(step)}; of=${7 * i}` }),
  'amid a path': (step, i) =>
    request(i, { name: `https://shop.test/find/${encodeURIComponent(step)}/all?at=${17 * i}` }),
  'in a body of several parts': (step, i) =>
    request(i, {
      requestBody: `--b${i}\r\nContent-Disposition: form-data; name="q"\r\n\r\n${step}\r\n--b${i}--`,
    }),
  'in JSON in JSON': (step, i) =>
    request(i, { requestBody: JSON.stringify({ at: i, variables: JSON.stringify({ q: step, n: 7 * i }) }) }),
  'in markup': (step, i) => custom(i, 'html', { html: `<p>${i} <b>${step}</b></p>` }),
  'in texts of one letter each': (step, i) =>
    mutation(i, { adds: [{ parentId: idOf(heading), nextId: null, node: text(step.slice(-1)) }] }),
};

describe('redactSession, letter by letter', () => {
  for (const [how, write] of Object.entries(WAYS)) {
    it(`leaves no letter of what was written ${how}`, async () => {
      const steps = STEPS.map((step, i) => write(step, i + 1));
      const { events } = await redacted(sessionOf([...page([heading, list, canvas]), ...steps]), {
        strings: [VALUE],
      });
      for (const [i, event] of events.slice(2).entries())
        expect(JSON.stringify(event), STEPS[i]).not.to.match(/"J|[=“/: >]J[a ("&*%\\<]|Ja|ane|oe|Qui/);
    });
  }

  it('leaves other texts of the same places', async () => {
    const kept = ['Jan', 'Total', 'January 4', '12 results for Bob'];
    const steps = [...kept, `9 results for ${VALUE}`].map((step, i) => written(i + 1, step));
    const { json } = await redacted(sessionOf([...page([heading]), ...steps]), { strings: [VALUE] });
    for (const one of kept) expect(json).to.contain(`"${one}"`);
  });

  it('leaves nothing of a text that has all of it in another spelling', async () => {
    const card = ['4111 1111 1111 1234', '4111-1111-1111-1234', '4111111111111234'];
    const steps = card.map((step, i) => request(i + 1, { requestBody: JSON.stringify({ n: step }) }));
    const { json } = await redacted(sessionOf([...page([]), ...steps]), { strings: [card[1]!] });
    expect(json).not.to.match(/4111|1234/);
  });
});
