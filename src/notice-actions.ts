import { tryToPlay } from './controls/player-actions.ts';
import { ReplayOriginalRequestEvent } from './events.ts';
import type { LinkCopier } from './links/link-copier.ts';
import type { NoticeActions } from './overlays/render-notices.ts';
import type { StageInteraction } from './stage/stage-interaction.ts';
import type { TrackFiles } from './track-files.ts';

/** What the buttons of notices do in a player; none of them is a click on what lies below. */
export function noticeActions(
  player: Parameters<typeof tryToPlay>[0],
  stage: StageInteraction,
  links: LinkCopier,
  files: TrackFiles,
): NoticeActions {
  const leaving = (act: () => void) => (event: Event) => {
    event.stopPropagation();
    // The focus goes with the button that was pressed.
    stage.focus();
    act();
  };
  return {
    stopPicking: (event) => {
      event.stopPropagation();
      stage.modes.leave('pick');
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
