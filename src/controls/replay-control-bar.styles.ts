import { css } from 'lit';

export const controlBarStyles = css`
  :host {
    display: block;
    position: relative;
    padding: 2px 12px 6px;
    color: var(--_text);
    background: var(--_surface);
    container-type: inline-size;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    margin-inline: -6px;
  }

  /* An element that shows nothing now still takes part in the row, so the space before it stays in one place. */
  .push {
    margin-inline-start: auto;
  }

  /* Titles can be long, and the captions themselves tell which they are. */
  replay-chapter-menu::part(text),
  replay-captions-menu::part(text) {
    display: none;
  }

  .other {
    display: contents;
  }

  /*
   * Words give way first, then the day, then the length of the recording and room around the icons: each before
   * the longest of them would need a second row.
   *
   * A playlist comes with three buttons more, so it all happens earlier. Its list does what the steps to either
   * side do, and a reader with several recordings at hand needs another one least.
   */
  @container (width < 1098px) {
    .several replay-playlist-controls::part(text),
    .several replay-window-menu::part(text),
    .several replay-idle-menu::part(text) {
      display: none;
    }
  }

  @container (width < 778px) {
    .several .wide {
      display: none;
    }
  }

  @container (width < 698px) {
    .several replay-playlist-controls::part(previous),
    .several replay-playlist-controls::part(next),
    .several replay-time-display::part(date) {
      display: none;
    }
  }

  @container (width < 528px) {
    .several {
      --_control-size: 32px;
      gap: 0;
    }

    .several replay-time-display::part(duration) {
      display: none;
    }
  }

  @container (width < 438px) {
    .several replay-open-button {
      display: none;
    }
  }

  /* Text tracks bring a button each, and so it happens earlier again. */
  @container (width < 1178px) {
    .several.tracked replay-playlist-controls::part(text),
    .several.tracked replay-window-menu::part(text),
    .several.tracked replay-idle-menu::part(text) {
      display: none;
    }
  }

  @container (width < 1008px) {
    .tracked replay-window-menu::part(text),
    .tracked replay-idle-menu::part(text) {
      display: none;
    }
  }

  @container (width < 778px) {
    .several.tracked .medium,
    .several.tracked replay-playlist-controls::part(previous),
    .several.tracked replay-playlist-controls::part(next) {
      display: none;
    }
  }

  @container (width < 658px) {
    .tracked .medium {
      display: none;
    }
  }

  @container (width < 858px) {
    .several.tracked .wide {
      display: none;
    }
  }

  @container (width < 768px) {
    .tracked .wide {
      display: none;
    }
  }

  @container (width < 620px) {
    .tracked replay-time-display::part(date),
    .tracked replay-time-display::part(duration) {
      display: none;
    }
  }

  @container (width < 478px) {
    .several.tracked replay-idle-menu,
    .tracked replay-open-button {
      display: none;
    }
  }

  @container (width < 918px) {
    replay-window-menu::part(text),
    replay-idle-menu::part(text) {
      display: none;
    }
  }

  @container (width < 678px) {
    .wide {
      display: none;
    }
  }

  @container (width < 558px) {
    .medium,
    replay-time-display::part(date) {
      display: none;
    }
  }

  @container (width < 488px) {
    .buttons {
      --_control-size: 32px;
      gap: 0;
    }

    replay-time-display::part(duration) {
      display: none;
    }
  }

  @container (width < 398px) {
    .buttons {
      --_control-size: 28px;
    }
  }

  @container (width < 362px) {
    .buttons {
      --_control-size: 26px;
      margin-inline: -12px;
    }
  }

  /* Another file can be dropped, too, and the list of what happened tells most of what is told about the recording. */
  @container (width < 340px) {
    .buttons {
      --_control-size: 24px;
    }

    replay-open-button,
    .several replay-about-button,
    .tracked replay-about-button {
      display: none;
    }
  }
`;
