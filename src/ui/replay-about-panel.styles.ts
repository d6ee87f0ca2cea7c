import { css } from 'lit';

export const aboutPanelStyles = css`
  :host {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(100%, 26rem);
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
  dl,
  dd,
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
  dd,
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

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 16px;
  }

  dt,
  .quiet {
    color: var(--_muted);
  }

  .quiet {
    font-size: 13px;
  }

  dd .quiet {
    display: block;
  }

  .name {
    font-weight: 500;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
  }

  .pair .quiet,
  .remarks .quiet,
  td,
  .page span:first-child,
  .marker span:first-child {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .pages {
    gap: 2px;
    margin-block-start: 2px;
  }

  .page {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 12px;
  }

  .checksum {
    margin-block-start: 4px;
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
    text-align: start;
  }

  tr:last-child > * {
    border: 0;
  }

  tr:first-child > * {
    font-weight: 600;
  }

  td {
    text-align: end;
  }

  .remarks li {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_track);
  }

  .remarks li.repaired {
    border-color: var(--_accent);
  }

  .remarks li.dropped,
  .remarks li.missing {
    border-color: light-dark(#b3261e, #ff9a90);
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

  .alert {
    color: light-dark(#b3261e, #ff9a90);
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
