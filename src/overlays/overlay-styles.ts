import { css } from 'lit';

/** What lies over the whole picture: words in the middle, closer together where the player is small. */
export const overlayStyles = css`
  :host {
    display: grid;
    position: absolute;
    inset: 0;
    overflow: auto;
    color: var(--_text);
    font: 14px/1.45 var(--_font);
    container-type: size;
    cursor: default;
  }

  .content {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    inline-size: min(100%, 30rem);
    margin: auto;
    padding: 16px;
    text-align: center;
    text-wrap: balance;
  }

  .content > svg.icon {
    flex: none;
    inline-size: 60px;
    block-size: 60px;
    padding: 15px;
    border-radius: 50%;
    color: var(--_accent);
    background: color-mix(in srgb, currentColor 12%, transparent);
  }

  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  h2 {
    font: 600 18px/1.3 var(--_font);
  }

  .quiet {
    color: var(--_muted);
    font-size: 13px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 10px;
  }

  @container (height < 280px) {
    .content {
      --_action-size: 32px;
      gap: 5px;
      padding: 6px 12px;
    }

    .content > svg.icon {
      display: none;
    }

    h2 {
      font-size: 15px;
    }

    p,
    .quiet {
      font-size: 12px;
    }
  }
`;
