import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { LeakReport } from '../../core/scan/leak.ts';
import { ReplayOriginalRequestEvent, ReplaySeekRequestEvent } from '../../events.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { ReplayCheckRequestEvent } from './events.ts';
import { leakName, LISTED, renderLeak, statusOf } from './render-leak.ts';
import { NOTHING_SHARED } from './share-state.ts';
import { shareStyles } from './share.styles.ts';

/**
 * Shows a copy that was made in the player, and looks for leaks in it. The recording stays as it is meanwhile.
 *
 * @element replay-copy-check
 * @fires {ReplayCheckRequestEvent} replay-check-request - The reader wants to see the copy or to search it, or no longer.
 * @fires {ReplayOriginalRequestEvent} replay-original-request - The reader wants the recording back.
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader wants to see where something was found in the copy.
 */
export class ReplayCopyCheckElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, shareStyles];

  @query('[part="open-copy"]') private openButton!: HTMLElement;

  @property({ attribute: false }) check = NOTHING_SHARED.check;

  /** Seconds, for how times are written. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    // The button that was pressed may have gone with all around it.
    if (changed.get('check')?.isOpen === !this.check.isOpen) this.openButton.focus();
  }

  readonly #handleOpen = (): void => {
    const { isOpen, opening } = this.check;
    this.dispatchEvent(
      isOpen
        ? new ReplayOriginalRequestEvent()
        : new ReplayCheckRequestEvent('open', opening.step !== 'running'),
    );
  };

  readonly #handleScan = (): void => {
    this.dispatchEvent(new ReplayCheckRequestEvent('scan', this.check.scan.step !== 'running'));
  };

  protected override render(): TemplateResult {
    const { isOpen, opening, scan } = this.check;
    const words = localeOf(this);
    const { common, share } = words;
    const isOpening = opening.step === 'running';
    const isScanning = scan.step === 'running';
    return html`
      <h3 id="check">${share.check}</h3>
      <p class=${isOpen ? '' : 'quiet'}>${isOpen ? share.copyOpen : nothing} ${share.checkExplained}</p>
      <div class="row">
        <button class="button outlined" part="open-copy" type="button" @click=${this.#handleOpen}>
          ${isOpen ? share.openOriginal : isOpening ? common.stop : share.openCopy}
        </button>
        <button class="button outlined" part="scan-copy" type="button" @click=${this.#handleScan}>
          ${isScanning ? common.stop : scan.step === 'done' ? share.scanCopyAgain : share.scanCopy}
        </button>
        ${
          isOpening || isScanning
            ? html`<progress
                aria-labelledby="check"
                .value=${isScanning ? scan.share : isOpening ? opening.share : 0}
              ></progress>`
            : nothing
        }
      </div>
      <p role="status">${opening.step === 'failed' ? opening.message : ''} ${statusOf(scan, words)}</p>
      ${scan.step === 'done' && scan.result.length > 0 ? this.#renderList(scan.result) : nothing}
    `;
  }

  #renderList(findings: readonly LeakReport[]): TemplateResult {
    const { common, share } = localeOf(this);
    const more = findings.length - LISTED;
    return html`
      <ul class="list" aria-label=${share.findingsInCopy}>
        ${findings.slice(0, LISTED).map((finding) => this.#renderFinding(finding))}
      </ul>
      ${more > 0 ? html`<p class="quiet">${common.more(more)}</p>` : nothing}
    `;
  }

  /** Its moment is one of the copy, and leads there while that is in the player. */
  #renderFinding(finding: LeakReport): TemplateResult {
    const words = localeOf(this);
    const moment = writeMoment(words, this.clock, finding.time, this.duration);
    return html`
      <li class="thing">
        ${renderLeak(finding, words)}
        ${
          this.check.isOpen
            ? html`<button
                class="button time"
                type="button"
                aria-label=${words.share.showAt(leakName(finding, words), moment)}
                @click=${() => this.dispatchEvent(new ReplaySeekRequestEvent(finding.time))}
              >
                ${moment}
              </button>`
            : nothing
        }
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-copy-check': ReplayCopyCheckElement;
  }
}
