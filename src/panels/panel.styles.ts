import { css } from 'lit';

/** What the panels over the picture have in common, tables and lists of moments included. */
export const panelStyles = css`
  :host {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(100%, var(--_panel-size));
    overflow: auto;
    overscroll-behavior: contain;
    /* What is focused comes to rest between what stays in place. */
    scroll-padding-block: 56px min(130px, 30%);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font: 14px/1.45 var(--_font);
    container-type: size;
    cursor: auto;
    user-select: text;
  }

  .panel {
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
  }

  .panel:focus,
  h2:focus {
    outline: none;
  }

  header,
  footer {
    inset-block: 0;
    background: var(--_surface);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    position: sticky;
    z-index: 1;
    padding: 6px 8px 6px 16px;
    border-block-end: 1px solid var(--_line);
  }

  .content {
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 14px 16px 20px;
  }

  footer {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: 8px;
    z-index: 1;
    margin-block-start: auto;
    padding: 12px 16px;
    border-block-start: 1px solid var(--_line);
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
  }

  h2 {
    font: 600 16px/1.3 var(--_font);
  }

  h3 {
    margin-block-end: 6px;
    color: var(--_muted);
    font: 600 12px/1.3 var(--_font);
    letter-spacing: 0.02em;
  }

  h2,
  p,
  li,
  th {
    overflow-wrap: anywhere;
  }

  ul {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }

  .quiet {
    color: var(--_muted);
    font-size: 13px;
  }

  .name {
    font-weight: 500;
  }

  td,
  .marker span:first-child {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 3px 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
  }

  tbody tr:last-child > * {
    border: 0;
  }

  /* Columns of numbers. */
  td {
    text-align: end;
    unicode-bidi: normal;
  }

  .markers {
    gap: 0;
    margin-inline: -8px;
  }

  .marker {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 12px;
    inline-size: 100%;
    padding: 5px 8px;
    border: 0;
    border-radius: 6px;
    color: inherit;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .marker:hover,
  .marker:focus-visible {
    background: var(--_hover);
  }

  .marker:focus-visible {
    outline-offset: -2px;
  }

  .marker span:first-child {
    color: var(--_muted);
  }

  @container (height >= 400px) {
    footer {
      position: sticky;
    }
  }

  @media (forced-colors: active) {
    :host {
      border-inline-start: 1px solid CanvasText;
    }
  }
`;
