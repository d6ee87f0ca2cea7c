import { html, type TemplateResult } from 'lit';
import { formatClock, formatLength } from '../locale/clock.ts';
import type { Locale } from '../locale/locale.ts';
import { recordingName } from '../locale/recording-name.ts';
import type { PlayerState } from '../player-state.ts';

/**
 * What paper has where no page is on the stage: a player far from view has let go of its page, a lazy one has loaded
 * none, and a browser that prints waits for neither. Screens do not show it.
 *
 * @param label as the page around has set it; may be empty
 */
export function renderPaperNote(
  { recording, recordingIndex, currentTime, duration }: PlayerState,
  words: Locale,
  label: string,
): TemplateResult {
  const name = recording ? recordingName(words, recording, recordingIndex + 1) : words.controls.player;
  return html`
    <div class="paper-note">
      <strong>${label || name}</strong>
      ${recording ? html`<bdi>${formatClock(currentTime, duration)} / ${formatLength(duration)}</bdi>` : ''}
      <span>${words.overlays.notOnPaper}</span>
    </div>
  `;
}
