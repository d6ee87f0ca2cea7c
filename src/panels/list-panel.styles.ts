import { css } from 'lit';

/** What panels beside the page have in common: tabs, a bar with a search, and a list that fills the rest. */
export const listPanelStyles = css`
  :host {
    /* Nothing but its lists scrolls: some browsers would scroll it for what gets the focus. */
    overflow: clip;
  }

  .panel {
    block-size: 100%;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    padding: 6px 10px;
    border-block-end: 1px solid var(--_line);
  }

  [role='tablist'] {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    padding-inline: 6px;
    border-block-end: 1px solid var(--_line);
  }

  [role='tab'] {
    flex: none;
    padding: 8px 10px;
    border: 0;
    border-block-end: 2px solid transparent;
    color: var(--_muted);
    background: none;
    font: 500 13px/1.3 var(--_font);
    cursor: pointer;
  }

  [role='tab'][aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
  }

  [role='tab']:focus-visible {
    outline-offset: -2px;
  }

  .chip {
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_text);
    background: none;
    font: 12px/1.5 var(--_font);
    cursor: pointer;
  }

  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }

  .chip .count {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-block-size: 5.2em;
    overflow-y: auto;
  }

  input[type='search'],
  select {
    block-size: 30px;
    padding-inline: 8px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    color: inherit;
    background: var(--_surface);
    font: 13px/1.3 var(--_font);
  }

  input[type='search'] {
    flex: 1 1 8em;
    min-inline-size: 6em;
  }

  .take-out {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .taken {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 10px;
  }

  .taken progress {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .take-out select {
    max-inline-size: 7em;
  }

  .bar .button {
    --_control-size: 30px;
  }

  .bar [role='status'] {
    font-variant-numeric: tabular-nums;
  }

  [role='tabpanel'] {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-block-size: 0;
  }

  .list {
    flex: 1 1 0;
  }

  .note {
    padding: 16px;
  }

  /* What stands above the list would leave it no room: then all of it scrolls, as in other panels. */
  @container (height < 360px) {
    .panel {
      block-size: 100cqb;
      overflow: auto;
      overscroll-behavior: contain;
      scroll-padding-block-start: 56px;
    }

    header,
    [role='tabpanel'] {
      flex: none;
    }

    .list {
      flex: none;
      block-size: max(150px, 100cqb - 110px);
    }

    .list:has(+ replay-entry-details) {
      block-size: max(120px, 50cqb - 56px);
    }
  }

  /* Kinds leave more room for the list in one row that scrolls. */
  @container (width < 420px) {
    .chips {
      flex-wrap: nowrap;
      overflow-x: auto;
      /* Where a scroll bar lies over what scrolls. */
      padding-block-end: 18px;
    }

    .chip {
      flex: none;
    }
  }

  /* Large buttons leave the list no room in several rows. */
  @media (pointer: coarse) {
    .chip {
      padding-inline: 14px;
      border-radius: 10px;
    }

    @container (width < 420px) {
      .bar {
        flex-wrap: nowrap;
        overflow-x: auto;
      }

      .bar > * {
        flex: none;
      }
    }
  }

  /* Tabs take two rows where that leaves room; else they scroll, above a bar that WebKit would lay over them. */
  @container (width < 420px) and (height < 360px) {
    [role='tablist'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-block-end: 12px;
    }
  }

  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }

    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }

    .chip[aria-pressed='true'] {
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }

    .chip[aria-pressed='true'] .count {
      color: HighlightText;
    }
  }
`;
