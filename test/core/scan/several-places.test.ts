import { expect } from 'chai';
import { openRecording } from '../../../src/core/open-recording.ts';
import { plainCharacters } from '../../../src/core/scan/plain-characters.ts';
import { scanForLeaks } from '../../../src/core/scan/scan-for-leaks.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';
import { custom, element, idOf, incremental, type Json, page, request, text } from '../redact/session.ts';
import { grouped, iban, luhn } from './invented.ts';

const CARD = luhn('453201511283036');
const groups = CARD.match(/.{4}/g)!;

function typedInto(fields: readonly Json[], values: readonly string[]): Json[] {
  return fields.flatMap((field, i) =>
    Array.from(values[i] ?? '', (_, count) =>
      incremental(i + count / 10, {
        source: 5,
        id: idOf(field),
        text: values[i]!.slice(0, count + 1),
        isChecked: false,
      }),
    ),
  );
}

async function valuesIn(events: readonly Json[]): Promise<readonly string[]> {
  const findings = await scanForLeaks(
    events.map((event) => ({ windowId: 'w', event })),
    { person: null, markers: [] },
    { slicer: new TimeSlicer(() => 1000), signal: new AbortController().signal, progress: () => undefined },
  );
  return findings.map(({ kind, value }) => `${kind} ${value}`);
}

describe('a value that is spread over a page', () => {
  const fields = groups.map(() => element('input', { type: 'text' }));

  it('is found when it was typed into four fields, in whatever order', async () => {
    const typing = typedInto(fields, groups);
    const expected = [`card ${grouped(CARD)}`];
    expect(await valuesIn([...page(fields), ...typing])).to.deep.equal(expected);
    const backwards = typedInto([...fields].reverse(), [...groups].reverse());
    expect(await valuesIn([...page(fields), ...backwards])).to.deep.equal(expected);
  });

  it('is none when one of the fields holds something else', async () => {
    const typing = typedInto(fields, [...groups.slice(0, 2), 'four', groups[3]!]);
    expect(await valuesIn([...page(fields), ...typing])).to.deep.equal([]);
  });

  it('is found in cells, but not over what stands between them', async () => {
    const cells = (texts: readonly string[]) =>
      page([element('div', {}, ...texts.map((each) => element('div', {}, text(each))))]);
    const account = iban('DE', '370400440532013000');
    expect(await valuesIn(cells(groups))).to.deep.equal([`card ${grouped(CARD)}`]);
    expect(await valuesIn(cells(account.match(/.{1,4}/g)!))).to.deep.equal([`iban ${grouped(account)}`]);
    expect(await valuesIn(cells([...groups.slice(0, 2), 'and', ...groups.slice(2)]))).to.deep.equal([]);
  });
});

describe('a value in a long text', () => {
  it('is found whole wherever the text has to be cut', async () => {
    const telling = `IBAN ${grouped(iban('DE', '370400440532013000'))} Tel. 030 2345 6789 password: secret-77, `;
    for (let shift = 0; shift < telling.length; shift += 3) {
      const start = 'words '.repeat(5461).slice(0, 32 * 1024 - shift);
      const found = await valuesIn([
        custom(1, 'note', { note: `${start} ${telling}${'more '.repeat(900)}` }),
      ]);
      expect(found, `cut ${shift} characters in`).to.have.members([
        `iban ${grouped(iban('DE', '370400440532013000'))}`,
        'phone 030 2345 6789',
        'password secret-77',
      ]);
    }
  });
});

describe('a short value', () => {
  it('goes from a copy where it stands by itself, and nothing else with it', async () => {
    const recording = await openRecording(
      new Blob([
        JSON.stringify([
          ...page([element('p', {}, text('Code 7391, order 87391, Canada'))]),
          request(1, { requestBody: '{"cvv":"7391","username":"ada","total":73915}' }),
        ]),
      ]),
    );
    const findings = await recording.scan();
    expect(findings.map(({ kind, excerpt }) => [kind, excerpt])).to.have.deep.members([
      ['card', 'cvv=••••'],
      ['username', 'username=a••••'],
    ]);
    const { blob, summary } = await recording.redact({ findings: findings.map(({ id }) => id) });
    const json = await blob.text();
    expect(summary?.rules.map(({ texts }) => texts)).to.have.members([1, 2]);
    expect(json).to.contain('Code ****, order 87391, Canada').and.contain('73915');
    expect(json).not.to.match(/cvv[^,]*7391|"ada|\bada\b/);
  });
});

describe('a copy without what was found', () => {
  it('has no more to be found, nor letters of what was typed', async () => {
    const field = element('input', { type: 'text', name: 'q' });
    const address = 'jane.doe@lumen-mail.test';
    const typed = Array.from(address, (_, i) =>
      incremental(i, { source: 5, id: idOf(field), text: address.slice(0, i + 1), isChecked: false }),
    );
    const recording = await openRecording(new Blob([JSON.stringify([...page([field]), ...typed])]));
    // On its way it was another address.
    const { blob } = await recording.redact({ strings: [address, address.slice(0, -1)] });
    expect(await blob.text())
      .to.contain('"*'.padEnd(address.length + 1, '*'))
      .and.not.match(/\*[\w@.]/);
    expect(await (await openRecording(blob)).scan()).to.deep.equal([]);
  });
});

describe('plainCharacters', () => {
  it('writes digits, dashes and spaces of all kinds as in ASCII, each in its place', () => {
    expect(
      plainCharacters('\uff0b\uff18\uff11\u3000\u0660\u0669\u2013\u06f1\u2212\u0967\u00a0\u0e51'),
    ).to.equal('+81 09-1-1 1');
    expect(plainCharacters('日本 é 😀')).to.equal('日本 é 😀');
  });
});
