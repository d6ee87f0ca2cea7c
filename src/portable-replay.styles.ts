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
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
  }

  :host(:fullscreen) {
    border-radius: 0;
  }

  .stage {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    background: var(--_stage);
  }

  .stage:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  :host(:fullscreen) .stage {
    aspect-ratio: auto;
  }

  .pages,
  .page,
  .masks {
    position: absolute;
    inset: 0;
  }

  .page.standby {
    visibility: hidden;
  }

  .masks {
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

  .notices > * {
    flex: 0 1 auto;
    margin: 0;
    pointer-events: auto;
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

  .notice.with-button {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: 0;
    padding-inline-end: 4px;
  }

  /* rrweb-player writes its size into style attributes, which a strict policy refuses and fluid pages outgrow. */
  .rr-player,
  .rr-player__frame {
    inline-size: 100% !important;
    block-size: 100% !important;
  }

  .rr-player {
    float: none;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }

  .rr-player__frame {
    position: relative;
  }

  .replayer-wrapper {
    position: absolute;
    float: none;
  }

  /* Text below it is to be selected. */
  .replayer-mouse {
    pointer-events: none;
  }

  /* Until the mouse has moved nobody knows where it was; the core puts it into the corner. */
  .replayer-mouse:not([style]) {
    visibility: hidden;
  }

  /* A device, in pixels of its screen: it is scaled with the page. */
  .device .replayer-wrapper {
    border-radius: 20px;
    background: #000;
    box-shadow:
      0 0 0 10px #16181d,
      0 0 0 13px #5b606b,
      0 10px 40px rgb(0 0 0 / 0.35);
  }

  .device .replayer-wrapper iframe {
    border-radius: 20px;
  }

  /* Fingers leave no mark between touches, and a tap is shorter than a glance. */
  .device .replayer-mouse {
    visibility: hidden;
  }

  .device .replayer-mouse.touch-device {
    visibility: visible;
    inline-size: 56px;
    block-size: 56px;
    margin: -28px 0 0 -28px;
    border: 0;
    background: rgb(244 63 94 / 0.45);
    box-shadow: 0 0 0 3px rgb(244 63 94 / 0.8);
    opacity: 0;
    transition: opacity 600ms ease-in;
  }

  .device .replayer-mouse.touch-device.touch-active {
    opacity: 1;
    transition: none;
  }

  .replayer-wrapper iframe {
    border: 0;
    background: white;
    color-scheme: light;
  }
`;
