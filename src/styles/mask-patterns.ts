import { css } from 'lit';

/**
 * What stands for each kind of hidden thing, on the page and in the legend. Kinds differ in pattern and outline, not in
 * colour alone; where a reader has colours of their own these are all that is left. Lines of mixed colours are tiles:
 * Firefox paints no more than one line of a repeating gradient with `color-mix()` in it.
 */
export const maskPatterns = css`
  .mask {
    --_tint: color-mix(in srgb, var(--_ink) 22%, transparent);
    --_line-ink: color-mix(in srgb, var(--_ink) 55%, transparent);
    border: 1px solid var(--_ink);
    border-radius: 3px;
    background-color: var(--_tint);
  }

  .blocked {
    --_ink: #1e293b;
    border-width: 2px;
    background: repeating-linear-gradient(45deg, rgb(51 65 85 / 0.92) 0 6px, rgb(30 41 59 / 0.92) 6px 12px);
  }

  .text {
    --_ink: #b45309;
    border-style: dotted;
    background: radial-gradient(circle, var(--_line-ink) 1px, transparent 1.5px) 0 0 / 5px 5px var(--_tint);
  }

  .input {
    --_ink: #6d28d9;
    border-style: dashed;
    background: linear-gradient(90deg, var(--_line-ink) 2px, transparent 0) 0 0 / 7px 7px var(--_tint);
  }

  .exposed {
    --_ink: #b91c1c;
    border-width: 3px;
    border-style: dotted;
    background: linear-gradient(
        45deg,
        var(--_line-ink) 25%,
        transparent 0 50%,
        var(--_line-ink) 0 75%,
        transparent 0
      )
      0 0 / 8px 8px var(--_tint);
  }

  .ignored {
    --_ink: #be185d;
    border-width: 2px;
    border-style: dashed;
    background: linear-gradient(var(--_line-ink) 2px, transparent 0) 0 0 / 6px 6px var(--_tint);
  }

  .network {
    --_ink: #0e7490;
    border-block-style: solid;
    border-inline-style: none;
    background: linear-gradient(
        135deg,
        var(--_line-ink) 12.5%,
        transparent 0 50%,
        var(--_line-ink) 0 62.5%,
        transparent 0
      )
      0 0 / 6px 6px var(--_tint);
  }

  .canvas {
    --_ink: #3f6212;
    background:
      linear-gradient(90deg, var(--_line-ink) 1px, transparent 1px) 0 0 / 8px 8px,
      linear-gradient(var(--_line-ink) 1px, transparent 1px) 0 0 / 8px 8px var(--_tint);
  }

  .frame {
    --_ink: #1d4ed8;
    border-width: 3px;
    border-style: double;
    background: conic-gradient(var(--_line-ink) 25%, transparent 0 50%, var(--_line-ink) 0 75%, transparent 0)
      0 0 / 10px 10px var(--_tint);
  }

  .covered {
    --_ink: #111827;
    border-width: 2px;
    border-style: solid;
    background:
      repeating-linear-gradient(45deg, rgb(243 244 246 / 0.6) 0 1px, transparent 1px 6px),
      repeating-linear-gradient(135deg, rgb(243 244 246 / 0.6) 0 1px, rgb(17 24 39 / 0.9) 1px 6px);
  }

  /* A saw tooth, as where paper was torn off. Nothing but asterisks lies below. */
  .redacted {
    --_ink: var(--replay-redacted-color, #0f766e);
    --_tooth: color-mix(in srgb, var(--_ink) 70%, transparent);
    border-width: 2px;
    border-style: solid;
    background:
      linear-gradient(135deg, var(--_tooth) 25%, transparent 0) 0 0 / 12px 12px,
      linear-gradient(225deg, var(--_tooth) 25%, var(--_tint) 0) 0 0 / 12px 12px;
  }

  @media (forced-colors: active) {
    .mask {
      --_ink: CanvasText;
      --_tint: Canvas;
      --_line-ink: CanvasText;
      border-color: CanvasText;
      /* Or there would be no patterns: they are gradients. */
      forced-color-adjust: none;
    }

    .redacted {
      --_tooth: CanvasText;
    }

    .blocked {
      background: repeating-linear-gradient(45deg, CanvasText 0 6px, Canvas 6px 12px);
    }

    .covered {
      background:
        repeating-linear-gradient(45deg, CanvasText 0 1px, transparent 1px 6px),
        repeating-linear-gradient(135deg, CanvasText 0 1px, Canvas 1px 6px);
    }
  }
`;
