import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { RecordingInfo } from '../../src/core/recording.ts';
import type { ReplayPanelRequestEvent, ReplayRateRequestEvent } from '../../src/events.ts';
import type { PlayerState } from '../../src/player-state.ts';
import type { ReplayControlBarElement } from '../../src/controls/replay-control-bar.ts';
import { openFrame } from './frame.ts';
import { click, EMPTY, find, NOTHING_HIDDEN, PLAYING, RECORDING, SCHEMES, show, textOf } from './harness.ts';

/** With captions and chapters. */
const TRACKS = {
  chapters: [{ time: 0, end: 7325, title: 'All of it' }],
  captions: [{ label: 'English', isShown: true }],
  notes: [],
  captionLines: [],
};

/** Everything is as wide as it gets. */
const LONG = {
  ...PLAYING,
  recording: { ...RECORDING, startedAt: new Date(2026, 10, 24, 22, 26, 57) },
  duration: 7325,
  currentTime: 3723,
  playbackRate: 0.25,
  idle: 10,
  maskCounts: { ...NOTHING_HIDDEN, text: 120 },
};

const SEVERAL = { ...LONG, recordings: Array<RecordingInfo>(120).fill(RECORDING), recordingIndex: 99 };

const CAPTIONED_LIST = { ...SEVERAL, tracks: TRACKS };

const CONTROLS = [
  'replay-play-button',
  'replay-playlist-controls',
  'replay-time-display',
  'replay-window-menu',
  'replay-idle-menu',
  'replay-speed-menu',
  'replay-chapter-menu',
  'replay-captions-menu',
  'replay-masks-button',
  'replay-inspect-button',
  'replay-inspector-button',
  'replay-transcript-button',
  'replay-notes-button',
  'replay-privacy-button',
  'replay-share-button',
  'replay-size-menu',
  'replay-about-button',
  'replay-shortcuts-button',
  'replay-open-button',
  'replay-more-menu',
  'replay-fullscreen-button',
] as const;

/** Used so little that it is in the list of the others however wide the bar is. */
const NEVER = ['replay-size-menu', 'replay-about-button', 'replay-shortcuts-button', 'replay-open-button'];

/** In the row at every width. */
const ALWAYS: readonly string[] = [
  'replay-play-button',
  'replay-time-display',
  'replay-inspector-button',
  'replay-more-menu',
  'replay-fullscreen-button',
];

/** Has nothing to show without a playlist or tracks. */
const OPTIONAL: readonly string[] = [
  'replay-playlist-controls',
  'replay-chapter-menu',
  'replay-captions-menu',
];

const moreOf = (element: ReplayControlBarElement) => find(element, 'replay-more-menu');

/** Renders it and waits until its row is measured. */
async function showBar(state: PlayerState, options: Parameters<typeof show>[1] = {}) {
  const element = await show<ReplayControlBarElement>(
    html`<replay-control-bar .state=${state}></replay-control-bar>`,
    options,
  );
  await fitted(element);
  return element;
}

async function fitted(element: ReplayControlBarElement): Promise<void> {
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

/** Tags of what the list of the other controls shows, in its order, once it is opened. */
async function othersOf(element: ReplayControlBarElement): Promise<string[]> {
  const more = moreOf(element);
  // A wide bar reaches out of the window.
  find(more, '.button').click();
  await waitUntil(() => find(more, '.list').matches(':popover-open'), 'the list does not open');
  await more.updateComplete;
  const controls = [...more.shadowRoot!.querySelectorAll<HTMLElement>('.list > div > :not([hidden])')];
  const bar = element.getBoundingClientRect();
  for (const control of controls) {
    const { width, height, left, right } = control.getBoundingClientRect();
    expect(height, `height of ${control.localName}`).to.be.at.least(32);
    expect(width, `width of ${control.localName}`).to.be.at.least(120);
    expect(left, `left of ${control.localName}`).to.be.at.least(Math.min(0, bar.left));
    expect(right, `right of ${control.localName}`).to.be.at.most(innerWidth);
  }
  await sendKeys({ press: 'Escape' });
  await more.updateComplete;
  return controls.map(({ localName }) => localName);
}

/**
 * Each control either large enough to be hit, after the one before it, inside the bar and below the timeline, or in the
 * list of the others.
 */
function expectOneRow(
  element: ReplayControlBarElement,
  others: readonly string[],
  absent: readonly string[],
): void {
  const top = find(element, 'replay-time-range').getBoundingClientRect().bottom;
  let { left } = element.getBoundingClientRect();
  for (const tag of CONTROLS) {
    const box = find(element, tag).getBoundingClientRect();
    const isElsewhere = others.includes(tag) || absent.includes(tag);
    expect(box.width === 0, `${tag} is ${isElsewhere ? '' : 'not '}in the row`).to.equal(isElsewhere);
    expect(isElsewhere && ALWAYS.includes(tag), `${tag} stays`).to.be.false;
    if (isElsewhere) continue;
    expect(Math.min(box.width, box.height), `size of ${tag}`).to.be.at.least(32);
    expect(box.top, `top of ${tag}`).to.be.at.least(top);
    // Firefox's edges are no whole numbers but in the first digits.
    expect(Math.fround(box.left), `left of ${tag}`).to.be.at.least(Math.fround(left));
    left = box.right;
  }
  expect(left).to.be.at.most(element.getBoundingClientRect().right);
}

const states = {
  playing: PLAYING,
  ended: { ...PLAYING, paused: true, ended: true },
  empty: EMPTY,
  long: LONG,
  several: SEVERAL,
};

describe('replay-control-bar', () => {
  it('draws nothing before it has a state', async () => {
    const element = await show<ReplayControlBarElement>(html`<replay-control-bar></replay-control-bar>`);
    expect(element.shadowRoot!.childElementCount).to.equal(0);
  });

  it('hands the state down to each control', async () => {
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${PLAYING}></replay-control-bar>`,
    );
    expect(find(find(element, 'replay-play-button'), 'button').ariaLabel).to.equal('Pause');
    expect(find(find(element, 'replay-time-range'), '[role="slider"]').ariaValueText).to.equal(
      '1 minute 2 seconds of 3 minutes 4 seconds',
    );
    expect(textOf(find(element, 'replay-time-display'))).to.contain('1:02 / 3:04');
    expect(find(find(element, 'replay-privacy-button'), 'button').ariaLabel).to.equal(
      'Privacy, 3 hidden on screen',
    );
    const faces = ['replay-window-menu', 'replay-idle-menu', 'replay-speed-menu'].map((menu) =>
      textOf(find(find(find(element, menu), 'replay-menu'), '.button')),
    );
    expect(faces).to.deep.equal(['Window 2', 'Skip idle time', '1×']);
  });

  it('puts the analytics events of the recording on the timeline', async () => {
    const recording = { ...RECORDING, markers: [{ time: 62, name: 'order placed' }] };
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${{ ...PLAYING, recording }}></replay-control-bar>`,
    );
    expect(find(find(element, 'replay-time-range'), '[role="slider"]').ariaValueText).to.equal(
      '1 minute 2 seconds of 3 minutes 4 seconds, order placed',
    );
  });

  it('draws idle time narrow on the timeline where that is chosen', async () => {
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${PLAYING}></replay-control-bar>`,
    );
    const range = find(element, 'replay-time-range');
    const idleShare = () => range.scale.shareOf(140) - range.scale.shareOf(100);
    expect(idleShare()).to.be.closeTo(40 / 184, 1e-9);
    element.state = { ...PLAYING, narrowIdle: true };
    await element.updateComplete;
    await range.updateComplete;
    expect(idleShare()).to.be.below(0.01);
  });

  it('passes on what a control asks for', async () => {
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${PLAYING}></replay-control-bar>`,
    );
    const asked = oneEvent(element, 'replay-pause-request');
    await click(find(element, 'replay-play-button'));
    await asked;
  });

  it('has nothing to play or to seek in while empty, but can open a file', async () => {
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${EMPTY}></replay-control-bar>`,
    );
    expect(find(find(element, 'replay-play-button'), 'button').disabled).to.be.true;
    expect(find(find(element, 'replay-time-range'), '[role="slider"]').ariaDisabled).to.equal('true');
    expect(find(find(element, 'replay-open-button'), 'button').disabled).to.be.false;
  });

  const rows: readonly [name: string, state: PlayerState, widths: readonly number[]][] = [
    [
      'every control',
      LONG,
      [320, 346, 360, 382, 400, 472, 480, 530, 542, 622, 624, 678, 742, 822, 824, 862, 864, 918, 1920],
    ],
    [
      'captions and chapters',
      { ...LONG, tracks: TRACKS },
      [
        320, 346, 360, 382, 400, 472, 480, 530, 542, 600, 624, 662, 742, 768, 822, 838, 842, 864, 900, 1008,
        1020, 1920,
      ],
    ],
    [
      'captions of a playlist',
      CAPTIONED_LIST,
      [320, 346, 360, 400, 480, 600, 660, 702, 722, 742, 800, 858, 1044, 1120, 1178],
    ],
    [
      'a playlist',
      SEVERAL,
      [
        320, 346, 360, 400, 422, 480, 512, 620, 682, 684, 722, 724, 778, 800, 1002, 1004, 1042, 1044, 1098,
        1920,
      ],
    ],
  ];
  for (const [name, state, widths] of rows) {
    for (const width of widths) {
      it(`keeps ${name} on one row or in the list of the others at ${width} px`, async () => {
        const element = await showBar(state, { width });
        const { tracks, recordings } = state;
        const absent = OPTIONAL.filter((tag) =>
          tag === 'replay-playlist-controls' ? recordings.length < 2 : tracks.captions.length === 0,
        );
        expectOneRow(element, await othersOf(element), absent);
        const wall = { startedAt: state.recording!.startedAt, timeZone: undefined, hasDays: false };
        element.state = { ...state, clock: { kind: 'local', wall, recordedZone: null } };
        await fitted(element);
        expectOneRow(element, await othersOf(element), absent);
      });
    }
  }

  it('takes all back into the row where there is room, but what is seldom used', async () => {
    const element = await showBar(CAPTIONED_LIST, { width: 320 });
    expect(await othersOf(element)).to.include.members(['replay-transcript-button', ...NEVER]);
    element.parentElement!.style.width = '1920px';
    await fitted(element);
    expect(await othersOf(element)).to.deep.equal(NEVER);
    for (const tag of CONTROLS)
      expect(find(element, tag).offsetWidth > 0, tag).to.equal(!NEVER.includes(tag));
  });

  it('gives way anew when a control comes to have something to show', async () => {
    const element = await showBar(LONG, { width: 640 });
    const before = await othersOf(element);
    expect(before).not.to.include('replay-chapter-menu');
    element.state = { ...LONG, tracks: TRACKS, canLink: true };
    await fitted(element);
    expect(await othersOf(element)).to.include('replay-link-button');
  });

  it('passes on what is asked for in the list of the others, closes it and gives its button the focus', async () => {
    const element = await showBar(LONG, { width: 320 });
    const more = moreOf(element);
    await click(more);
    await more.updateComplete;
    const asked = oneEvent<ReplayPanelRequestEvent>(element, 'replay-panel-request');
    await click(find(more, 'replay-transcript-button'));
    expect((await asked).panel).to.equal('transcript');
    expect(find(more, '.list').matches(':popover-open')).to.be.false;
    expect(more.shadowRoot!.activeElement?.localName).to.equal('button');
  });

  it('opens a menu from the list of the others by keyboard, and closes both once something is chosen', async () => {
    const element = await showBar(CAPTIONED_LIST, { width: 320 });
    const more = moreOf(element);
    find(more, '.button').focus();
    await sendKeys({ press: 'Enter' });
    await more.updateComplete;
    const speed = find(more, 'replay-speed-menu');
    find(find(speed, 'replay-menu'), '.button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(speed, 'replay-menu').shadowRoot!.activeElement?.matches('.item'));
    const asked = oneEvent<ReplayRateRequestEvent>(element, 'replay-rate-request');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect((await asked).playbackRate).to.be.above(LONG.playbackRate);
    expect(find(more, '.list').matches(':popover-open')).to.be.false;
    await waitUntil(() => more.shadowRoot!.activeElement?.localName === 'button', 'no focus');
  });

  it('keeps the focus in the bar when what has it goes from the row', async () => {
    const element = await showBar(LONG, { width: 1200 });
    find(find(element, 'replay-transcript-button'), 'button').focus();
    element.parentElement!.style.width = '320px';
    await fitted(element);
    expect(element.shadowRoot!.activeElement?.localName).to.equal('replay-more-menu');
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme} with the list of the others open`, async () => {
      const element = await showBar(CAPTIONED_LIST, { scheme, width: 320 });
      await click(moreOf(element));
      await moreOf(element).updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('keeps the list of a playlist, and its steps as long as there is room', async () => {
    const sizes: readonly [width: number, steps: boolean][] = [
      [320, false],
      [800, true],
    ];
    for (const [width, steps] of sizes) {
      const element = await showBar(SEVERAL, { width });
      const playlist = find(element, 'replay-playlist-controls');
      const isShown = (box: HTMLElement): boolean => box.offsetWidth > 0;
      expect(isShown(find(playlist, 'replay-menu')), `list at ${width} px`).to.be.true;
      expect(isShown(find(playlist, '[part="next"]')), `steps at ${width} px`).to.equal(steps);
    }
  });

  for (const [name, state] of Object.entries(states)) {
    for (const scheme of SCHEMES) {
      it(`is accessible in ${scheme} while ${name}`, async () => {
        const element = await showBar(state, { scheme });
        await expect(element).to.be.accessible();
      });
    }
  }

  it('takes the colours that the page gives it', async () => {
    const element = await show<ReplayControlBarElement>(
      html`<replay-control-bar .state=${PLAYING}></replay-control-bar>`,
    );
    element.style.setProperty('--replay-accent', 'rgb(0, 128, 0)');
    element.style.setProperty('--replay-surface', 'rgb(1, 2, 3)');
    expect(getComputedStyle(find(find(element, 'replay-time-range'), '.played')).fill).to.equal(
      'rgb(0, 128, 0)',
    );
    expect(getComputedStyle(element).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('needs no style that a strict content policy refuses', async () => {
    // In a frame without an address of its own Firefox knows no 'self'.
    const self = location.origin;
    const frame = await openFrame({
      policy: `default-src 'none'; script-src ${self}; connect-src ${self}`,
    });
    const refused: string[] = [];
    // A refusal is told later, in order; a style element that is sure to be refused marks the end.
    const probed = new Promise<void>((resolve) => {
      frame.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        refused.push(effectiveDirective);
        if (effectiveDirective === 'style-src-elem') resolve();
      });
    });
    const element = frame.document.createElement('replay-control-bar');
    element.state = {
      ...PLAYING,
      recording: { ...RECORDING, markers: [{ time: 62, name: 'order placed' }] },
    };
    frame.document.body.append(element);
    await element.updateComplete;
    const range = find(element, 'replay-time-range');
    range.dispatchEvent(new PointerEvent('pointermove', { clientX: 50 }));
    await range.updateComplete;
    const overlays = ['replay-loading-overlay', 'replay-start-overlay', 'replay-empty-overlay'] as const;
    for (const tag of overlays) {
      const overlay = frame.document.createElement(tag);
      frame.document.body.append(overlay);
      await overlay.updateComplete;
    }
    frame.document.head.append(frame.document.createElement('style'));
    await probed;
    expect(refused).to.deep.equal(['style-src-elem']);
  });
});
