import { css } from 'lit';

export const controlBarStyles = css`
  :host {
    display: block;
    position: relative;
    padding: 2px 12px 6px;
    color: var(--_text);
    background: var(--_surface);
  }

  .buttons {
    display: flex;
    align-items: center;
    gap: 2px;
    /* As high as it is with controls of any size: the page above it keeps its own. */
    min-block-size: 36px;
    margin-inline: -6px;
  }

  .group {
    display: flex;
    flex: none;
    align-items: center;
    gap: 2px;
  }

  /* Space alone keeps groups apart, and none where a group is empty. */
  .group + .group:has(> .item:not(.gone)) {
    padding-inline-start: 10px;
  }

  .item {
    display: flex;
    flex: none;
  }

  .item.gone {
    display: none;
  }

  /* What is missing here leaves no gap. */
  .item:empty {
    display: none;
  }

  /* An element that shows nothing now still takes part in the row, so the space before it stays in one place. */
  .push {
    margin-inline-start: auto;
  }

  /* Titles can be long, and the captions themselves tell which they are. */
  replay-chapter-menu::part(text),
  replay-captions-menu::part(text) {
    display: none;
  }

  /* What gives way besides whole controls; the bar says in which order. */
  .no-words replay-playlist-controls::part(text),
  .no-words replay-window-menu::part(text),
  .no-words replay-idle-menu::part(text),
  .no-steps replay-playlist-controls::part(previous),
  .no-steps replay-playlist-controls::part(next),
  .no-date replay-time-display::part(date),
  .no-duration replay-time-display::part(duration) {
    display: none;
  }

  .compact,
  .compact .group {
    --_control-size: 32px;
    gap: 0;
  }

  .compact .group + .group:has(> .item:not(.gone)) {
    padding-inline-start: 0;
  }
`;
