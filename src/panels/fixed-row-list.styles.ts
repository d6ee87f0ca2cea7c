import { css } from 'lit';

/** Height of a row in CSS pixels, for a mouse or for fingers; the lists count on it. Without a window there are no rows. */
export const ROW_HEIGHT = 'matchMedia' in globalThis && matchMedia('(pointer: coarse)').matches ? 44 : 30;

export const fixedRowListStyles = css`
  :host {
    display: block;
    min-block-size: 0;
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .sizer {
    position: relative;
  }

  .rows {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
  }

  .row {
    display: grid;
    grid-template-columns: max-content 18px max-content minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    block-size: ${ROW_HEIGHT}px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_line);
    font-size: 13px;
    line-height: 1.3;
    white-space: nowrap;
    cursor: pointer;
  }

  .row > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .row svg.icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row.current {
    box-shadow: inset 3px 0 var(--_accent);
  }

  .row.selected {
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }

  .time {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .kind {
    color: var(--_muted);
  }

  .error {
    color: light-dark(#a3131c, #ff9a9a);
  }

  .error .title,
  .warning .title {
    font-weight: 600;
  }

  .warning {
    color: light-dark(#7a4b00, #ffcf70);
  }

  @media (forced-colors: active) {
    .row.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .row.selected,
    .row.selected > * {
      color: HighlightText;
      forced-color-adjust: none;
    }

    .row.selected {
      background: Highlight;
    }
  }
`;
