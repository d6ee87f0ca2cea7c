import { css } from 'lit';

export const outlineLayerStyles = css`
  :host {
    --_outline: var(--replay-outline-color, #1d4ed8);
    display: block;
    overflow: hidden;
    container-type: size;
    pointer-events: none;
  }

  .outline {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    box-sizing: border-box;
  }

  [hidden] {
    display: none;
  }

  /* Two rings inside of each other, so that it stands out from any page and at its edge. */
  .frame {
    position: absolute;
    inset: 0;
    border: 2px solid var(--_outline);
    box-shadow: inset 0 0 0 2px rgb(255 255 255 / 0.85);
  }

  .pointed .frame {
    border-style: dashed;
    background: color-mix(in srgb, var(--_outline) 15%, transparent);
  }

  .away .frame {
    display: none;
  }

  .label {
    display: flex;
    position: absolute;
    inset-block-end: 100%;
    left: 0;
    max-inline-size: 50cqi;
    padding-inline: 5px;
    border-radius: 3px;
    color: #fff;
    background: #1e293b;
    font: 600 12px/18px var(--_font, system-ui, sans-serif);
    white-space: pre;
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .size {
    flex: none;
    font-weight: 400;
  }

  .inside .label {
    inset-block: 0 auto;
  }

  .right .label {
    left: auto;
    right: 0;
  }

  .told {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .frame {
      border-color: Highlight;
    }

    .label {
      border: 1px solid CanvasText;
    }
  }
`;
