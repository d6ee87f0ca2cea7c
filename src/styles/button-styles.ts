import { css } from 'lit';

/**
 * The buttons of the interface: `.button` alone is one of the bar, `.filled` and `.outlined` are those of the
 * overlays. `--_control-size` and `--_action-size` let a small player shrink all of a kind at once.
 */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-inline-size: var(--_control-size, 36px);
    block-size: var(--_control-size, 36px);
    margin: 0;
    /* An icon of 20 pixels then makes it square. */
    padding: 0 calc((var(--_control-size, 36px) - 20px) / 2);
    border: 0;
    border-radius: 8px;
    color: var(--_text);
    background: none;
    font: 500 13px/1 var(--_font);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color 120ms;
    -webkit-tap-highlight-color: transparent;
  }

  .button:hover,
  .button[aria-expanded='true'] {
    background: var(--_hover);
  }

  .button:focus-visible {
    outline-offset: -2px;
  }

  /* What goes on and off while it is used is disabled by ARIA alone, as it would lose the focus otherwise. */
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.45;
    background: none;
    cursor: default;
  }

  .button.filled,
  .button.outlined {
    block-size: var(--_action-size, 40px);
    padding-inline: 18px;
    font-size: 14px;
  }

  /* The accent is made to be seen on the surface, so the surface can be read on the accent. */
  .button.filled {
    color: var(--_surface);
    background: var(--_accent);
  }

  .button.filled:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .button.outlined {
    box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_text) 28%, transparent);
  }

  .button.filled:focus-visible,
  .button.outlined:focus-visible {
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    .button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button.filled,
    .button.outlined {
      border: 1px solid ButtonText;
    }

    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
