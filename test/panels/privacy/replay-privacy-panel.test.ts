import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import type { HiddenThing, HiddenThings } from '../../../src/core/hidden/hidden-things.ts';
import { MASK_KINDS, type MaskKind } from '../../../src/core/rrweb/mask-traces.ts';
import type { ReplayPrivacyPanelElement } from '../../../src/panels/privacy/replay-privacy-panel.ts';
import { click, find, listen, SCHEMES, show, textOf, WINDOWS } from '../../controls/harness.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const numbers = (of: (kind: MaskKind, index: number) => number) =>
  Object.fromEntries(MASK_KINDS.map((kind, i) => [kind, of(kind, i)])) as Record<MaskKind, number>;

/** One of each kind, ten seconds apart, in two windows. */
const THINGS: readonly HiddenThing[] = MASK_KINDS.map((kind, i) => ({
  kind,
  windowId: i % 2 === 0 ? 'first' : 'second',
  start: 10 * i,
  end: 10 * i + 5,
  nodeId: kind === 'network' ? null : i,
  name: `div#${kind}`,
}));

const FINDINGS: HiddenThings = { counts: numbers(() => 1), spans: [], things: THINGS };

interface Options {
  readonly findings?: HiddenThings | null;
  readonly current?: HiddenThing | null;
  readonly shown?: boolean;
  readonly complete?: boolean;
  readonly inSight?: boolean;
  readonly currentTime?: number;
}

function render({
  findings = FINDINGS,
  current = null,
  shown = true,
  complete = true,
  inSight = true,
  currentTime = 0,
}: Options = {}): TemplateResult {
  return html`<replay-privacy-panel
    .findings=${findings}
    .counts=${numbers((_, i) => i)}
    .windows=${WINDOWS}
    .duration=${184}
    .current=${current}
    .currentTime=${currentTime}
    ?shown=${shown}
    ?complete=${complete}
    ?in-sight=${inSight}
  ></replay-privacy-panel>`;
}

const showPanel = (options: Options = {}) =>
  show<ReplayPrivacyPanelElement>(render(options), { height: 450 });

const allIn = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const partOf = (element: Element, part: string): HTMLElement => find(element, `[part="${part}"]`);
const statusOf = (element: Element): string => textOf(find(element, '[role="status"]'));

describe('replay-privacy-panel', () => {
  it('explains each kind, and says how many there are now and in all', async () => {
    const element = await showPanel();
    const rows = allIn(element, 'tbody tr').map((row) => [
      textOf(row.querySelector('.name')!),
      ...[...row.querySelectorAll('td')].map(textOf),
    ]);
    expect(rows).to.deep.equal([
      ['Blocked', '0', '1'],
      ['Masked text', '1', '1'],
      ['Masked input', '2', '1'],
      ['Not fully masked', '3', '1'],
      ['Ignored input', '4', '1'],
      ['Redacted request', '–', '1'],
      ['Canvas not recorded', '6', '1'],
      ['Frame not recorded', '7', '1'],
      ['Hidden by this page', '8', '1'],
      ['Removed from this copy', '9', '1'],
    ]);
    for (const meaning of allIn(element, '.meaning')) expect(textOf(meaning)).to.match(/\.$/);
  });

  it('gives each kind a pattern and an outline of its own, beside its colour', async () => {
    const element = await showPanel();
    const looks = allIn(element, 'tbody .mask').map((swatch) => {
      const { backgroundImage, borderTopStyle, borderLeftStyle, borderTopWidth } = getComputedStyle(swatch);
      expect(swatch.getBoundingClientRect().width).to.be.greaterThan(16);
      const pattern = backgroundImage.replaceAll(/rgba?\([^)]*\)|color\([^)]*\)/g, '');
      return [pattern, borderTopStyle, borderLeftStyle, borderTopWidth].join(' ');
    });
    expect(new Set(looks)).to.have.length(MASK_KINDS.length);
  });

  it('switches the overlays', async () => {
    for (const shown of [true, false]) {
      const element = await showPanel({ shown });
      const asked = listen(element, 'replay-masks-request');
      expect(partOf(element, 'switch').ariaChecked).to.equal(String(shown));
      await click(partOf(element, 'switch'));
      expect(asked.map((event) => event.shown)).to.deep.equal([!shown]);
    }
  });

  it('says nothing of now while overlays are off, as nothing is looked for then', async () => {
    const cells = allIn(await showPanel({ shown: false }), 'td:nth-of-type(1)').map(textOf);
    expect(new Set(cells)).to.deep.equal(new Set(['–']));
  });

  it('lists what is hidden with time, kind, window and place', async () => {
    const element = await showPanel();
    expect(allIn(element, '.thing').map(textOf).slice(0, 2)).to.deep.equal([
      '0:00 Blocked · Window 1 div#blocked',
      '0:10 Masked text · Window 2 div#text',
    ]);
    const asked = listen(element, 'replay-hidden-request');
    allIn(element, '.thing')[2]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(asked.map(({ thing }) => thing)).to.deep.equal([THINGS[2]]);
  });

  const steps: readonly [from: string, options: Options, previous: number | null, next: number | null][] = [
    ['the position', { currentTime: 25 }, 2, 3],
    ['the first', { current: THINGS[0]! }, null, 1],
    ['one of them', { current: THINGS[4]!, currentTime: 170 }, 3, 5],
    ['the last', { current: THINGS.at(-1)! }, THINGS.length - 2, null],
  ];
  for (const [from, options, previous, next] of steps) {
    it(`steps to both sides of ${from}`, async () => {
      const element = await showPanel(options);
      const asked = listen(element, 'replay-hidden-request');
      for (const part of ['previous', 'next']) partOf(element, part).click();
      expect(asked.map(({ thing }) => THINGS.indexOf(thing))).to.deep.equal(
        [previous, next].filter((index) => index !== null),
      );
    });
  }

  it('says where it is, and when that is out of sight', async () => {
    const current = THINGS[1]!;
    expect(statusOf(await showPanel({ current }))).to.equal('2 of 10 · Masked text');
    expect(statusOf(await showPanel({ current, inSight: false }))).to.equal(
      '2 of 10 · Masked text · Out of view at this moment',
    );
  });

  it('keeps the one that was gone to in view', async () => {
    const element = await showPanel({ current: THINGS.at(-1)! });
    const item = find(element, '[aria-current="true"]').getBoundingClientRect();
    expect(item.bottom).to.be.at.most(find(element, 'footer').getBoundingClientRect().top + 1);
    expect(item.top).to.be.at.least(find(element, 'header').getBoundingClientRect().bottom - 1);
  });

  it('lists a hundred of very many, those around the one that was gone to', async () => {
    const things = Array.from({ length: 250 }, (_, i) => ({ ...THINGS[0]!, nodeId: i, name: `b#n${i}` }));
    const findings = { counts: { ...numbers(() => 0), blocked: 9000 }, spans: [], things };
    const element = await showPanel({ findings, current: things[120]! });
    expect(allIn(element, '.thing')).to.have.length(100);
    expect(textOf(allIn(element, '.thing')[0]!)).to.include('b#n100');
    expect(allIn(element, '.content > div > p').map(textOf)).to.deep.equal([
      '100 more before',
      'and 8,800 more',
    ]);
  });

  const waits: readonly [when: string, options: Options, words: string][] = [
    [
      'the file is read',
      { findings: null, complete: false },
      'Totals appear once the whole recording is loaded.',
    ],
    ['it is looked through', { findings: null }, 'Searching the recording…'],
  ];
  for (const [when, options, words] of waits) {
    it(`says so while ${when}`, async () => {
      const element = await showPanel(options);
      expect(statusOf(element)).to.equal(words);
      expect(allIn(element, 'footer')).to.be.empty;
    });
  }

  it('says so where nothing was hidden', async () => {
    const element = await showPanel({ findings: { counts: numbers(() => 0), spans: [], things: [] } });
    expect(textOf(find(element, '.content > p'))).to.equal('No sign of hidden content was found.');
  });

  it('shows markup as the text it is', async () => {
    const things = [{ ...THINGS[0]!, name: HOSTILE }];
    const element = await showPanel({ findings: { ...FINDINGS, things } });
    expect(textOf(find(element, '.element'))).to.equal(HOSTILE);
    expect(allIn(element, 'img')).to.be.empty;
  });

  it('asks to close with its button and with Escape', async () => {
    const element = await showPanel();
    expect(find(element, 'h2').matches(':focus')).to.be.true;
    const asked = listen(element, 'replay-panel-request');
    await click(partOf(element, 'close'));
    await sendKeys({ press: 'Escape' });
    expect(asked.map(({ panel }) => panel)).to.deep.equal([null, null]);
  });

  for (const scheme of SCHEMES) {
    for (const [width, height] of [
      [320, 180],
      [360, 640],
      [800, 450],
    ] as const) {
      it(`is accessible in ${scheme} at ${width} px, and fits`, async () => {
        const things = [{ ...THINGS[0]!, name: 'averylongname'.repeat(10) }, ...THINGS.slice(1)];
        const template = render({ findings: { ...FINDINGS, things }, current: things[0]! });
        const element = await show<ReplayPrivacyPanelElement>(template, { scheme, width, height });
        expect(element.scrollWidth).to.be.at.most(Math.min(width, 416));
        await expect(element).to.be.accessible();
      });
    }
  }
});
