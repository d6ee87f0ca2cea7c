import { css } from 'lit';

export const loopRangeStyles = css`
  :host {
    display: block;
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    /* As high as the slider; below it can be a brush. */
    block-size: 26px;
    pointer-events: none;
  }

  .band {
    display: block;
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .band rect {
    fill: var(--_accent);
    fill-opacity: 0.2;
  }

  /* Outside of the range on either side, so that the thumb can be held in between, however short that is. */
  .handle {
    position: absolute;
    inset-block: 0;
    inline-size: 12px;
    border-radius: 3px;
    cursor: ew-resize;
    pointer-events: auto;
  }

  .start {
    translate: -100% 0;
  }

  .handle::before {
    content: '';
    position: absolute;
    inset-block: 2px;
    inline-size: 6px;
    border: 2px solid var(--_accent);
  }

  .start::before {
    inset-inline-end: 0;
    border-inline-end: 0;
    border-start-start-radius: 3px;
    border-end-start-radius: 3px;
  }

  .end::before {
    inset-inline-start: 0;
    border-inline-start: 0;
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
  }

  .handle:hover::before,
  .handle:focus-visible::before {
    background: var(--_accent);
  }

  .handle:focus-visible {
    outline-offset: 0;
  }

  @media (pointer: coarse) {
    .handle {
      inline-size: 24px;
    }
  }

  @media (forced-colors: active) {
    .band rect {
      fill: Highlight;
    }

    .handle::before {
      border-color: Highlight;
    }

    .handle:hover::before,
    .handle:focus-visible::before {
      background: Highlight;
    }
  }
`;
