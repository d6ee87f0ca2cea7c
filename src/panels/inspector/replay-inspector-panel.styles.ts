import { css } from 'lit';

export const inspectorStyles = css`
  replay-entry-details {
    flex: 0 1 auto;
    max-block-size: 55%;
  }

  .session {
    overflow: auto;
    padding: 12px 16px;
  }
`;
