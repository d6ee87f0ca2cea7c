import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pageOf, player, seek, shadowOf, textOn, wordsOf } from './player-harness.ts';
import { addressOf, bytesOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const EMAIL = ['casey', 'lumen-mail.test'].join('@');

/** A recording of ours in which somebody's address stands in a console line and in a request. */
async function withLeak(): Promise<Blob> {
  const parsed = JSON.parse(new TextDecoder().decode(await bytesOf('checkout.v2.json'))) as {
    data: { snapshots: { timestamp: number; windowId: unknown }[] };
  };
  const { timestamp, windowId } = parsed.data.snapshots.at(-1)!;
  const line = { level: 'log', payload: [JSON.stringify(`mail to ${EMAIL} failed`)], trace: [] };
  const request = { name: `https://api.test/?to=${encodeURIComponent(EMAIL)}&page=2`, entryType: 'resource' };
  const plugins = [
    { plugin: 'rrweb/console@1', payload: line },
    { plugin: 'rrweb/network@1', payload: { requests: [request] } },
  ];
  const events = plugins.map((data, i) => ({ type: 6, timestamp: timestamp + i + 1, windowId, data }));
  parsed.data.snapshots.push(...events);
  return new Blob([JSON.stringify(parsed)]);
}

function panelOf(element: Player) {
  const root = shadowOf(element).querySelector('replay-share-panel')?.shadowRoot;
  if (!root) throw new Error('The panel is not there');
  const part = (name: 'replay-leak-list' | 'replay-redact-form' | 'replay-copy-maker') => {
    const found = root.querySelector(name);
    if (!found) throw new Error(`${name} is not there`);
    return { element: found, root: found.shadowRoot! };
  };
  return {
    root,
    leaks: part('replay-leak-list'),
    form: part('replay-redact-form'),
    copy: part('replay-copy-maker'),
  };
}

async function open(element: Player) {
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
  await sendKeys({ press: 's' });
  await element.updateComplete;
  const panel = panelOf(element);
  await panel.copy.element.updateComplete;
  return panel;
}

const buttonIn = (root: ShadowRoot, text: string) =>
  [...root.querySelectorAll('button')].find((button) => button.textContent.trim() === text)!;

function fill(root: ShadowRoot, name: string, value: string): void {
  const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** What stands in the fields of the panel and is ticked in it, by label. */
async function filledIn(panel: Awaited<ReturnType<typeof open>>): Promise<Record<string, unknown>> {
  const parts = [panel.leaks, panel.form, panel.copy];
  await Promise.all(parts.map(({ element }) => element.updateComplete));
  const fields = parts.flatMap(({ root }) => [
    ...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
  ]);
  return Object.fromEntries(
    fields.map((field) => [
      wordsOf(field.labels![0]!),
      'checked' in field && field.type !== 'text' ? field.checked : field.value,
    ]),
  );
}

async function lookForLeaks(panel: Awaited<ReturnType<typeof open>>): Promise<void> {
  buttonIn(panel.leaks.root, 'Look for leaks').click();
  await waitUntil(() => panel.leaks.root.querySelector('.thing'), 'nothing found', { timeout: 10_000 });
}

/** Clicks an element of the replayed page through what lies over it. */
async function pick(element: Player, selector: string): Promise<void> {
  const iframe = shadowOf(element).querySelector('iframe')!;
  const frame = iframe.getBoundingClientRect();
  const scale = frame.width / iframe.offsetWidth;
  const box = pageOf(element).querySelector(selector)!.getBoundingClientRect();
  const at = { clientX: frame.left + (box.left + 5) * scale, clientY: frame.top + (box.top + 5) * scale };
  const click = new MouseEvent('click', { bubbles: true, composed: true, ...at });
  shadowOf(element).querySelector('.stage')!.dispatchEvent(click);
  await element.updateComplete;
}

/** Makes a copy by the panel and hands it back instead of to the reader's disk. */
async function savedFrom(panel: Awaited<ReturnType<typeof open>>): Promise<string> {
  buttonIn(panel.copy.root, 'Make the copy').click();
  await waitUntil(() => panel.copy.root.querySelector('[part="save"]'), 'no copy', { timeout: 10_000 });
  const created = new Promise<Blob>((resolve) => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      URL.createObjectURL = create;
      resolve(blob);
      return create(blob);
    };
  });
  panel.copy.root.querySelector<HTMLElement>('[part="save"]')!.click();
  return (await created).text();
}

describe('the panel for handing a recording on', () => {
  it('is opened by its button and its key, is accessible, and is closed by Escape', async () => {
    const element = await player(await withLeak());
    const panel = await open(element);
    await expect(panel.root.host).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(shadowOf(element).querySelector('replay-share-panel')).to.equal(null);
    await sendKeys({ press: 'i' });
    await element.updateComplete;
    const about = shadowOf(element).querySelector('replay-about-panel')!;
    await about.updateComplete;
    about.shadowRoot!.querySelector<HTMLElement>('[part="share"]')!.click();
    await element.updateComplete;
    panelOf(element);
  });

  it('finds a leak, shows its moment, and removes it from the copy wherever it stands', async () => {
    const element = await player(await withLeak());
    const panel = await open(element);
    await lookForLeaks(panel);
    expect(panel.leaks.root.textContent).to.include('Email address').and.not.to.include(EMAIL);
    const time = panel.leaks.root.querySelector<HTMLElement>('.time')!;
    time.click();
    await waitUntil(() => element.currentTime > element.duration - 0.1, 'it did not go there');
    await expect(panel.root.host).to.be.accessible();
    const text = await savedFrom(panel);
    for (const secret of [EMAIL, encodeURIComponent(EMAIL), 'casey']) expect(text).not.to.include(secret);
    expect(text).to.include('page=2');
    expect(panel.copy.root.textContent).to.match(/Removed: \d+ text match(es)?\./);
  });

  it('leaves what was unticked, and says that nothing was removed', async () => {
    const element = await player(await withLeak());
    const panel = await open(element);
    await lookForLeaks(panel);
    panel.leaks.root.querySelector('input')!.click();
    const text = await savedFrom(panel);
    expect(text).to.include(EMAIL);
    expect(panel.copy.root.textContent).to.include('Nothing was removed');
  });

  it('removes what is filled in: selectors, texts, patterns, parameters, kinds and a range', async () => {
    const element = await player(await withLeak());
    await seek(element, 10);
    const title = textOn(element, 'h1')!;
    const panel = await open(element);
    fill(panel.form.root, 'selectors', 'h1');
    fill(panel.form.root, 'patterns', '/\\d+ s in the shop/');
    fill(panel.form.root, 'parameters', 'to');
    fill(panel.form.root, 'from', '0:08');
    panel.form.root.querySelector<HTMLInputElement>('[value="console"]')!.click();
    const text = await savedFrom(panel);
    for (const secret of [title, EMAIL, encodeURIComponent(EMAIL), 's in the shop', 'rrweb/console@1']) {
      expect(text, secret).not.to.include(secret);
    }
    const copy = await player(new Blob([text]));
    expect(copy.duration).to.be.lessThan(element.duration - 7);
    await seek(copy, 10 - (element.duration - copy.duration));
    expect(textOn(copy, 'h1')).to.equal(title.replace(/\S/g, '*'));
    expect(textOn(copy, '#clock')).to.match(/^[\s*]+$/);
  });

  it('keeps the moment on screen in a range that begins or ends with it', async () => {
    const element = await player(await withLeak());
    const panel = await open(element);
    const moments = [
      [10.25, '0:10.25'],
      [12.3456789, '0:12.345'],
      [11, '0:11'],
    ] as const;
    for (const [time, from] of moments) {
      await seek(element, time);
      buttonIn(panel.form.root, 'From here').click();
      await element.updateComplete;
      expect(Object.values(await filledIn(panel))).to.include(from);
    }
    await seek(element, 12.3456789);
    buttonIn(panel.form.root, 'To here').click();
    await element.updateComplete;
    expect(Object.values(await filledIn(panel))).to.include('0:12.346');
    const copy = await player(new Blob([await savedFrom(panel)]));
    expect(copy.duration).to.be.closeTo(1.346, 1e-6);
  });

  it('says of the person what stays', async () => {
    const panel = await open(await player(await withLeak()));
    const label = panel.form.root.querySelector<HTMLInputElement>('[value="person"]')!.labels![0]!;
    expect(wordsOf(label)).to.match(
      /^The person With .* public key and all other texts of the pages stay\.$/,
    );
  });

  describe('where an input was masked in vain', () => {
    /** Somebody types a name into a field, whose attribute tells it; a request has it, too. */
    async function withMaskedInput(): Promise<Blob> {
      const parsed = JSON.parse(await (await withLeak()).text()) as {
        data: { snapshots: { timestamp: number; windowId: unknown }[] };
      };
      const { timestamp, windowId } = parsed.data.snapshots.at(-1)!;
      const node = { type: 2, id: 90_001, tagName: 'input', attributes: { type: 'text' }, childNodes: [] };
      const nothing = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
      const keys = Array.from('Quistorp').flatMap((_, i) => [
        { type: 3, data: { source: 5, id: 90_001, text: '*'.repeat(i + 1), isChecked: false } },
        {
          type: 3,
          data: {
            ...nothing,
            attributes: [{ id: 90_001, attributes: { value: 'Quistorp'.slice(0, i + 1) } }],
          },
        },
      ]);
      const request = { name: 'https://api.test/?who=Quistorp', entryType: 'resource' };
      const events = [
        { type: 3, data: { ...nothing, adds: [{ parentId: 1, nextId: null, node }] } },
        ...keys,
        { type: 6, data: { plugin: 'rrweb/network@1', payload: { requests: [request] } } },
      ].map((event, i) => ({ ...event, timestamp: timestamp + i + 1, windowId }));
      parsed.data.snapshots.push(...events);
      return new Blob([JSON.stringify(parsed)]);
    }

    it('takes its value out everywhere by one tick', async () => {
      const element = await player(await withMaskedInput());
      const panel = await open(element);
      expect(await savedFrom(panel))
        .to.include('Quistorp')
        .and.to.include('"value":"Q"');
      const tick = panel.form.root.querySelector<HTMLInputElement>('[value="masked-inputs"]')!;
      expect(wordsOf(tick.labels![0]!)).to.match(/^Values of masked inputs found elsewhere/);
      tick.click();
      await waitUntil(() => !panel.copy.root.querySelector('[part="save"]'), 'the old copy is there');
      const text = await savedFrom(panel);
      expect(text).not.to.match(/quist|"value":"Q/i);
      expect(text, 'the rest stays').to.include(EMAIL);
    });

    it('finds it, and takes it out with what else was found', async () => {
      const element = await player(await withMaskedInput());
      const panel = await open(element);
      await lookForLeaks(panel);
      const rows = [...panel.leaks.root.querySelectorAll('.thing label')].map(wordsOf);
      expect(rows).to.have.length(2);
      expect(rows[1]).to.match(/^Value of a masked input Qu•••• in a field, 2 times$/);
      expect(await savedFrom(panel)).not.to.match(/quist|casey|"value":"Q/i);
    });
  });

  it('says what cannot be meant, and loses nothing', async () => {
    const element = await player(await withLeak());
    const panel = await open(element);
    const mistakes = [
      ['patterns', '(', '"(" is not a valid regular expression.'],
      ['selectors', 'div[', '"div[" is not a valid selector.'],
      ['from', '1:9:x', 'Write times like 1:02. The end must come after the start.'],
    ] as const;
    for (const [name, value, told] of mistakes) {
      fill(panel.form.root, name, value);
      buttonIn(panel.copy.root, 'Make the copy').click();
      const alert = () => panel.copy.root.querySelector('.alert')?.textContent ?? '';
      await waitUntil(() => alert().includes(told), name);
      fill(panel.form.root, name, '');
    }
    expect(await savedFrom(panel)).to.include(EMAIL);
  });

  it('removes an element that is picked on the page', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 10);
    const title = textOn(element, 'h1')!;
    const panel = await open(element);
    buttonIn(panel.form.root, 'Pick an element on the page').click();
    await element.updateComplete;
    const stage = shadowOf(element).querySelector<HTMLElement>('.stage')!;
    expect(stage.classList.contains('picking')).to.equal(true);
    await pick(element, 'h1');
    await panel.form.element.updateComplete;
    expect(element.paused, 'a click that picks does not play').to.equal(true);
    expect(panel.form.root.querySelector('.thing')!.textContent).to.include('h1');
    expect(await savedFrom(panel)).not.to.include(title);
  });

  it('stops picking by pointer and by key, and picks nothing then', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    await seek(element, 10);
    const panel = await open(element);
    const start = buttonIn(panel.form.root, 'Pick an element on the page');
    const stage = shadowOf(element).querySelector<HTMLElement>('.stage')!;
    const stops: Record<string, () => unknown> = {
      pointer: () => buttonIn(shadowOf(element), 'Stop').click(),
      key: () => sendKeys({ press: 'Escape' }),
    };
    for (const [name, stop] of Object.entries(stops)) {
      start.click();
      await element.updateComplete;
      expect(stage.classList.contains('picking'), name).to.equal(true);
      await stop();
      await element.updateComplete;
      await panel.form.element.updateComplete;
      expect(stage.classList.contains('picking'), name).to.equal(false);
      expect(getComputedStyle(panel.root.host).visibility, name).to.equal('visible');
      expect(panel.form.root.querySelector('.thing'), name).to.equal(null);
      expect(element.paused, name).to.equal(true);
    }
  });

  describe('what was filled in', () => {
    async function fillIn(panel: Awaited<ReturnType<typeof open>>): Promise<void> {
      await lookForLeaks(panel);
      panel.leaks.root.querySelector('input')!.click();
      fill(panel.form.root, 'selectors', 'h1\n.price');
      fill(panel.form.root, 'strings', 'Lumen');
      fill(panel.form.root, 'patterns', '/\\d+ s in the shop/');
      fill(panel.form.root, 'parameters', 'to');
      fill(panel.form.root, 'to', '0:20');
      panel.form.root.querySelector<HTMLInputElement>('[value="person"]')!.click();
      buttonIn(panel.form.root, 'From here').click();
    }

    it('is there again when the panel was closed and opened', async () => {
      const element = await player(await withLeak());
      await seek(element, 3);
      const panel = await open(element);
      await fillIn(panel);
      const filled = await filledIn(panel);
      expect(Object.values(filled)).to.include.members(['h1\n.price', 'Lumen', '0:03', '0:20', true, false]);
      panel.root.querySelector<HTMLElement>('[part="close"]')!.click();
      await element.updateComplete;
      expect(shadowOf(element).querySelector('replay-share-panel')).to.equal(null);
      expect(await filledIn(await open(element))).to.deep.equal(filled);
    });

    it('is what the copy is made of, however often the panel was closed', async () => {
      const element = await player(await withLeak());
      await seek(element, 10);
      const title = textOn(element, 'h1')!;
      const panel = await open(element);
      await lookForLeaks(panel);
      panel.leaks.root.querySelector('input')!.click();
      fill(panel.form.root, 'strings', title);
      await sendKeys({ press: 'Escape' });
      const text = await savedFrom(await open(element));
      expect(text).to.include(EMAIL).and.not.to.include(title);
    });

    it('takes a copy back that was made of something else', async () => {
      const element = await player(await withLeak());
      const panel = await open(element);
      const save = () => panel.copy.root.querySelector('[part="save"]');
      expect(await savedFrom(panel)).to.include(EMAIL);
      fill(panel.form.root, 'selectors', 'h1');
      await waitUntil(() => !save(), 'it can be saved after a rule has come');
      await savedFrom(panel);
      await lookForLeaks(panel);
      await waitUntil(() => !save(), 'it can be saved after a leak was found');
      expect(await savedFrom(panel)).not.to.include(EMAIL);
      panel.leaks.root.querySelector('input')!.click();
      await waitUntil(() => !save(), 'it can be saved after a finding was dismissed');
    });

    it('is gone with the recording', async () => {
      const element = await player(await withLeak());
      const panel = await open(element);
      const empty = await filledIn(panel);
      await fillIn(panel);
      expect(await filledIn(panel)).not.to.deep.equal(empty);
      await element.load(addressOf('checkout.jsonl'));
      expect(await filledIn(await open(element))).to.deep.equal(empty);
    });

    it('stays while an element is picked, which is not forgotten either', async () => {
      const element = await player(await withLeak());
      await seek(element, 10);
      let panel = await open(element);
      await fillIn(panel);
      const filled = await filledIn(panel);
      buttonIn(panel.form.root, 'Pick an element on the page').click();
      await element.updateComplete;
      expect(getComputedStyle(panel.root.host).visibility).to.equal('hidden');
      await pick(element, 'h1');
      expect(getComputedStyle(panel.root.host).visibility).to.equal('visible');
      expect(await filledIn(panel)).to.deep.equal(filled);
      panel.root.querySelector<HTMLElement>('[part="close"]')!.click();
      await element.updateComplete;
      panel = await open(element);
      const picked = () => [...panel.form.root.querySelectorAll('.thing code')].map(wordsOf);
      expect(picked().join()).to.match(/^h1/);
      panel.form.root.querySelector<HTMLElement>('.thing button')!.click();
      await filledIn(panel);
      expect(picked()).to.deep.equal([]);
    });

    it('stays when the player is moved on its page', async () => {
      const element = await player(await withLeak());
      const panel = await open(element);
      await fillIn(panel);
      const filled = await filledIn(panel);
      element.parentElement!.append(element);
      await element.updateComplete;
      expect(await filledIn(panelOf(element))).to.deep.equal(filled);
    });
  });
});

describe('redact()', () => {
  it('gives a copy and a summary without content; the recording stays', async () => {
    const element = await player(await withLeak());
    const findings = (await element.scanForLeaks()).map(({ id }) => id);
    const { blob, summary } = await element.redact({ findings, kinds: ['person'] });
    expect(await blob.text()).not.to.include('casey');
    expect(JSON.stringify(summary)).not.to.include('casey');
    expect(summary!.rules.some(({ texts }) => texts > 0)).to.equal(true);
    expect(await (await element.exportRecording({ format: '2023-04-28' })).text()).to.include(EMAIL);
  });

  it('refuses rules that cannot be meant, and findings it does not know', async () => {
    const element = await player(await withLeak());
    const wrong = [
      [{ selectors: ['a['] }, '"a[" is not a valid selector.'],
      [{ findings: ['email-99'] }, '"email-99" is not a finding of the last scan of this recording.'],
    ] as const;
    for (const [rules, told] of wrong) {
      const error: unknown = await element.redact(rules).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(TypeError).with.property('message').that.includes(told);
    }
  });

  it('can save a page only from the standalone file', async () => {
    const element = await player(await withLeak());
    const error: unknown = await element
      .exportRecording({ format: 'html' })
      .catch((thrown: unknown) => thrown);
    expect((error as DOMException).name).to.equal('NotSupportedError');
  });
});
