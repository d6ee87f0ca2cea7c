import { css, unsafeCSS } from 'lit';
import rrwebStyles from 'rrweb-player/dist/style.css?inline';

/** How replayed pages look on the stage: rrweb-player's own sheet, and what differs from it. */
export const stageStyles = css`
  ${unsafeCSS(rrwebStyles)}

  .pages,
  .page {
    position: absolute;
    inset: 0;
  }

  .page.standby,
  .shelter {
    visibility: hidden;
  }

  /* Pages are laid out here without being seen. */
  .shelter {
    position: fixed;
    inset: 0;
    overflow: hidden;
  }

  .rr-player,
  .rr-player__frame {
    inline-size: 100%;
    block-size: 100%;
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

  /* Paper has another width than the screen, and no script is asked before it is filled. */
  @media print {
    .pages {
      container-type: size;
    }

    .replayer-wrapper {
      /* The tangent of the arc tangent is the quotient of two lengths. */
      --_across: tan(atan2(100cqi, var(--_outer-width)));
      --_down: tan(atan2(100cqb, var(--_outer-height)));
      transform: scale(min(var(--_across), var(--_down))) translate(-50%, -50%) !important;
    }
  }

  .replayer-wrapper iframe {
    border: 0;
    background: white;
    color-scheme: light;
  }
`;
