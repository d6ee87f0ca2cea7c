import { expect } from 'chai';
import { openRecording } from '../../../src/core/open-recording.ts';
import type { LeakReport } from '../../../src/core/scan/leak.ts';
import { placesOf } from '../redact/search-export.ts';
import {
  custom,
  element,
  idOf,
  incremental,
  type Json,
  mutation,
  page,
  request,
  START,
  text,
} from '../redact/session.ts';

const MAIL = ['marlene', 'lumen-mail.test'].join('@');

/** Typed letter by letter into a field whose input events are masked, and whose attribute is not. */
function typed(seconds: number, field: Json, value: string): Json[] {
  return Array.from(value).flatMap((_, i) => {
    const at = seconds + i / 100;
    const attributes = [{ id: idOf(field), attributes: { value: value.slice(0, i + 1) } }];
    return [
      incremental(at, { source: 5, id: idOf(field), text: '*'.repeat(i + 1), isChecked: false }),
      mutation(at, { attributes }),
    ];
  });
}

function recordingOf(events: readonly Json[]) {
  return openRecording(new Blob([JSON.stringify(events)]));
}

const told = ({ kind, rule, excerpt, time, nodeId, places }: LeakReport) => ({
  kind,
  rule,
  excerpt,
  time,
  nodeId,
  places,
});

describe('what masked inputs hold in clear', () => {
  const field = element('input', { type: 'text', name: 'who' });

  it('is one finding of its own kind, in the field and wherever else it stands', async () => {
    const recording = await recordingOf([
      ...page([field]),
      request(0.5, { requestBody: JSON.stringify({ who: 'marlene quist' }) }),
      ...typed(1, field, 'Marlene Quist'),
      mutation(5, { adds: [{ parentId: 4, nextId: null, node: text('Dear Marlene Quist,') }] }),
      custom(6, 'bought', { by: btoa(JSON.stringify({ who: 'Marlene Quist' })) }),
    ]);
    expect((await recording.scan()).map(told)).to.deep.equal([
      {
        kind: 'masked-input',
        rule: 'masked-input',
        excerpt: 'Ma••••',
        time: 1.12,
        nodeId: idOf(field),
        places: { 'input': 1, 'network-body': 1, 'text': 1, 'custom': 1 },
      },
    ]);
  });

  it('is told once where it has a form that is looked for, too', async () => {
    const other = 'joe@lumen-mail.test';
    const recording = await recordingOf([
      ...page([field, element('p', {}, text(`${MAIL} or ${other}`))]),
      ...typed(1, field, MAIL),
    ]);
    const found = await recording.scan();
    expect(found.map(({ kind, count }) => [kind, count])).to.deep.equal([
      ['email', 1],
      ['masked-input', 2],
    ]);
  });

  it('is a part of a longer value where that has a form', async () => {
    const recording = await recordingOf([
      ...page([field, element('p', {}, text(`write to ${MAIL}`))]),
      ...typed(1, field, 'marlene'),
    ]);
    const found = await recording.scan();
    expect(found.map(({ kind, places }) => [kind, places])).to.deep.equal([
      ['email', { text: 1 }],
      ['masked-input', { input: 1 }],
    ]);
  });

  it('is found however short, but not looked for elsewhere then', async () => {
    const recording = await recordingOf([
      ...page([field, element('p', {}, text('7 of 9'))]),
      ...typed(1, field, '7'),
    ]);
    expect((await recording.scan()).map(told)).to.deep.equal([
      {
        kind: 'masked-input',
        rule: 'masked-input',
        excerpt: '••••',
        time: 1,
        nodeId: idOf(field),
        places: { input: 1 },
      },
    ]);
  });

  it('is nothing where the recorder kept it masked', async () => {
    const masked = { ...field, attributes: { type: 'text', value: '****' } };
    const attributes = [{ id: idOf(field), attributes: { value: '*****' } }];
    const recording = await recordingOf([...page([masked]), mutation(1, { attributes })]);
    expect(await recording.scan()).to.deep.equal([]);
  });

  it('goes from a copy with its finding, to the last letter; what was not ticked stays', async () => {
    const second = element('input', { name: 'town' });
    const recording = await recordingOf([
      ...page([field, second]),
      ...typed(1, field, 'Marlene Quist'),
      ...typed(3, second, 'Oldenburg'),
      request(5, { requestBody: JSON.stringify({ who: 'Marlene Quist', where: 'Oldenburg' }) }),
    ]);
    const [first] = await recording.scan();
    const { blob, summary } = await recording.redact({ findings: [first!.id] });
    const json = await blob.text();
    expect(placesOf('marlene', json)).to.deep.equal([]);
    expect(json).not.to.match(/"value":"M/);
    expect(json).to.contain('"value":"O"').and.contain('Oldenburg');
    expect(summary?.kinds['masked-inputs']).to.be.greaterThan(0);
    expect(summary?.rules).to.deep.include({
      rule: 'strings',
      index: 0,
      elements: 0,
      texts: 1,
      events: summary?.kinds['masked-inputs'],
    });
    expect(JSON.stringify(summary)).not.to.match(/marlene/i);
  });

  it('comes in the order of its first moment among others', async () => {
    const recording = await recordingOf([
      ...page([field]),
      custom(0.5, 'seen', { by: 'a@lumen-mail.test' }),
      ...typed(1, field, 'Marlene'),
      custom(9, 'seen', { by: 'b@lumen-mail.test' }),
    ]);
    const found = await recording.scan();
    expect(found.map(({ kind }) => kind)).to.deep.equal(['email', 'masked-input', 'email']);
    expect(recording.info.startedAt.getTime()).to.equal(START);
  });
});
