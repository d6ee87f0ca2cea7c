import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: block;
    min-width: 0;
    overflow: hidden;
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    font: 14px/1.4 var(--_font);
  }

  .player {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
  }

  :host(:fullscreen) {
    border-radius: 0;
  }

  .main {
    display: flex;
    flex: 1 1 auto;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 0;
    aspect-ratio: 16 / 9;
    /* What the timeline shows lies above all of it, above heads and feet of panels too. */
    isolation: isolate;
  }

  .stage {
    position: relative;
    flex: 1 1 0;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    background: var(--_stage);
  }

  /* Two fingers zoom the page on the stage, one scrolls what is around the player. */
  .stage {
    touch-action: pan-x pan-y;
  }

  .stage.larger {
    cursor: grab;
    touch-action: none;
  }

  .stage:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  :host(:fullscreen) .main {
    aspect-ratio: auto;
  }

  /* A panel stands beside the page here, and never over it. */
  replay-panel-dock > * {
    inline-size: 100%;
    box-shadow: none;
  }

  @container (width < 640px) {
    .main:has(> replay-panel-dock:not([hidden])) {
      flex-direction: column;
      aspect-ratio: 9 / 16;
    }
  }

  /* A sheet at the bottom, with the page above it, where a panel would lie over all of it. Paper has no panels. */
  @media screen {
    @container (width < 640px) {
      .main:has(> .stage > [part='inspector']) {
        aspect-ratio: 9 / 16;
      }

      .stage > [part='inspector'] {
        inset-block-start: auto;
        inline-size: 100%;
        block-size: max(60%, min(100%, 300px));
        border-radius: 14px 14px 0 0;
      }

      .stage:has(> [part='inspector']) > .pages {
        inset-block-end: min(60%, 100% - 120px);
      }
    }
  }

  .poster {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    background: var(--_stage);
    object-fit: contain;
    pointer-events: none;
  }

  .masks {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .notices {
    display: flex;
    position: absolute;
    inset: 8px;
    flex-direction: column;
    align-items: center;
    justify-content: end;
    gap: 8px;
    pointer-events: none;
  }

  /* Beside the panel over the picture, which comes after them. */
  @container (width >= 46rem) {
    .notices:not(:last-child) {
      inset-inline-end: calc(var(--_panel-size) + 8px);
    }
  }

  .notices > * {
    flex: 0 1 auto;
    margin: 0;
    pointer-events: auto;
  }

  /* Over whatever page: white on black, in the user's own size of text, and never in the way of a click. */
  .notices > .captions {
    display: grid;
    gap: 2px;
    max-inline-size: min(100%, 40em);
    color: #fff;
    font-size: 1.125rem;
    line-height: 1.35;
    text-align: center;
    text-wrap: balance;
    white-space: pre-line;
    overflow-wrap: anywhere;
    pointer-events: none;
  }

  .captions > p {
    justify-self: center;
    margin: 0;
    padding: 2px 8px;
    border-radius: 4px;
    background: rgb(0 0 0 / 0.85);
  }

  /* In the timeline: small, and with the shape of most screens. */
  .preview {
    position: relative;
    inline-size: min(208px, 42cqi);
    aspect-ratio: 16 / 10;
    overflow: hidden;
    border: 1px solid color-mix(in srgb, var(--_text) 30%, transparent);
    border-radius: 6px;
    background: var(--_stage);
    box-shadow: var(--_shadow);
  }

  .stage.picking {
    cursor: crosshair;
  }

  /* What was filled in stays there while an element is picked behind it. */
  .aside {
    visibility: hidden;
  }

  .notice {
    padding: 6px 12px;
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: 0 1px 6px rgb(0 0 0 / 0.3);
  }

  .notice.brief {
    pointer-events: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .notice.brief {
      animation: appear 200ms;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .notice.with-button {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: 0;
    padding-inline-end: 4px;
  }

  .paper-note {
    display: none;
  }

  /* Paper shows the frame that is on the stage, or which is not there, and nothing to press. */
  @media print {
    :host {
      break-inside: avoid;
      -webkit-print-color-adjust: exact;
    }

    replay-control-bar,
    replay-panel-dock,
    .notices,
    .stage > [part='overlay'],
    .stage > [part='inspector'] {
      display: none;
    }

    .paper-note {
      display: flex;
      position: absolute;
      inset: 0;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 4px;
      padding: 12px;
      border: 1px solid var(--_line);
      color: var(--_text);
      background: var(--_surface);
      text-align: center;
      overflow-wrap: anywhere;
    }
  }
`;
