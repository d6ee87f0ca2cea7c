import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { openRecording } from '../../src/core/index.ts';
import { RecordingStore } from '../../src/library/recording-store.ts';
import { maskAddress, namesSecret } from '../../src/record/masking.ts';
import { getRecording, listRecordings, record, type RecordOptions } from '../../src/record/index.ts';
import { eventually, pageOf } from '../player-harness.ts';
import '../../src/define.ts';

/** Fields, what is typed into them, and whether it is nobody's business whatever the page says. */
const FIELDS = [
  ['<input aria-label="Name" data-field>', 'ada-lovelace', false],
  ['<textarea aria-label="Remarks" data-field></textarea>', 'ring-twice', false],
  ['<div contenteditable aria-label="Letter" data-field></div>', 'dear-all', false],
  ['<input type="password" aria-label="Entry" data-field>', 'hunter2-open', true],
  ['<input name="cardNumber" data-field>', '4242424242424242', true],
  ['<input id="api_token" data-field>', 'tok-51h8s', true],
  ['<label>Card number <input data-field></label>', '5555444433332222', true],
  ['<input autocomplete="one-time-code" data-field>', '771204', true],
  ['<textarea placeholder="Your secret question" data-field></textarea>', 'blue-whale', true],
] as const;

describe('record', () => {
  const startedWith = location.href;
  afterEach(async () => {
    history.replaceState(null, '', startedWith);
    await new RecordingStore().deleteAll();
  });

  /** Types into every field while it is recorded. */
  async function typed(options?: RecordOptions): Promise<{ file: File; text: string }> {
    const form = await fixture<HTMLElement>(html`<form></form>`);
    form.innerHTML = `<h1>Payment fails</h1><input type="hidden" name="csrf" value="csrf-9981">${FIELDS.map(([field]) => field).join('')}<button>Pay</button>`;
    const recording = record(options);
    await recording.started;
    for (const [index, field] of [...form.querySelectorAll<HTMLElement>('[data-field]')].entries()) {
      field.focus();
      await sendKeys({ type: FIELDS[index]![1] });
    }
    form.querySelector('button')!.focus();
    const file = await recording.stop();
    return { file, text: await file.text() };
  }

  it('gives a file that opens, and in which nothing of what was typed stands', async () => {
    const { file, text } = await typed();
    expect(file.name).to.match(/^recording-\d{4}-\d\d-\d\dT[\d-]+Z\.jsonl$/);
    for (const [, words] of FIELDS) expect(text).not.to.include(words);
    expect(text).not.to.include('csrf-9981');
    expect(text).to.include('*'.repeat('4242424242424242'.length));
    const opened = await openRecording(file);
    expect(opened.info.producer.library).to.equal('portable-replay');
    const texts = await opened.search('Payment fails');
    expect(texts).to.have.length(1);
    await opened.close();
    // Nothing is stored without being asked for.
    expect(await listRecordings()).to.deep.equal([]);
  });

  it('masks by name what is secret where the page wants other fields to be seen', async () => {
    const { text } = await typed({ maskAllInputs: false });
    for (const [, words, isSecret] of FIELDS) expect(text.includes(words), words).to.equal(!isSecret);
  });

  it('is shown by the player', async () => {
    const { file } = await typed();
    const replay = await fixture<HTMLElementTagNameMap['portable-replay']>(
      html`<portable-replay></portable-replay>`,
    );
    await replay.load(file);
    await eventually(() => pageOf(replay).querySelector('h1')?.textContent === 'Payment fails');
  });

  it('hides what it is told to, and values of addresses that go by a secret name', async () => {
    history.replaceState(null, '', '?order=17&reset_token=r-5512#access_token=a-8812');
    await fixture(
      html`<p class="note">ring-the-bell</p>
        <p class="box">in-the-box</p>`,
    );
    const recording = record({ maskTextSelector: '.note', blockSelector: '.box' });
    await recording.started;
    const text = await (await recording.stop()).text();
    for (const hidden of ['ring-the-bell', 'in-the-box', 'r-5512', 'a-8812'])
      expect(text).not.to.include(hidden);
    expect(text).to.include('order=17&reset_token=*#access_token=*');
  });

  it('keeps the recording on the device, too, or hands it to a function', async () => {
    const handed: unknown[] = [];
    for (const store of ['indexeddb', (batch: unknown) => handed.push(batch)] as const) {
      const { text } = await typed({ store });
      if (typeof store === 'string') {
        await eventually(async () => (await listRecordings()).length === 1);
        const { id } = (await listRecordings())[0]!;
        await eventually(async () => (await (await getRecording(id))![0]!.text()) === text);
      } else {
        await eventually(() => handed.map((batch) => `${JSON.stringify(batch)}\n`).join('') === text);
      }
    }
  });

  it('records one tab once, and again after it was stopped', async () => {
    const recording = record();
    expect(() => record()).to.throw('call stop() first');
    const [one, other] = await Promise.all([recording.stop(), recording.stop()]);
    expect(one).to.equal(other);
    expect((await record().stop()).size).to.be.above(0);
  });

  for (const [name, isSecret] of [
    ['password', true],
    ['newPassword', true],
    ['card_number', true],
    ['creditcard', true],
    ['cvc', true],
    ['user-pin', true],
    ['X-Api-Key', true],
    ['access_token', true],
    ['passenger', false],
    ['shipping', false],
    ['company', false],
    ['author', false],
    ['q', false],
  ] as const)
    it(`takes ${name} for a ${isSecret ? 'secret' : 'harmless'} name`, () => {
      expect(namesSecret(name)).to.equal(isSecret);
      expect(maskAddress(`https://x.test/?a=1&${name}=v-1`)).to.equal(
        `https://x.test/?a=1&${name}=${isSecret ? '*' : 'v-1'}`,
      );
    });
});
