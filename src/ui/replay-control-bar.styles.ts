import { css } from 'lit';

export const controlBarStyles = css`
  :host {
    display: block;
    position: relative;
    padding: 2px 12px 6px;
    color: var(--_text);
    background: var(--_surface);
    container-type: inline-size;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    margin-inline: -6px;
  }

  /* An element that shows nothing now still takes part in the row, so the space before it stays in one place. */
  .push {
    margin-inline-start: auto;
  }

  /* Words give way first, then the length or the day of the recording, then room around the icons. */
  @container (width < 620px) {
    replay-window-menu::part(text),
    replay-playlist-controls::part(text),
    replay-idle-menu::part(text) {
      display: none;
    }
  }

  @container (width < 400px) {
    .buttons {
      --_control-size: 32px;
      gap: 0;
    }

    replay-time-display::part(duration),
    replay-time-display::part(date) {
      display: none;
    }
  }

  @container (width < 320px) {
    .buttons {
      --_control-size: 28px;
    }
  }
`;
