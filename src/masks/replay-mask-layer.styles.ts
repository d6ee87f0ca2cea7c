import { css } from 'lit';

/** Kinds differ in pattern and outline, not in colour alone. */
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
    inset-inline-start: 0;
    box-sizing: border-box;
    overflow: hidden;
    border-radius: 3px;
  }

  .boxes > *::after {
    content: attr(data-label);
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    padding-inline: 5px;
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

  .blocked {
    border: 2px solid #1e293b;
    background: repeating-linear-gradient(45deg, rgb(51 65 85 / 0.92) 0 6px, rgb(30 41 59 / 0.92) 6px 12px);
  }

  .text {
    border: 1px dotted #b45309;
    background:
      radial-gradient(circle, rgb(180 83 9 / 0.55) 1px, transparent 1.5px) 0 0 / 5px 5px,
      rgb(251 191 36 / 0.3);
  }

  .input {
    border: 1px dashed #6d28d9;
    background:
      repeating-linear-gradient(90deg, rgb(109 40 217 / 0.35) 0 2px, transparent 2px 7px),
      rgb(167 139 250 / 0.3);
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
`;
