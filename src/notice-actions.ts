import { tryToPlay } from './controls/player-actions.ts';
import { ReplayOriginalRequestEvent } from './events.ts';
import type { LinkCopier } from './links/link-copier.ts';
import type { NoticeActions } from './overlays/render-notices.ts';
import type { StageModes } from './stage/stage-mode.ts';
import type { TrackFiles } from './track-files.ts';

/** What the buttons of notices do in a player; none of them is a click on what lies below. */
export function noticeActions(of: {
  readonly player: Parameters<typeof tryToPlay>[0] & EventTarget;
  readonly stageModes: StageModes;
  readonly links: LinkCopier;
  readonly files: TrackFiles;
  /** Gives the keyboard back to the stage: the focus goes with the button that was pressed. */
  readonly focusStage: () => void;
}): NoticeActions {
  const { player, stageModes, links, files, focusStage } = of;
  const leaving = (act: () => void) => (event: Event) => {
    event.stopPropagation();
    focusStage();
    act();
  };
  return {
    stopPicking: (event) => {
      event.stopPropagation();
      stageModes.leave('pick');
    },
    dismissLink: leaving(() => {
      links.dismiss();
    }),
    dismissTracks: leaving(() => {
      files.dismiss();
    }),
    showOriginal: leaving(() => {
      player.dispatchEvent(new ReplayOriginalRequestEvent());
    }),
    goOn: leaving(() => {
      void tryToPlay(player);
    }),
  };
}
