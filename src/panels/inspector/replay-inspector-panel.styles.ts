import { css } from 'lit';

export const inspectorStyles = css`
  replay-entry-details {
    flex: 0 1 auto;
    max-block-size: 55%;
  }

  @container (height < 360px) {
    replay-entry-details {
      flex: none;
      max-block-size: max(120px, 50cqb);
    }
  }

  .session {
    overflow: auto;
    padding: 12px 16px;
  }
`;
