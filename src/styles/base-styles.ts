import { css } from 'lit';

/**
 * What every element of the interface starts from. A page sets the public `--replay-…` properties; the sources
 * read the private `--_…` ones, so that each default stands here and nowhere else. `light-dark()` follows the
 * `color-scheme` that the element inherits from the page.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--replay-accent, light-dark(#4a4fe0, #9aa2ff));
    --_surface: var(--replay-surface, light-dark(#ffffff, #17191f));
    --_text: var(--replay-text, light-dark(#1c1f27, #eceef3));
    --_track: var(--replay-track, light-dark(#c4c8d2, #474c5a));
    --_font: var(--replay-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    --_radius: var(--replay-radius, 10px);
    --_muted: color-mix(in srgb, var(--_text) 72%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_text) 9%, transparent);
    --_line: color-mix(in srgb, var(--_text) 14%, transparent);
    --_stage: light-dark(#e7e9ee, #0c0d10);
    --_panel-size: 26rem;
    --_shadow: 0 0 0 1px var(--_line), 0 8px 28px rgb(0 0 0 / 0.24);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /* Words, names, times and sizes read in their own direction, and stand where that of the page has them. */
  :where(h2, h3, h4, p, li, dt, dd, th, td, div, span, strong, label, legend, summary, code, pre, time),
  ::placeholder {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;

    @supports (text-align: match-parent) {
      text-align: match-parent;
    }
  }

  button,
  option {
    unicode-bidi: plaintext;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  svg.icon {
    display: block;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  svg.icon .solid {
    fill: currentColor;
  }

  summary,
  label:has(> input[type='checkbox'], > input[type='radio']) {
    min-block-size: 24px;
    align-content: center;
  }

  /* Fingers need more room than a mouse. */
  @media (pointer: coarse) {
    button,
    select,
    summary,
    input,
    textarea,
    label:has(> input[type='checkbox'], > input[type='radio']) {
      min-block-size: 44px;
    }

    button {
      min-inline-size: 44px;
    }

    /* What is around them is pressed just as well. */
    input[type='checkbox'],
    input[type='radio'] {
      min-block-size: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
    }
  }
`;
