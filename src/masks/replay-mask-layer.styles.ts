import { css } from 'lit';

export const maskLayerStyles = css`
  :host {
    display: block;
    overflow: hidden;
    pointer-events: none;
  }

  :host([hidden]) {
    display: none;
  }

  .boxes > * {
    position: absolute;
    inset-block-start: 0;
    /* Where they are is counted from the left, in pages from right to left, too. */
    left: 0;
    box-sizing: border-box;
    overflow: hidden;
  }

  .boxes > *::after {
    content: attr(data-label);
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    box-sizing: border-box;
    max-inline-size: 100%;
    overflow: hidden;
    padding-inline: 5px;
    text-overflow: ellipsis;
    border-end-start-radius: 3px;
    font: 600 11px/15px var(--_font, system-ui, sans-serif);
    white-space: nowrap;
    color: #fff;
    background: #1e293b;
  }

  .boxes > [data-label='']::after {
    display: none;
  }

  .boxes > [hidden] {
    display: none;
  }

  /* Two rings, so that it stands out from any page. */
  .boxes > .highlighted {
    outline: 3px solid #fde047;
    box-shadow: 0 0 0 6px #111827;
  }

  .summary {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .boxes > .highlighted {
      outline-color: Highlight;
    }
  }
`;
