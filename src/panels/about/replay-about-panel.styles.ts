import { css } from 'lit';

/** What differs from the other panels. */
export const aboutPanelStyles = css`
  dl,
  dd {
    margin: 0;
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 16px;
  }

  dt {
    color: var(--_muted);
  }

  dd {
    overflow-wrap: anywhere;
  }

  dd .quiet {
    display: block;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
  }

  .pages {
    gap: 2px;
    margin-block-start: 2px;
  }

  .page {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 12px;
  }

  .checksum {
    margin-block-start: 4px;
  }

  tr:first-child > * {
    font-weight: 600;
  }

  .remarks li {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_track);
  }

  .remarks li.repaired {
    border-color: var(--_accent);
  }

  .remarks li.dropped,
  .remarks li.missing {
    border-color: light-dark(#b3261e, #ff9a90);
  }

  .pair .quiet,
  .page span:first-child {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .alert {
    color: light-dark(#b3261e, #ff9a90);
  }
`;
