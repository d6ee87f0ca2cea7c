import { css } from 'lit';

export const menuStyles = css`
  .text:empty {
    display: none;
  }

  .menu {
    min-inline-size: 112px;
  }

  .item {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 33px;
    padding: 4px 14px 4px 8px;
    border: 0;
    border-radius: 6px;
    color: inherit;
    background: none;
    font: 13px/1.35 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }

  .item:hover,
  .item:focus-visible {
    background: var(--_hover);
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .apart {
    position: relative;
    margin-block-start: 9px;
  }

  .apart::before {
    position: absolute;
    inset: -5px 0 auto;
    border-block-start: 1px solid var(--_line);
    content: '';
  }

  .item svg.icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_accent);
    stroke-width: 2.5;
    visibility: hidden;
  }

  hr {
    margin: 5px 8px;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }

  .item[aria-checked='true'] svg.icon {
    visibility: visible;
  }
`;
