import { html, nothing, type TemplateResult } from 'lit';
import { formatLength } from '../locale/clock.ts';
import type { Locale } from '../locale/locale.ts';
import type { PlayerState } from '../player-state.ts';

/** What the buttons of notices do. */
export interface NoticeActions {
  readonly stopPicking: (event: Event) => void;
  readonly dismissLink: (event: Event) => void;
  readonly dismissTracks: (event: Event) => void;
  /** Puts the recording back whose copy is in the player. */
  readonly showOriginal: (event: Event) => void;
  /** Plays on from where it paused by itself. */
  readonly goOn: (event: Event) => void;
}

/** What is said at the lower edge of the picture, with the captions above it. */
export function renderNotices(
  state: PlayerState,
  { common, overlays, share, tracks, links }: Locale,
  { stopPicking, showOriginal, goOn, dismissLink, dismissTracks }: NoticeActions,
): TemplateResult {
  const {
    notice,
    phase,
    blocked,
    canLoadAssets,
    assetsDismissed,
    stageMode,
    isCopy,
    copiedLink,
    openedTracks,
    skipped,
  } = state;
  const { captionLines, chapters } = state.tracks;
  const chapter = chapters.find(({ time }) => time === state.pausedAt);
  return html`
    <div class="notices">
      ${
        captionLines.length > 0
          ? html`<div class="captions" part="captions">
              ${captionLines.map((line) => html`<p>${line}</p>`)}
            </div>`
          : nothing
      }
      ${
        copiedLink?.isCopied
          ? html`<p class="notice" part="notice" role="status">${links.copied}</p>`
          : nothing
      }
      ${
        copiedLink && !copiedLink.isCopied
          ? html`<p class="notice with-button" part="notice" role="status">
              <label>${links.copyByHand} <input readonly .value=${copiedLink.link} @click=${select} /></label>
              <button class="button" type="button" @click=${dismissLink}>${common.close}</button>
            </p>`
          : nothing
      }
      ${openedTracks.map(({ file, role, count, problem }) => {
        const added = role === null ? '' : tracks.opened(file, role, count);
        const words = [added, problem].filter(Boolean).join(' ');
        return html`<p class="notice ${problem === '' ? '' : 'with-button'}" part="notice" role="status">
          ${words}
          ${
            problem === ''
              ? nothing
              : html`<button class="button" type="button" @click=${dismissTracks}>${common.close}</button>`
          }
        </p>`;
      })}
      ${
        chapter
          ? html`<p class="notice with-button" part="notice" role="status">
              ${tracks.pausedAt(chapter.title)}
              <button class="button" type="button" @click=${goOn}>${tracks.goOn}</button>
            </p>`
          : nothing
      }
      ${
        skipped === null
          ? nothing
          : html`<p class="notice brief" part="notice" aria-hidden="true">
              ${overlays.skipped(formatLength(skipped))}
            </p>`
      }
      ${
        notice
          ? html`<p class="notice" part="notice" role="status">
              ${notice.type === 'passed-over' ? overlays.passedOver(notice.seconds) : notice.warning.message}
            </p>`
          : nothing
      }
      ${
        stageMode.type === 'pick'
          ? html`<p class="notice with-button" part="notice" role="status">
              ${share.pickHint}
              <button class="button" type="button" @click=${stopPicking}>${common.stop}</button>
            </p>`
          : nothing
      }
      ${
        isCopy
          ? html`<p class="notice with-button" part="notice" role="status">
              ${share.copyOpen}
              <button class="button" type="button" @click=${showOriginal}>${share.openOriginal}</button>
            </p>`
          : nothing
      }
      ${
        phase === 'ready' && blocked.length > 0 && !assetsDismissed
          ? html`<replay-assets-notice
              part="notice"
              .assets=${blocked}
              ?can-load=${canLoadAssets}
            ></replay-assets-notice>`
          : nothing
      }
    </div>
    <p class="visually-hidden" role="status">${skipped === null ? '' : overlays.skippedAloud(skipped)}</p>
  `;
}

/** The picture below would take the click as play or pause. */
function select(event: Event): void {
  event.stopPropagation();
  if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
}
