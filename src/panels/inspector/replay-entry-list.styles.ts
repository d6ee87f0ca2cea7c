import { css } from 'lit';
import { ROW_HEIGHT } from '../fixed-row-list.styles.ts';

export const entryListStyles = css`
  .network .row,
  .network .head {
    grid-template-columns: 4.2em 4.2em minmax(0, 3fr) 4.6em minmax(56px, 2fr);
  }

  .head {
    display: grid;
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    gap: 8px;
    block-size: ${ROW_HEIGHT}px;
    align-items: center;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    background: var(--_surface);
    font-size: 13px;
  }

  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .waterfall {
    block-size: 10px;
    inline-size: 100%;
  }

  /* What is short is seen all the same. */
  .waterfall rect {
    fill: var(--_accent);
    stroke: var(--_accent);
    stroke-width: 2;
  }

  @media (forced-colors: active) {
    .waterfall rect {
      fill: CanvasText;
      stroke: CanvasText;
    }
  }
`;
