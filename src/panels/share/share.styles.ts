import { css } from 'lit';

/** What the parts of the panel for handing a recording on have in common. */
export const shareStyles = css`
  :host {
    display: block;
  }

  h3,
  p,
  ul,
  fieldset {
    margin: 0;
  }

  h3 {
    margin-block-end: 4px;
    font: 600 14px/1.3 var(--_font);
  }

  .quiet {
    color: var(--_muted);
    font-size: 13px;
  }

  .alert {
    color: light-dark(#b3261e, #ff9a90);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block: 8px;
  }

  fieldset .row {
    margin-block: 6px;
  }

  .row:last-child,
  fieldset:last-child {
    margin-block-end: 0;
  }

  /* Without a border they would be taken for text. */
  .row .button:not(.filled, .outlined),
  .time {
    color: var(--_accent);
  }

  /* Their words, not their boxes, stand in line with the rest. */
  .row .button:not(.filled, .outlined) {
    margin-inline: -8px;
  }

  progress {
    flex: 1 1 6rem;
    accent-color: var(--_accent);
  }

  .list {
    display: grid;
    gap: 2px;
    max-block-size: 15rem;
    padding: 0;
    overflow: auto;
    list-style: none;
  }

  .thing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    align-items: center;
    gap: 8px;
  }

  .thing label,
  .tick {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    align-items: start;
    gap: 8px;
    padding-block: 3px;
  }

  [type='checkbox'],
  [type='radio'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 2px 0;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  h4 {
    margin: 8px 0 2px;
    font: 500 13px/1.4 var(--_font);
  }

  .count {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 12px;
    padding-block: 2px;
  }

  .count > :last-child {
    flex: none;
    max-inline-size: 50%;
    text-align: end;
  }

  .count .alert {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .count svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .name {
    font-weight: 500;
  }

  code {
    font:
      13px/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }

  .field {
    display: grid;
    gap: 2px;
    margin-block: 10px;
  }

  .field .quiet,
  .tick .quiet,
  .thing .quiet {
    display: block;
  }

  .end {
    display: grid;
    grid-template-columns: 3rem max-content;
    align-items: center;
  }

  fieldset {
    padding: 0;
    margin-block: 10px;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 4px;
  }

  input,
  textarea {
    accent-color: var(--_accent);
    font: inherit;
  }

  textarea,
  .field input,
  .end input {
    padding: 6px 8px;
    border: 1px solid color-mix(in srgb, var(--_text) 45%, transparent);
    border-radius: 6px;
    color: inherit;
    background: var(--_surface);
    font:
      13px/1.4 ui-monospace,
      monospace;
  }

  textarea,
  .field input {
    inline-size: 100%;
    resize: vertical;
  }
`;
