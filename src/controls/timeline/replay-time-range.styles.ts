import { css } from 'lit';

export const timeRangeStyles = css`
  :host {
    display: block;
    position: relative;
    cursor: pointer;
    /* A drag along the bar is ours; one across it still scrolls the page. */
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    -webkit-tap-highlight-color: transparent;
    /* Time runs from left to right in every script. */
    direction: ltr;
  }

  .slider {
    display: flex;
    flex-direction: column;
    justify-content: center;
    position: relative;
    block-size: 26px;
    border-radius: 6px;
  }

  /* A finger is wider than the bar. */
  @media (pointer: coarse) {
    :host {
      padding-block: 9px;
    }
  }

  .slider:focus-visible {
    outline-offset: 1px;
  }

  .slider[aria-disabled='true'] {
    cursor: default;
  }

  svg {
    display: block;
    inline-size: 100%;
  }

  .track {
    block-size: 4px;
    overflow: hidden;
    border-radius: 4px;
    transition: block-size 120ms;
  }

  :host(:hover) .track,
  .slider:focus-visible .track,
  .dragging .track {
    block-size: 8px;
  }

  [aria-disabled='true'] .track {
    block-size: 4px !important;
    opacity: 0.6;
  }

  .rest {
    fill: var(--_track);
  }

  .buffered {
    fill: color-mix(in srgb, var(--_text) 45%, var(--_track));
  }

  .played {
    fill: var(--_accent);
  }

  /* Ticks stand above the bar, clear of it, and never over it. */
  .markers {
    position: absolute;
    inset-block-start: 1px;
    block-size: 6px;
    overflow: visible;
  }

  .markers path {
    fill: none;
    stroke: var(--_muted);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }

  /* Larger than ticks, and in front of them. */
  .errors {
    position: absolute;
    inset-block-start: 0;
    block-size: 8px;
    overflow: visible;
  }

  .notes {
    position: absolute;
    inset-block-start: 0;
    block-size: 8px;
    overflow: visible;
  }

  .note {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 1px;
  }

  .noted {
    fill: var(--_accent);
    transform: scaleY(0.25);
  }

  .at {
    overflow: visible;
  }

  .error {
    fill: light-dark(#c4141f, #ff8080);
  }

  .flag {
    display: inline-block;
    inline-size: 9px;
    block-size: 8px;
    margin-inline-end: 5px;
  }

  [aria-disabled='true'] .errors,
  [aria-disabled='true'] .markers {
    opacity: 0.6;
  }

  .chapters {
    position: absolute;
    inset-block-start: 9px;
    block-size: 8px;
  }

  .chapters path {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }

  /* Between the bar, also while that is thick, and the windows. */
  .hidden {
    position: absolute;
    inset-block-start: 17px;
    block-size: 4px;
    overflow: hidden;
  }

  .hidden path {
    fill: var(--replay-hidden-color, color-mix(in srgb, var(--_muted) 80%, var(--_surface)));
  }

  [aria-disabled='true'] .hidden {
    opacity: 0.6;
  }

  .windows {
    position: absolute;
    inset-block-start: 22px;
    block-size: 3px;
    overflow: hidden;
    border-radius: 2px;
  }

  .windows g {
    opacity: 0.5;
  }

  .windows g.on-screen {
    opacity: 1;
  }

  .window-0 {
    fill: light-dark(#0c8a84, #2fc4bb);
  }

  .window-1 {
    fill: light-dark(#c2570c, #f59a4a);
  }

  .window-2 {
    fill: light-dark(#b0308c, #ec7fce);
  }

  .window-3 {
    fill: light-dark(#3f7d1f, #86cc5c);
  }

  .window-4 {
    fill: light-dark(#1f6fc4, #6cb4f7);
  }

  .window-5 {
    fill: light-dark(#92710a, #dfc044);
  }

  /* Below all else. */
  .found {
    position: absolute;
    inset-block-start: 28px;
    block-size: 4px;
    overflow: hidden;
    border-radius: 2px;
    fill: light-dark(#9a6700, #e9b949);
  }

  .found .rest {
    fill: color-mix(in srgb, var(--_track) 45%, transparent);
  }

  .slider:has(.found) {
    block-size: 34px;
    padding-block-end: 8px;
  }

  [aria-disabled='true'] .found {
    opacity: 0.6;
  }

  .thumb {
    position: absolute;
    inset: 0;
    block-size: 26px;
    overflow: visible;
  }

  .thumb circle {
    fill: var(--_accent);
    r: 6px;
    transition: r 120ms;
  }

  :host(:hover) .thumb circle,
  .slider:focus-visible .thumb circle,
  .dragging .thumb circle {
    r: 8px;
  }

  [aria-disabled='true'] .thumb {
    display: none;
  }

  .pointed {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    position: absolute;
    inset-block-end: 100%;
    left: 0;
    max-inline-size: min(100%, 20rem);
    pointer-events: none;
  }

  /* The frame of a page that is not laid out forgets how far it is scrolled. */
  .pointed.away {
    visibility: hidden;
  }

  .picture {
    transition: opacity 120ms;
  }

  /* Of another moment than the one that is pointed at. */
  .picture.late {
    opacity: 0.4;
  }

  .preview {
    max-inline-size: 100%;
    box-sizing: border-box;
    padding: 4px 8px;
    border-radius: 6px;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font: 500 12px/1.35 var(--_font);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .preview .detail {
    color: var(--_muted);
  }

  .preview .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  @media (forced-colors: active) {
    .rest,
    .found .rest {
      fill: GrayText;
    }

    .found {
      fill: CanvasText;
    }

    .buffered {
      fill: CanvasText;
    }

    .markers path {
      stroke: CanvasText;
    }

    .hidden path,
    .error {
      fill: CanvasText;
    }

    .note,
    .noted {
      fill: Highlight;
    }

    .preview {
      border: 1px solid CanvasText;
    }

    .played,
    .thumb circle {
      fill: Highlight;
    }
  }
`;
