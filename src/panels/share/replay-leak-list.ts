import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LeakReport } from '../../core/scan/leak.ts';
import { ReplaySeekRequestEvent } from '../../events.ts';
import { ReplayDraftRequestEvent, ReplayScanRequestEvent } from './events.ts';
import { leakName, LISTED, renderLeak, statusOf } from './render-leak.ts';
import { NOTHING_SHARED, type ScanState } from './share-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { shareStyles } from './share.styles.ts';

/**
 * Looks for what should not have been recorded and lists what was found, to be ticked off. What the recording says is
 * shown as text, and only as much of it as it takes to recognise it. All that are ticked are removed, listed or not.
 *
 * @element replay-leak-list
 * @fires {ReplayScanRequestEvent} replay-scan-request - The reader wants the search to begin or to stop.
 * @fires {ReplayDraftRequestEvent} replay-draft-request - The reader dismissed findings, or took that back.
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader wants to see where something was found.
 */
export class ReplayLeakListElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, shareStyles];

  @property({ attribute: false }) scan: ScanState = { step: 'idle' };

  @property({ attribute: false }) draft = NOTHING_SHARED.draft;

  /** Seconds, for how times are written. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  #tick(findings: readonly LeakReport[], isTicked: boolean): void {
    const dismissed = new Set(this.draft.dismissed);
    for (const { id } of findings) {
      if (isTicked) dismissed.delete(id);
      else dismissed.add(id);
    }
    this.dispatchEvent(new ReplayDraftRequestEvent({ dismissed }));
  }

  #request(isWanted: boolean): void {
    if (this.complete) this.dispatchEvent(new ReplayScanRequestEvent(isWanted));
  }

  #seek(time: number): void {
    this.dispatchEvent(new ReplaySeekRequestEvent(time));
  }

  get #findings(): readonly LeakReport[] {
    return this.scan.step === 'done' ? this.scan.result : [];
  }

  protected override render(): TemplateResult {
    const { scan } = this;
    const words = localeOf(this);
    const { common, share } = words;
    const isRunning = scan.step === 'running';
    return html`
      <h3 id="scan">${share.scan}</h3>
      <p class="quiet">${share.scanExplained}</p>
      <div class="row">
        <button
          class="button outlined"
          part="scan"
          type="button"
          aria-disabled=${!this.complete}
          @click=${() => this.#request(!isRunning)}
        >
          ${isRunning ? common.stop : scan.step === 'done' ? share.scanAgain : share.scan}
        </button>
        ${isRunning ? html`<progress aria-labelledby="scan" .value=${scan.share}></progress>` : nothing}
      </div>
      <p role="status">${statusOf(scan, words)}</p>
      ${this.#findings.length > 0 ? this.#renderList() : nothing}
    `;
  }

  #renderList(): TemplateResult {
    const more = this.#findings.length - LISTED;
    const { common, share } = localeOf(this);
    return html`
      <div class="row">
        <button class="button" type="button" @click=${() => this.#tick(this.#findings, true)}>
          ${share.selectAll}
        </button>
        <button class="button" type="button" @click=${() => this.#tick(this.#findings, false)}>
          ${share.selectNone}
        </button>
      </div>
      <ul class="list" aria-label=${share.findings}>
        ${this.#findings.slice(0, LISTED).map((finding) => this.#renderFinding(finding))}
      </ul>
      ${more > 0 ? html`<p class="quiet">${common.more(more)}</p>` : nothing}
    `;
  }

  #renderFinding(finding: LeakReport): TemplateResult {
    const { id, time } = finding;
    const words = localeOf(this);
    const moment = writeMoment(words, this.clock, time, this.duration);
    return html`
      <li class="thing">
        <label>
          <input
            type="checkbox"
            .checked=${!this.draft.dismissed.has(id)}
            @change=${(event: Event) => this.#tick([finding], (event.target as HTMLInputElement).checked)}
          />
          ${renderLeak(finding, words)}
        </label>
        <button
          class="button time"
          type="button"
          aria-label=${words.share.showAt(leakName(finding, words), moment)}
          @click=${() => this.#seek(time)}
        >
          ${moment}
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-leak-list': ReplayLeakListElement;
  }
}
