import { expect } from 'chai';
import { openRecording } from '../../../src/core/open-recording.ts';
import {
  custom,
  element,
  idOf,
  incremental,
  type Json,
  mutation,
  page,
  plugin,
  redacted,
  sessionOf,
  START,
  text,
} from './session.ts';

const range = { start: 6, end: 9 };
const move = (seconds: number, source: number, data: object) => incremental(seconds, { source, ...data });
const end = custom(20, 'end', {});

/** What was before 6 s is called `gone`, what is still there then `stays`; nothing of what comes after 9 s stays. */
async function copyOf(
  body: readonly Json[],
  events: readonly Json[],
): Promise<{ json: string; events: readonly Json[] }> {
  const { json, events: kept, blob } = await redacted(sessionOf([...page(body), ...events, end]), { range });
  expect(json).not.to.match(/gone|late/);
  const recording = await openRecording(blob);
  expect(recording.info.warnings).to.deep.equal([]);
  return { json, events: kept };
}

describe('redactSession, of what was there before a range', () => {
  const style = element(
    'style',
    {},
    text('.stays{color:red} .gone{color:blue} @media print{.gone2{} .stays2{}}'),
  );
  const empty = element('style');
  const linked = element('link', { rel: 'stylesheet', _cssText: '.a{}.gone{}' });

  it('leaves out rules that were taken away', async () => {
    const { json } = await copyOf(
      [style, empty, linked],
      [
        move(1, 8, {
          id: idOf(style),
          adds: [
            { rule: '.gone-in{--a: "x;}"}', index: 0 },
            { rule: '.stays-in{}', index: 1 },
          ],
        }),
        move(2, 8, { id: idOf(style), removes: [{ index: 0 }] }),
        // Now: stays-in, stays, gone, media.
        move(2, 8, { id: idOf(style), removes: [{ index: 2 }] }),
        move(3, 8, {
          id: idOf(style),
          removes: [{ index: [2, 0] }],
          adds: [{ rule: '.stays3{}', index: [2, 2] }],
        }),
        move(3, 8, { id: idOf(empty), adds: [{ rule: '.gone{}' }, { rule: '.stays4{}' }] }),
        move(4, 8, { id: idOf(empty), removes: [{ index: 1 }] }),
        move(4, 8, { id: idOf(linked), removes: [{ index: 1 }] }),
        move(7, 8, { id: idOf(empty), adds: [{ rule: '.new{}', index: 1 }] }),
      ],
    );
    expect(json).to.contain('.stays-in{}\\n.stays{color:red}\\n @media print{ .stays2{}.stays3{}}');
    expect(json).to.contain('"adds":[{"rule":".stays4{}","index":0}]').and.to.contain('".new{}","index":1');
  });

  it('leaves out declarations that have another value now', async () => {
    const inline = element('p', { style: '--a: "gone;"; color: red; --b: url(gone)' });
    const { json } = await copyOf(
      [style, inline],
      [
        move(1, 8, { id: idOf(style), removes: [{ index: 1 }, { index: [1, 0] }] }),
        move(1, 13, { id: idOf(style), index: [0], set: { property: '--x', value: '"gone"' } }),
        move(2, 13, {
          id: idOf(style),
          index: [0],
          set: { property: '--x', value: '"stays"', priority: 'important' },
        }),
        move(2, 13, { id: idOf(style), index: [0], set: { property: '--y', value: 'gone' } }),
        move(3, 13, { id: idOf(style), index: [0], remove: { property: '--y' } }),
        mutation(3, {
          attributes: [{ id: idOf(inline), attributes: { style: { '--a': '"stays"', '--b': false } } }],
        }),
      ],
    );
    expect(json)
      .to.contain('.stays{color:red;--x: \\"stays\\" !important;}')
      .and.to.contain('"style":" color: red;"');
  });

  it('leaves out adopted sheets that nothing uses, until something does again', async () => {
    const rules = (...names: string[]) => names.map((name, index) => ({ rule: `.${name}{}`, index }));
    const { json, events } = await copyOf(
      [],
      [
        move(1, 15, {
          id: 1,
          styleIds: [1, 2, 3],
          styles: [
            { styleId: 1, rules: rules('stays', 'gone') },
            { styleId: 2, rules: rules('gone') },
            { styleId: 3, rules: rules('again', 'gone') },
          ],
        }),
        move(2, 15, { id: 1, styleIds: [1] }),
        move(3, 8, { styleId: 1, removes: [{ index: 1 }] }),
        move(4, 8, { styleId: 3, removes: [{ index: 1 }] }),
        move(7, 8, { styleId: 3, adds: [{ rule: '.again2{}', index: 1 }] }),
        move(8, 15, { id: 1, styleIds: [1, 3] }),
        move(8.5, 8, { styleId: 3, adds: [{ rule: '.again3{}', index: 0 }] }),
      ],
    );
    const adopted = events
      .filter(({ data }) => (data as Json)['source'] === 15)
      .map(({ data }) => data as Json);
    expect(adopted).to.deep.equal([
      { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: rules('stays') }] },
      { source: 15, id: 1, styleIds: [1, 3], styles: [{ styleId: 3, rules: rules('again', 'again2') }] },
    ]);
    expect(json).to.contain('.again3{}');
  });

  it('leaves out sheets whose rules were replaced', async () => {
    const { json } = await copyOf(
      [],
      [
        move(1, 15, { id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: '.gone{}' }] }] }),
        move(2, 8, { styleId: 1, replaceSync: '.gone2{}' }),
        move(3, 8, { styleId: 1, replace: '.stays{} .stays2{}' }),
      ],
    );
    expect(json).to.contain('.stays{}');
  });

  it('leaves out what was cleared from a canvas or painted over', async () => {
    const call = (property: string, ...args: unknown[]) => ({ property, args });
    const set = (property: string, value: unknown) => ({ property, args: [value], setter: true });
    const canvas = (attributes: object = {}) =>
      element('canvas', { width: '400', height: '200', ...attributes });
    const [cleared, scaled, painted, part, sized, asked] = Array.from({ length: 6 }, () =>
      canvas({ rr_dataURL: 'data:image/png;base64,c3RheXM=' }),
    );
    const snapped = canvas({ rr_dataURL: 'data:gone' });
    const draw = (seconds: number, node: Json | undefined, ...commands: object[]) =>
      move(seconds, 9, { id: node?.['id'], type: 0, commands });
    const { events } = await copyOf(
      [cleared, scaled, painted, part, sized, asked, snapped].filter((node) => node !== undefined),
      [
        draw(1, cleared, set('font', '20px Arial'), call('fillText', 'gone', 1, 20)),
        draw(2, cleared, call('clearRect', 0, 0, 400, 200), call('fillText', 'stays1', 1, 20)),
        draw(
          1,
          scaled,
          call('scale', 2, 2),
          call('strokeText', 'gone', 1, 20),
          call('clearRect', 0, 0, 200, 100),
          call('fillText', 'stays2', 1, 2),
        ),
        draw(
          1,
          painted,
          call('fillText', 'gone', 1, 20),
          set('fillStyle', '#fff'),
          call('fillRect', 0, 0, 400, 200),
        ),
        draw(
          2,
          painted,
          call('fillText', 'stays3', 1, 2),
          set('fillStyle', 'rgba(0, 0, 0, 0.5)'),
          call('fillRect', 0, 0, 400, 200),
        ),
        draw(
          1,
          part,
          call('fillText', 'gone', 10, 20),
          call('fillText', 'stays4', 10, 90),
          call('clearRect', 0, 0, 400, 40),
        ),
        draw(1, sized, call('fillText', 'gone', 1, 20)),
        mutation(2, { attributes: [{ id: sized?.['id'], attributes: { width: '400' } }] }),
        draw(3, sized, call('fillText', 'stays5', 1, 20)),
        draw(1, asked, call('measureText', 'gone'), call('fillText', 'stays6', 1, 20)),
        draw(1, snapped, call('reset')),
      ],
    );
    const drawn = events.filter(({ data }) => (data as Json)['source'] === 9);
    const texts = [...JSON.stringify(drawn).matchAll(/stays\d/g)].map(([name]) => name);
    expect(texts).to.have.members(['stays1', 'stays2', 'stays3', 'stays4', 'stays5', 'stays6']);
    expect(JSON.stringify(drawn)).to.contain('20px Arial');
  });

  it('leaves out what stood in a field before something else was typed', async () => {
    const input = element('input', { value: 'gone' });
    const area = element('textarea', { value: 'gone' });
    const box = element('input', { type: 'checkbox', value: 'stays' });
    const typed = [input, area, box].map((node) =>
      move(2, 5, { id: idOf(node), text: 'typed', isChecked: true }),
    );
    const { json } = await copyOf([input, area, box], typed);
    expect(json.match(/"value":"typed"/g)).to.have.lengthOf(2);
    expect(json).to.contain('"value":"stays"');
  });

  it('leaves out requests and lines of other moments that are told of in it', async () => {
    const at = START / 1000;
    const { json } = await copyOf(
      [],
      [
        plugin(7, 'network', {
          requests: [
            { name: 'gone1', timeOrigin: START, startTime: 4000, endTime: 6900 },
            { name: 'stays1', timeOrigin: START, startTime: 6500, endTime: 6900 },
            { name: 'gone2', entryType: 'paint', timeOrigin: START, startTime: 1000 },
            { name: 'gone3', entryType: 'serverTiming', timestamp: START + 500 },
            { name: 'late', timestamp: START + 9500 },
          ],
        }),
        plugin(8, 'network', {
          requests: [
            { name: 'gone4', startTime: 1000, endTime: 2000 },
            { name: 'stays2', startTime: 5000, endTime: 5500 },
          ],
        }),
        plugin(8, 'network', {
          requests: [
            { name: 'gone5', duration: 3000 },
            { name: 'stays3', duration: 30 },
          ],
        }),
        custom(7, 'performanceSpan', {
          op: 'resource.fetch',
          startTimestamp: at + 2,
          endTimestamp: at + 7,
          description: 'gone6',
        }),
        custom(7, 'performanceSpan', {
          op: 'resource.fetch',
          startTimestamp: at + 6.5,
          endTimestamp: at + 7,
          description: 'stays4',
        }),
        custom(7, 'breadcrumb', { category: 'console', timestamp: at + 2, message: 'gone7' }),
        custom(7, 'breadcrumb', { category: 'console', timestamp: at + 6.5, message: 'stays5' }),
      ],
    );
    expect(Array.from(json.matchAll(/stays\d/g), ([name]) => name)).to.have.members(
      'stays1 stays2 stays3 stays4 stays5'.split(' '),
    );
  });

  it('leaves out what says itself that it was before, whatever it writes times in', async () => {
    const at = START / 1000;
    const before = (name: string, more: object) => custom(7, name, { message: 'gone', ...more });
    const { json } = await copyOf(
      [],
      [
        plugin(7, 'network', { requests: [{ name: 'gone', startTime: '1000', timeOrigin: String(START) }] }),
        plugin(7.1, 'network', {
          requests: [{ name: 'gone', timestamp: new Date(START + 2000).toISOString() }],
        }),
        plugin(7.2, 'network', {
          requests: [{ name: 'gone', timestamp: START + 7000, timeOrigin: START, startTime: 500 }],
        }),
        plugin(7, 'network', [{ name: 'gone', timestamp: START + 2000 }, { name: 'stays1' }]),
        plugin(7, 'network', { name: 'gone', timestamp: START + 2000 }),
        plugin(7, 'console', { level: 'log', payload: ['"gone"'], timestamp: START + 1000 }),
        move(7, 11, { level: 'log', payload: ['"gone"'], trace: [], timestamp: START + 1000 }),
        before('breadcrumb', { category: 'console', timestamp: String(at + 2) }),
        before('breadcrumb', { category: 'ui.click', timestamp: new Date(START + 2000).toISOString() }),
        before('performanceSpan', { op: 'memory', endTimestamp: at + 2 }),
        before('$exception', { timestamp: START + 3000 }),
        custom(7, 'bought', { message: 'stays2', timestamp: START + 7000, took: 1500 }),
        custom(7, 'read', { message: 'stays3', timestamp: 5321.5 }),
      ],
    );
    expect(Array.from(json.matchAll(/stays\d/g), ([name]) => name)).to.deep.equal([
      'stays1',
      'stays2',
      'stays3',
    ]);
  });

  it('leaves out what the format does not know of what users did, and sheets of what is gone', async () => {
    const box = { ...element('div'), isShadowHost: true };
    const [film, canvas] = [element('video'), element('canvas')];
    const note = 'gone';
    const { json } = await copyOf(
      [box, film, canvas],
      [
        move(1, 15, { id: idOf(box), styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: '.gone{}' }] }] }),
        mutation(2, { removes: [{ id: idOf(box), parentId: 4 }] }),
        move(2, 3, { id: 4, x: 1, y: 50, note }),
        move(2, 1, { positions: [{ x: 1, y: 1, id: 4, timeOffset: 0, note }], note }),
        move(2, 14, { ranges: [{ start: 4, end: 4, startOffset: 0, endOffset: 0, text: note }], note }),
        move(2, 7, { id: idOf(film), type: 0, currentTime: 1, src: note }),
        move(2, 9, {
          id: idOf(canvas),
          type: 0,
          commands: [
            { property: 'fillText', args: ['gone', 5, 20] },
            { property: 'beginPath', args: [] },
            { property: 'rect', args: [0, 0, 300, 150] },
            { property: 'fill', args: [] },
            { property: 'fillText', args: ['stays', 5, 20] },
          ],
        }),
      ],
    );
    expect(json).to.contain('"y":50').and.contain('stays');
  });
});
