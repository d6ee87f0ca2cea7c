import { css } from 'lit';

/** How a list looks that a button opens; where it stands is left to `placePopup`. */
export const popupStyles = css`
  [popover] {
    position: absolute;
    inset: auto;
    inline-size: max-content;
    margin: 0;
    padding: 5px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 0;
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  @media (forced-colors: active) {
    [popover] {
      border: 1px solid CanvasText;
    }
  }
`;
