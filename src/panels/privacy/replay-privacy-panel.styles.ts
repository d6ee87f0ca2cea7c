import { css } from 'lit';

/** What differs from the other panels. */
export const privacyPanelStyles = css`
  .switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    padding: 4px 0;
    border: 0;
    border-radius: 6px;
    color: inherit;
    background: none;
    font: 500 14px/1.4 var(--_font);
    text-align: start;
    cursor: pointer;
  }

  .knob {
    flex: none;
    inline-size: 36px;
    block-size: 20px;
    padding: 3px;
    border: 1px solid var(--_muted);
    border-radius: 10px;
  }

  .knob::before {
    content: '';
    display: block;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 6px;
    background: var(--_muted);
    transition: translate 120ms;
  }

  .switch[aria-checked='true'] .knob {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch[aria-checked='true'] .knob::before {
    background: var(--_surface);
    translate: 16px;
  }

  thead th {
    color: var(--_muted);
    font: 600 12px/1.3 var(--_font);
    white-space: nowrap;
  }

  .kind {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 0 10px;
  }

  th:not(:first-child),
  td {
    padding-inline-start: 12px;
    text-align: end;
    unicode-bidi: normal;
  }

  tbody th,
  tbody td {
    padding-block: 6px;
    vertical-align: top;
  }

  /* The patterns are made to be seen on a page, which is mostly white. */
  .swatch {
    display: block;
    grid-row: span 2;
    inline-size: 28px;
    block-size: 22px;
    margin-block-start: 1px;
    padding: 2px;
    border-radius: 4px;
    background: #fff;
  }

  .swatch .mask {
    display: block;
    block-size: 100%;
  }

  .meaning {
    grid-column: 2;
  }

  .thing {
    grid-template-columns: max-content 28px minmax(0, 1fr);
    align-items: start;
  }

  .thing .swatch {
    grid-row: auto;
    margin: 0;
  }

  .thing[aria-current='true'] {
    background: var(--_hover);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .marker.thing .element {
    display: block;
    white-space: normal;
    overflow-wrap: anywhere;
    font:
      12px/1.4 ui-monospace,
      monospace;
  }

  .steps {
    display: flex;
    align-items: center;
    gap: 6px;
    align-self: stretch;
    /* Their icons, not their boxes, stand in line with the rest. */
    margin-inline-start: -8px;
  }

  .steps p {
    flex: 1;
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .swatch {
      background: Canvas;
    }

    .switch[aria-checked='true'] .knob {
      border-color: Highlight;
      background: Highlight;
    }

    .knob::before {
      background: ButtonText;
    }

    .thing[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
