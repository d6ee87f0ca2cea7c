import { css } from 'lit';

export const libraryStyles = css`
  dialog {
    padding: 0;
    border: 0;
    border-radius: 12px;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font: 14px/1.45 var(--_font);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  dialog.list[open] {
    display: flex;
    flex-direction: column;
    inline-size: min(58rem, 100vw - 32px);
    max-inline-size: none;
    block-size: min(46rem, 100dvh - 32px);
    max-block-size: none;
    overflow: hidden;
  }

  header {
    padding: 14px 16px 10px;
    border-block-end: 1px solid var(--_line);
  }

  .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h2 {
    font: 600 18px/1.3 var(--_font);
  }

  h3 {
    font: 600 16px/1.35 var(--_font);
  }

  .quiet {
    color: var(--_muted);
    font-size: 13px;
  }

  .safe {
    display: flex;
    gap: 6px;
  }

  .safe svg.icon {
    flex: none;
    inline-size: 15px;
    block-size: 15px;
    margin-block-start: 2px;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-block-start: 10px;
  }

  input[type='search'] {
    flex: 1 1 14rem;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 4px 12px;
    border: 1px solid color-mix(in srgb, var(--_text) 28%, transparent);
    border-radius: 8px;
    color: inherit;
    background: none;
    font: inherit;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .tools .outlined {
    --_action-size: 36px;
    padding-inline: 14px;
    font-size: 13px;
  }

  .notice {
    display: flex;
    align-items: start;
    gap: 8px;
    margin-block-start: 10px;
    padding: 8px 8px 8px 12px;
    border-radius: 8px;
    background: var(--_hover);
  }

  .notice p {
    flex: 1;
    align-self: center;
  }

  .notice > svg.icon {
    flex: none;
    margin-block-start: 8px;
  }

  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding-inline: 16px;
    container-type: inline-size;
  }

  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  /* What is out of sight is not laid out. */
  .rows > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 116px;
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }

  .empty {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 8px;
    min-block-size: 100%;
    padding-block: 24px;
    text-align: center;
    text-wrap: balance;
  }

  .empty svg.icon {
    inline-size: 40px;
    block-size: 40px;
    color: var(--_accent);
  }

  .empty p {
    max-inline-size: 32rem;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 14px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_line);
  }

  dialog.question[open] {
    display: grid;
    gap: 12px;
    inline-size: min(26rem, 100vw - 32px);
    padding: 20px;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }

  @media (max-width: 600px), (max-height: 480px) {
    dialog.list[open] {
      inline-size: 100vw;
      block-size: 100dvh;
      border-radius: 0;
    }
  }

  /* There the whole dialog is scrolled, as its head takes most of the height. */
  @media (max-height: 480px) {
    dialog.list[open] {
      overflow: auto;
    }

    .scroller {
      flex: none;
      overflow: visible;
    }
  }
`;
