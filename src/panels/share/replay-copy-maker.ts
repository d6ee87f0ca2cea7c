import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { RedactionSummary } from '../../core/redact/rules.ts';
import { ReplayCopyRequestEvent, ReplayDownloadRequestEvent, ReplayDraftRequestEvent } from './events.ts';
import type { CopyFormat } from '../../copies/copy-plan.ts';
import { hasPlayerSource } from '../../copies/player-source.ts';
import { type CopyDraft, type CopyState, type MadeCopy, NOTHING_SHARED } from './share-state.ts';
import { leakName } from './render-leak.ts';
import { type CountedRule, countedRules, isIdle } from './rule-counts.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { alertIcon } from '../../styles/icons.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import type { Locale } from '../../locale/locale.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { shareStyles } from './share.styles.ts';

const FORMATS: readonly CopyFormat[] = hasPlayerSource ? ['html', '2023-04-28'] : ['2023-04-28'];

/**
 * Makes a copy of the recording, says how large it is and what was removed from it, and hands it out.
 *
 * @element replay-copy-maker
 * @fires {ReplayDraftRequestEvent} replay-draft-request - The reader chose what the copy is to be.
 * @fires {ReplayCopyRequestEvent} replay-copy-request - The reader wants a copy to be made, or no longer.
 * @fires {ReplayDownloadRequestEvent} replay-download-request - The reader wants the copy, or the summary of what was removed.
 */
export class ReplayCopyMakerElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, shareStyles];

  @query('.outcome') private outcome!: HTMLElement;

  @property({ attribute: false }) copy: CopyState = { step: 'idle' };

  @property({ attribute: false }) draft = NOTHING_SHARED.draft;

  /** Whether there are chapters, captions or notes. */
  @property({ type: Boolean, attribute: 'has-tracks' }) hasTracks = false;

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  protected override updated(changed: PropertyValues<this>): void {
    // What has come about is at the very end of the panel; one that opens anew begins at its top.
    const isOver = this.copy.step === 'done' || this.copy.step === 'failed';
    if (changed.get('copy') && isOver) this.outcome.scrollIntoView({ block: 'nearest' });
  }

  readonly #handleMake = (): void => {
    if (this.complete) this.dispatchEvent(new ReplayCopyRequestEvent(this.copy.step !== 'running'));
  };

  readonly #handleFromNow = ({ target }: Event): void => {
    this.#change({ fromNow: (target as HTMLInputElement).checked });
  };

  readonly #handleTracks = ({ target }: Event): void => {
    this.#change({ tracks: (target as HTMLInputElement).checked });
  };

  #change(change: Partial<CopyDraft>): void {
    this.dispatchEvent(new ReplayDraftRequestEvent(change));
  }

  #download(what: 'copy' | 'summary'): void {
    this.dispatchEvent(new ReplayDownloadRequestEvent(what));
  }

  protected override render(): TemplateResult {
    const { copy, draft } = this;
    const { common, share } = localeOf(this);
    const isRunning = copy.step === 'running';
    return html`
      <h3 id="copy">${share.copy}</h3>
      <fieldset>
        <legend>${share.copyFormat}</legend>
        ${FORMATS.map(
          (format) => html`
            <label class="tick">
              <input
                type="radio"
                name="format"
                .checked=${format === draft.format}
                @change=${() => this.#change({ format })}
              />
              <span>
                ${share.copyFormats[format].label}
                <span class="quiet">${share.copyFormats[format].hint}</span>
              </span>
            </label>
          `,
        )}
      </fieldset>
      <label class="tick" ?hidden=${draft.format !== 'html'}>
        <input type="checkbox" .checked=${draft.fromNow} @change=${this.#handleFromNow} />
        ${share.fromNow}
      </label>
      <label class="tick" ?hidden=${draft.format !== 'html' || !this.hasTracks}>
        <input type="checkbox" name="tracks" .checked=${draft.tracks} @change=${this.#handleTracks} />
        <span>
          ${share.tracks}
          <span class="quiet">${share.tracksHint}</span>
        </span>
      </label>
      <div class="row">
        <button
          class="button ${copy.step === 'done' ? 'outlined' : 'filled'}"
          part="make"
          type="button"
          aria-disabled=${!this.complete}
          @click=${this.#handleMake}
        >
          ${isRunning ? common.stop : share.makeCopy}
        </button>
        ${isRunning ? html`<progress aria-labelledby="copy" .value=${copy.share}></progress>` : nothing}
      </div>
      <div class="outcome" role="status">${this.#renderOutcome()}</div>
      ${copy.step === 'done' ? this.#renderCounts(copy.result) : nothing}
    `;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { copy } = this;
    const { share } = localeOf(this);
    if (copy.step === 'failed') return html`<p class="alert">${copy.message}</p>`;
    if (copy.step === 'running') return html`<p>${share.makingCopy}</p>`;
    if (copy.step !== 'done') return nothing;
    const { blob, summary } = copy.result.copy;
    const idle = countedRules(copy.result).filter(isIdle).length;
    return html`
      <p>
        ${share.copySize(blob.size)} ${summary ? share.removed(countsOf(summary, share)) : share.notRedacted}
        ${idle > 0 ? share.idleRules(idle) : nothing}
      </p>
      <div class="row">
        <button class="button filled" part="save" type="button" @click=${() => this.#download('copy')}>
          ${share.saveCopy}
        </button>
        ${
          summary
            ? html`<button class="button" type="button" @click=${() => this.#download('summary')}>
                ${share.saveSummary}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderCounts(made: MadeCopy): TemplateResult | typeof nothing {
    const { share } = localeOf(this);
    const rules = countedRules(made);
    if (rules.length === 0) return nothing;
    const skipped = made.copy.summary?.skipped ?? 0;
    return html`
      <h4 id="counts">${share.byRule}</h4>
      <ul class="list counts" part="counts" aria-labelledby="counts">
        ${rules.map((rule) => this.#renderCount(rule))}
      </ul>
      ${skipped > 0 ? html`<p class="quiet">${share.skipped(skipped)}</p>` : nothing}
    `;
  }

  #renderCount(counted: CountedRule): TemplateResult {
    const words = localeOf(this);
    const { format, share } = words;
    const { rule, leak, text } = counted;
    const counts = numbersOf(counted, share);
    return html`
      <li class="count">
        <span>
          <span class="name">${{ ...share.kinds, ...share.rules }[rule]}</span>
          ${leak ? leakName(leak, words) : text === '' ? nothing : html`<code>${text}</code>`}
        </span>
        ${
          isIdle(counted)
            ? html`<span class="alert">${alertIcon} ${share.matchedNothing}</span>`
            : html`<span class="quiet">${format.list(counts)}</span>`
        }
      </li>
    `;
  }
}

/** What was removed, in numbers. */
function countsOf({ rules, kinds, outOfRange }: RedactionSummary, share: Locale['share']): readonly string[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return numbersOf(
    {
      elements: sum(rules.map(({ elements }) => elements)),
      texts: sum(rules.map(({ texts }) => texts)),
      events: sum(Object.values(kinds)) + (outOfRange ?? 0),
    },
    share,
  );
}

function numbersOf(
  { elements, texts, events }: Pick<CountedRule, 'elements' | 'texts' | 'events'>,
  share: Locale['share'],
): readonly string[] {
  const counts = [
    [elements, share.removedElements],
    [texts, share.removedTexts],
    [events, share.removedEvents],
  ] as const;
  return counts.filter(([count]) => count > 0).map(([count, words]) => words(count));
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-copy-maker': ReplayCopyMakerElement;
  }
}
