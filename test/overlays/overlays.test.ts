import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { LoadProgress } from '../../src/core/recording.ts';
import type { ReplayLoadingOverlayElement } from '../../src/overlays/replay-loading-overlay.ts';
import type { ReplayStartOverlayElement } from '../../src/overlays/replay-start-overlay.ts';
import type { ReplayWaitingOverlayElement } from '../../src/overlays/replay-waiting-overlay.ts';
import { click, find, listen, SCHEMES, show, textOf } from '../controls/harness.ts';

const SIZES = [
  { width: 320, height: 180 },
  { width: 800, height: 450 },
];

/** In both schemes, on a small and on a large player. */
function itIsAccessible(template: TemplateResult): void {
  for (const scheme of SCHEMES) {
    for (const size of SIZES) {
      it(`is accessible in ${scheme} at ${size.width} px`, async () => {
        const element = await show<LitElement>(template, { scheme, ...size });
        // What comes in with a delay is there; what goes on for ever goes on.
        for (const animation of element.shadowRoot!.getAnimations()) {
          if (animation.effect?.getTiming().iterations === 1) animation.finish();
        }
        await expect(element).to.be.accessible();
        expect(element.scrollWidth, 'width of the content').to.be.at.most(size.width);
      });
    }
  }
}

describe('replay-empty-overlay', () => {
  const template = html`<replay-empty-overlay></replay-empty-overlay>`;

  it('says how to open a recording and that it stays here', async () => {
    const element = await show<LitElement>(template, { height: 360 });
    expect(textOf(element)).to.include('Drop a recording here');
    expect(textOf(element)).to.include('or paste it');
    expect(textOf(element)).to.include('Nothing leaves this computer.');
    expect(textOf(find(find(element, 'replay-open-button'), 'button'))).to.equal('Choose a file');
  });

  it('fits the smallest player', async () => {
    const element = await show<LitElement>(template, { width: 320, height: 180 });
    expect(element.scrollHeight).to.be.at.most(180);
  });

  itIsAccessible(template);
});

describe('replay-loading-overlay', () => {
  const render = (progress: LoadProgress | null): TemplateResult =>
    html`<replay-loading-overlay .progress=${progress}></replay-loading-overlay>`;
  const barOf = (element: LitElement): HTMLElement => find(element, '[role="progressbar"]');

  it('tells bytes and per cent, in words and as a bar', async () => {
    const element = await show<ReplayLoadingOverlayElement>(
      render({ loaded: 12_300_000, total: 75_000_000 }),
      {
        height: 360,
      },
    );
    expect(textOf(find(element, '.amount'))).to.equal('12.3 MB of 75 MB, 16%');
    expect(barOf(element).ariaValueNow).to.equal('16');
    expect(barOf(element).ariaValueText).to.equal('12.3 MB of 75 MB, 16%');
    const filled = find(element, 'rect').getBoundingClientRect().width;
    expect(filled / barOf(element).getBoundingClientRect().width).to.be.closeTo(0.16, 0.01);
  });

  it('tells bytes alone when the total is not known', async () => {
    const element = await show<ReplayLoadingOverlayElement>(render({ loaded: 12_300_000, total: null }));
    expect(textOf(find(element, '.amount'))).to.equal('12.3 MB read');
    expect(barOf(element).ariaValueNow).to.be.null;
  });

  it('never passes 100 per cent', async () => {
    const element = await show<ReplayLoadingOverlayElement>(
      render({ loaded: 90_000_000, total: 75_000_000 }),
    );
    expect(barOf(element).ariaValueNow).to.equal('100');
  });

  for (const progress of [null, { loaded: 5, total: null }, { loaded: 5, total: 10 }]) {
    describe(JSON.stringify(progress), () => itIsAccessible(render(progress)));
  }
});

describe('replay-waiting-overlay', () => {
  const template = html`<replay-waiting-overlay></replay-waiting-overlay>`;

  it('shows nothing of a wait that is over in a fifth of a second', async () => {
    const element = await show<ReplayWaitingOverlayElement>(template, { height: 180 });
    const status = find(element, '[role="status"]');
    const [appearing] = status.getAnimations();
    appearing!.pause();
    appearing!.currentTime = 199;
    expect(getComputedStyle(status).visibility).to.equal('hidden');
    appearing!.finish();
    expect(getComputedStyle(status).visibility).to.equal('visible');
    expect(textOf(status)).to.equal('Loading this moment…');
  });

  itIsAccessible(template);
});

describe('replay-start-overlay', () => {
  for (const ended of [false, true]) {
    const label = ended ? 'Replay' : 'Play';
    const template = html`<replay-start-overlay ?ended=${ended}></replay-start-overlay>`;

    describe(label, () => {
      it('says so and asks for it, once, wherever it is clicked', async () => {
        const element = await show<ReplayStartOverlayElement>(template, { height: 360 });
        expect(find(element, 'button').ariaLabel).to.equal(label);
        expect(textOf(element)).to.equal(ended ? 'The recording has ended' : '');
        const asked = listen(element, 'replay-play-request');
        const passedOn = listen(element.parentElement!, 'click');
        await click(find(element, 'button'));
        expect(asked).to.have.length(1);
        element.click();
        expect(asked).to.have.length(2);
        expect(passedOn, 'clicks that reach the picture').to.be.empty;
      });

      it('is pressed with the keyboard', async () => {
        const element = await show<ReplayStartOverlayElement>(template, { height: 360 });
        const asked = oneEvent(element, 'replay-play-request');
        await sendKeys({ press: 'Tab' });
        await sendKeys({ press: 'Enter' });
        await asked;
      });

      itIsAccessible(template);
    });
  }
});

describe('replay-drop-overlay', () => {
  const template = html`<replay-drop-overlay></replay-drop-overlay>`;

  it('says that the file can be let go, and lets the drag through to the player', async () => {
    const element = await show<LitElement>(template, { height: 180 });
    expect(textOf(element)).to.equal('Drop to open');
    expect(getComputedStyle(element).pointerEvents).to.equal('none');
  });

  itIsAccessible(template);
});
