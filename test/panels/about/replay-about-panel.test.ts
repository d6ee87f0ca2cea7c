import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { formats } from '../../../src/core/formats/index.ts';
import type { RecordingInfo, RecordingWarning, WindowPage } from '../../../src/core/recording.ts';
import { EVENT_KINDS } from '../../../src/core/rrweb/event-kind.ts';
import type { WarningKind } from '../../../src/core/warning-kinds.ts';
import { english } from '../../../src/locale/en/index.ts';
import type { ReplayAboutPanelElement } from '../../../src/panels/about/replay-about-panel.ts';
import { click, find, listen, RECORDING, SCHEMES, show, textOf, WINDOWS } from '../../controls/harness.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const SHA256 = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';

function warning(kind: WarningKind, message: string, count = 1): RecordingWarning {
  return { code: message, kind, message, count };
}

const FULL: RecordingInfo = {
  ...RECORDING,
  counts: { fullSnapshot: 2, mutation: 900, mouseInteraction: 298 },
  packing: ['gzip', 'snappy'],
  producer: { library: 'web', version: '1.215.3' },
  files: [{ name: 'export.json.gz', size: 1_234_567, sha256: SHA256 }],
  warnings: [
    warning('noted', 'The version is unknown.'),
    warning('dropped', '1,204 events were left out.', 1204),
    warning('repaired', 'Events were sorted.'),
    warning('missing', 'The end is missing.'),
  ],
  markers: [
    { time: 12, name: '$pageview' },
    { time: 90, name: 'order placed' },
  ],
};

interface Options {
  readonly complete?: boolean;
  readonly saving?: boolean;
  readonly saveError?: string;
}

function render(
  recording: RecordingInfo | null,
  { complete = true, saving = false, saveError = '' }: Options = {},
): TemplateResult {
  return html`<replay-about-panel
    .recording=${recording}
    ?complete=${complete}
    ?saving=${saving}
    .saveError=${saveError}
  ></replay-about-panel>`;
}

async function showPanel(
  recording: Partial<RecordingInfo> = {},
  options: Options = {},
): Promise<ReplayAboutPanelElement> {
  return await show(render({ ...FULL, ...recording }, options), { height: 450 });
}

const allIn = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** The words of each section below its heading. */
function sectionsOf(element: Element): Record<string, string> {
  return Object.fromEntries(
    allIn(element, 'h3').map((heading) => [
      textOf(heading),
      textOf(heading.parentElement!).slice(textOf(heading).length).trim(),
    ]),
  );
}

function factsOf(element: Element): Record<string, string> {
  return Object.fromEntries(
    allIn(element, 'dt').map((term) => [textOf(term), textOf(term.nextElementSibling!)]),
  );
}

const rowsOf = (element: Element): string[][] =>
  allIn(element, 'tr').map((row) => [...row.children].map(textOf));
const partOf = (element: Element, part: string): HTMLElement => find(element, `[part="${part}"]`);
const spaced = (text: string): string => text.replace(/\s+/g, ' ');

describe('replay-about-panel', () => {
  it('is a region with a name, and reading starts at its heading', async () => {
    const element = await showPanel();
    const heading = find(element, 'h2');
    expect(textOf(heading)).to.equal('About this recording');
    expect(find(element, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
    expect(heading.matches(':focus')).to.be.true;
  });

  it('draws nothing but its heading before it has a recording', async () => {
    const element = await show<ReplayAboutPanelElement>(render(null), { height: 450 });
    expect(textOf(element)).to.equal('About this recording');
    await expect(element).to.be.accessible();
  });

  it('tells of the file', async () => {
    const element = await showPanel();
    expect(sectionsOf(element)['File']).to.equal('export.json.gz 1.2 MB SHA-256');
    expect(textOf(find(find(element, 'replay-copy-text'), 'code'))).to.equal(SHA256);
  });

  it('tells of several files, with a name or without', async () => {
    const files = [...FULL.files, { name: '', size: 5, sha256: SHA256 }];
    const element = await showPanel({ files });
    expect(sectionsOf(element)['Files']).to.equal(
      'export.json.gz 1.2 MB SHA-256 Unnamed file 5 bytes SHA-256',
    );
    const names = allIn(element, 'replay-copy-text').map((text) => find(text, 'button').ariaLabel);
    expect(names).to.deep.equal(['Copy SHA-256 of export.json.gz', 'Copy SHA-256 of Unnamed file']);
  });

  describe('facts', () => {
    it('tells what is known', async () => {
      const element = await showPanel();
      const { startedAt } = FULL;
      const end = new Date(startedAt.getTime() + 184_000);
      expect(factsOf(element)).to.deep.equal({
        'Format': 'PostHog export, since April 2023 posthog-export-2023-04-28',
        'Compression': 'gzip, snappy',
        'Platform': 'Web page',
        'Recorded by': 'web 1.215.3',
        'Session ID': 'session',
        'Recorded': spaced(`${english.common.moment(startedAt)} – ${english.format.timeOfDay(end)}`),
        'Length': '3 minutes 4 seconds',
      });
    });

    it('says nothing of what is not known', async () => {
      const element = await showPanel({
        id: '',
        packing: [],
        producer: { library: '', version: '' },
        platform: 'mobile',
      });
      const facts = factsOf(element);
      expect(Object.keys(facts)).to.deep.equal(['Format', 'Platform', 'Recorded', 'Length']);
      expect(facts['Platform']).to.equal('Mobile app');
    });

    it('has words for every shape that can be read', async () => {
      for (const id of [...formats.map((format) => format.id), 'posthog-archive']) {
        expect(factsOf(await showPanel({ format: id }))['Format'], id).to.match(new RegExp(`^.+ ${id}$`));
      }
    });

    it('shows an unknown shape as it is', async () => {
      expect(factsOf(await showPanel({ format: 'something-new' }))['Format']).to.equal('something-new');
    });

    it('names the second day of a recording that went on past midnight', async () => {
      const startedAt = new Date(2026, 2, 4, 23, 59, 0);
      const element = await showPanel({ startedAt });
      expect(factsOf(element)['Recorded']).to.include(`– ${english.format.date(new Date(2026, 2, 5))}, `);
    });
  });

  describe('windows', () => {
    it('tells of each, its span and its pages, with nothing to follow', async () => {
      const pages = [
        { time: 0, href: 'https://shop.example/checkout/cart?item=1' },
        { time: 130, href: 'https://shop.example/thanks' },
      ];
      const element = await showPanel({ windows: [{ ...WINDOWS[0]!, pages }, WINDOWS[1]!] });
      expect(sectionsOf(element)['Windows']).to.equal(
        'Window 1 0:00 – 3:04 0:00 https://shop.example/checkout/cart?item=1 2:10 https://shop.example/thanks ' +
          'Window 2 0:40 – 2:00',
      );
      expect(allIn(element, 'a')).to.be.empty;
    });

    it('draws the first fifty pages of each and says how many there are more', async () => {
      const pagesOf = (count: number): WindowPage[] =>
        Array.from({ length: count }, (_, time) => ({ time, href: `https://shop.example/${time}` }));
      const windows = [1300, 50].map((count) => ({
        ...WINDOWS[0]!,
        id: String(count),
        pages: pagesOf(count),
      }));
      const element = await showPanel({ windows });
      expect(allIn(element, '.page')).to.have.length(100);
      expect(sectionsOf(element)['Windows']).to.match(
        /0:49 https:\/\/shop\.example\/49 and 1,250 more Window 2 .+0:49 https:\/\/shop\.example\/49$/,
      );
    });
  });

  it('counts events by kind, the most first', async () => {
    const element = await showPanel();
    expect(rowsOf(element)).to.deep.equal([
      ['All events', '1,200'],
      ['Page changes', '900'],
      ['Clicks and touches', '298'],
      ['Full snapshots', '2'],
    ]);
  });

  it('has a word for every kind, and shows others as they are', async () => {
    const kinds = [...EVENT_KINDS, 'somethingNew'];
    const element = await showPanel({ counts: Object.fromEntries(kinds.map((kind) => [kind, 1])) });
    const names = rowsOf(element).map(([name]) => name!);
    expect(names).to.have.length(kinds.length + 1);
    expect(names.filter((name) => /^[a-z]/.test(name))).to.deep.equal(['somethingNew']);
  });

  describe('notes', () => {
    it('sorts them by what they mean', async () => {
      const element = await showPanel();
      const { Repaired, Missing, ...others } = sectionsOf(element);
      expect(Repaired).to.equal('Events were sorted.');
      expect(others['Left out']).to.equal('1,204 events were left out.');
      expect(Missing).to.equal('The end is missing.');
      expect(others['Notes']).to.equal('The version is unknown.');
      expect(textOf(element)).not.to.include('Nothing had to be repaired');
    });

    it('says that there are none', async () => {
      const element = await showPanel({ warnings: [] });
      expect(textOf(element)).to.include('Nothing had to be repaired.');
      expect(sectionsOf(element)).not.to.have.any.keys('Repaired', 'Left out', 'Missing', 'Notes');
    });

    it('promises nothing of what was not read yet', async () => {
      const element = await showPanel({ warnings: [] }, { complete: false });
      expect(textOf(element)).to.include('Nothing had to be repaired so far.');
    });
  });

  it('leads to what was left out because it costs too much', async () => {
    const costly = { ...warning('dropped', 'Too many frames.'), code: 'too-costly' };
    const element = await showPanel({ warnings: [costly] });
    const button = find(element, '[part=show-costly]');
    expect(textOf(button)).to.equal('Show it anyway (this tab may freeze)');
    const asked = listen(element, 'replay-costly-request');
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(asked).to.have.length(1);
    element.showsCostly = true;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=show-costly]')).to.equal(null);
    expect(sectionsOf(element)['Left out']).to.contain('It is shown now.');
  });

  describe('analytics events', () => {
    it('goes to the moment of one', async () => {
      const element = await showPanel();
      const markers = allIn(element, '.marker');
      expect(markers.map(textOf)).to.deep.equal(['0:12 $pageview', '1:30 order placed']);
      const asked = listen(element, 'replay-seek-request');
      markers[1]!.scrollIntoView();
      markers[1]!.focus();
      await sendKeys({ press: 'Enter' });
      expect(asked.map(({ time }) => time)).to.deep.equal([90]);
    });

    it('draws the first two hundred and says how many there are more', async () => {
      const markers = Array.from({ length: 1300 }, (_, time) => ({ time, name: 'tick' }));
      const element = await showPanel({ markers });
      expect(allIn(element, '.marker')).to.have.length(200);
      expect(sectionsOf(element)['Analytics events']).to.match(/and 1,100 more$/);
    });
  });

  it('leaves out what has nothing in it', async () => {
    const element = await showPanel({
      files: [],
      windows: [],
      warnings: [],
      markers: [],
      counts: {},
      eventCount: 0,
    });
    expect(Object.keys(sectionsOf(element))).to.deep.equal(['Recording']);
  });

  it('shows markup as the text it is, wherever it comes from', async () => {
    const element = await showPanel({
      id: HOSTILE,
      format: HOSTILE,
      packing: [HOSTILE],
      producer: { library: HOSTILE, version: HOSTILE },
      counts: { [HOSTILE]: 1 },
      files: [{ name: HOSTILE, size: 1, sha256: HOSTILE }],
      windows: [{ id: HOSTILE, start: 0, end: 1, href: '', pages: [{ time: 0, href: HOSTILE }] }],
      warnings: [warning('dropped', HOSTILE)],
      markers: [{ time: 0, name: HOSTILE }],
    });
    expect(textOf(element).split(HOSTILE)).to.have.length(11);
    expect(textOf(find(find(element, 'replay-copy-text'), 'code'))).to.equal(HOSTILE);
    const copied = find(element, 'replay-copy-text').shadowRoot!;
    expect([element.shadowRoot!, copied].flatMap((root) => [...root.querySelectorAll('img')])).to.be.empty;
    await expect(element).to.be.accessible();
  });

  describe('copying', () => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    afterEach(() => {
      navigator.clipboard.writeText = write;
    });

    async function copy(writeText: (text: string) => Promise<void>): Promise<HTMLElement> {
      navigator.clipboard.writeText = writeText;
      const text = find(await showPanel(), 'replay-copy-text');
      await click(find(text, 'button'));
      await new Promise((resolve) => setTimeout(resolve));
      return text;
    }

    it('copies the checksum and says so', async () => {
      const written: string[] = [];
      const text = await copy((value) => {
        written.push(value);
        return Promise.resolve();
      });
      expect(written).to.deep.equal([SHA256]);
      expect(textOf(find(text, '[role="status"]'))).to.equal('Copied');
    });

    it('selects the checksum where the page may not write', async () => {
      const text = await copy(() => Promise.reject(new Error('Not allowed')));
      expect(textOf(find(text, '[role="status"]'))).to.equal('');
      expect(String(getSelection())).to.equal(SHA256);
    });
  });

  describe('closing', () => {
    it('asks to close with its button', async () => {
      const element = await showPanel();
      const asked = listen(element, 'replay-panel-request');
      expect(partOf(element, 'close').ariaLabel).to.equal('Close');
      await click(partOf(element, 'close'));
      expect(asked.map(({ panel }) => panel)).to.deep.equal([null]);
    });

    it('asks to close with Escape, wherever the focus is in it', async () => {
      const element = await showPanel();
      const asked = listen(element, 'replay-panel-request');
      await sendKeys({ press: 'Escape' });
      partOf(element, 'save').focus();
      await sendKeys({ press: 'Escape' });
      expect(asked.map(({ panel }) => panel)).to.deep.equal([null, null]);
    });

    it('gives the focus back to what opened it', async () => {
      const button = await fixture<HTMLButtonElement>(html`<button>Open</button>`);
      button.focus();
      const element = await showPanel();
      expect(button.matches(':focus')).to.be.false;
      element.remove();
      expect(button.matches(':focus')).to.be.true;
    });

    it('leaves the focus where the reader has put it since', async () => {
      const buttons = await fixture(html`<div><button>Open</button><button>Other</button></div>`);
      const [opener, other] = [...buttons.querySelectorAll('button')];
      opener!.focus();
      const element = await showPanel();
      other!.focus();
      element.remove();
      expect(other!.matches(':focus')).to.be.true;
    });
  });

  it('keeps clicks and the keys that move or press from the player below', async () => {
    const element = await showPanel();
    const below = element.parentElement!;
    below.tabIndex = 0;
    const clicks = listen(below, 'click');
    const keys = listen(below, 'keydown');
    await click(allIn(element, 'dt')[0] ?? element);
    expect(element.shadowRoot!.activeElement).not.to.be.null;
    for (const press of ['Space', 'Home', 'ArrowLeft', 'k']) await sendKeys({ press });
    expect(clicks).to.be.empty;
    expect(keys.map(({ key }) => key)).to.deep.equal(['k']);
  });

  describe('saving', () => {
    it('says what it makes and asks for it', async () => {
      const element = await showPanel();
      const save = partOf(element, 'save');
      expect(textOf(save)).to.equal('Save a repaired copy');
      expect(save.ariaDisabled).to.equal('false');
      expect(textOf(find(element, 'footer'))).to.include(
        'A PostHog export (2023-04-28) that can be opened here or imported into PostHog.',
      );
      const asked = oneEvent(element, 'replay-save-request');
      await click(save);
      await asked;
    });

    const waits: readonly [when: string, options: Options, words: string][] = [
      ['the file is read', { complete: false }, 'You can save a copy once the whole recording is loaded.'],
      ['a copy is made', { saving: true }, 'Saving the copy…'],
    ];
    for (const [when, options, words] of waits) {
      it(`waits while ${when}, and says so`, async () => {
        const element = await showPanel({}, options);
        const asked = listen(element, 'replay-save-request');
        const save = partOf(element, 'save');
        expect(save.ariaDisabled).to.equal('true');
        await click(save);
        expect(asked).to.be.empty;
        expect(textOf(find(element, 'footer [role="status"]'))).to.equal(words);
      });
    }

    it('says why no copy could be made', async () => {
      const element = await showPanel({}, { saveError: `The disk is full. ${HOSTILE}` });
      expect(textOf(find(element, '[role="alert"]'))).to.equal(`The disk is full. ${HOSTILE}`);
    });

    it('says nothing of an error where there is none', async () => {
      expect(allIn(await showPanel(), '[role="alert"]')).to.be.empty;
    });
  });

  const sizes: readonly [width: number, height: number, panel: number][] = [
    [320, 180, 320],
    [360, 640, 360],
    [800, 450, 416],
  ];
  for (const [width, height, panel] of sizes) {
    const name = 'averylongname'.repeat(20);
    const long: RecordingInfo = {
      ...FULL,
      id: name,
      files: [{ name, size: 1, sha256: SHA256 }],
      windows: [{ id: name, start: 0, end: 184, href: '', pages: [{ time: 0, href: name }] }],
      warnings: [warning('dropped', name)],
      markers: [{ time: 1, name }],
    };

    it(`lies over the side of a picture of ${width} by ${height} px, and all of it can be read`, async () => {
      const element = await show<ReplayAboutPanelElement>(render(long), { width, height });
      const box = element.getBoundingClientRect();
      const stage = element.parentElement!.getBoundingClientRect();
      expect([box.width, box.height, box.right]).to.deep.equal([panel, height, stage.right]);
      expect(element.scrollWidth, 'width of the content').to.be.at.most(panel);
      element.scrollTop = element.scrollHeight;
      expect(partOf(element, 'save').getBoundingClientRect().bottom).to.be.at.most(box.bottom);
      expect(partOf(element, 'close').getBoundingClientRect().top).to.be.at.least(box.top);
    });

    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} at ${width} px`, async () => {
        const element = await show(render(long, { saveError: 'The disk is full.' }), {
          scheme,
          width,
          height,
        });
        await expect(element).to.be.accessible();
      });
    }
  }
});
