import { type ActedPlayer, togglePlayback } from '../controls/player-actions.ts';
import { STAGE_SIZES } from '../controls/stage-sizes.ts';
import type { InterfaceState } from '../player-state.ts';
import { type StageSize, viewOf } from '../rrweb-view/stage-view.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { ReplaySession } from '../session/replay-session.ts';
import { StageGestures } from './stage-gestures.ts';
import { INSPECT, type StageMode, StageModes, tellKey, tellPointer } from './stage-mode.ts';

/** The player whose stage it is. */
export interface StagePlayer extends ActedPlayer, EventTarget {
  requestUpdate(name?: 'inspect', before?: boolean): void;
}

/** What a click, a pointer, fingers and keys do on the stage of a player, by the mode that it is in. */
export class StageInteraction {
  readonly modes = new StageModes((before) => this.#handleMode(before));
  readonly #player: StagePlayer;
  readonly #session: ReplaySession;
  readonly #box: () => HTMLElement;
  readonly #gestures: StageGestures;

  /** @param box the element that the stage is in */
  constructor(player: StagePlayer, session: ReplaySession, box: () => HTMLElement) {
    this.#player = player;
    this.#session = session;
    this.#box = box;
    this.#gestures = new StageGestures(session.stage, () => player.requestUpdate());
  }

  /** For the box, whose events these are. */
  readonly handle = {
    passive: false,
    handleEvent: (event: Event): void => {
      if (event.type === 'click') {
        this.#click(event as MouseEvent);
        return;
      }
      this.#gestures.handleEvent(event);
      if (event.type === 'pointermove' || event.type === 'pointerleave')
        tellPointer(this.modes.current, event as PointerEvent);
    },
  };

  /** A key that has a meaning on the stage has none elsewhere. @returns whether it is taken */
  takesKey(event: KeyboardEvent): boolean {
    const [target] = event.composedPath();
    // A page hands its own keys to the player by dispatching them on it.
    const isForStage = target === this.#box() || target === this.#player;
    return isForStage && tellKey(this.modes.current, event);
  }

  /** Gives the keyboard back to the stage. */
  focus(): void {
    this.#box().focus();
  }

  /** Shows the page in a size, or in the next one in turn. */
  resize(size: StageSize | 'next'): void {
    const { stage } = this.#session;
    const next = STAGE_SIZES[(STAGE_SIZES.indexOf(stage.view.size) + 1) % STAGE_SIZES.length] ?? 'fit';
    stage.view = viewOf(size === 'next' ? next : size);
    this.#player.requestUpdate();
  }

  get state(): Pick<InterfaceState, 'stageMode' | 'stageSize'> {
    return { stageMode: this.modes.current, stageSize: this.#session.stage.view.size };
  }

  get inspecting(): boolean {
    return this.modes.current.type === 'inspect';
  }

  set inspecting(inspecting: boolean) {
    if (inspecting) this.modes.enter(INSPECT);
    else this.modes.leave('inspect');
  }

  /** @returns false where the mode is none that one leaves by Escape */
  escape(): boolean {
    const { type } = this.modes.current;
    if (type === 'inspect') this.#leaveInspection();
    else if (type === 'pick') this.modes.leave('pick');
    else return false;
    return true;
  }

  /** Has a page inspected or not, as the mode says. */
  applyInspection(replay: WindowReplay | null): void {
    replay?.core.inspect(this.inspecting ? this.#leaveInspection : null);
  }

  #click({ clientX, clientY }: MouseEvent): void {
    if (this.#gestures.isDrag) return;
    const mode = this.modes.current;
    if (mode.type === 'pick') mode.picker.pickAt(clientX, clientY);
    else if (this.#session.loading.canPlay && mode.type !== 'inspect') togglePlayback(this.#player);
  }

  /** The focus may have been in the page, which it cannot stay in. */
  readonly #leaveInspection = (): void => {
    this.inspecting = false;
    this.focus();
  };

  #handleMode(before: StageMode): void {
    const { type } = this.modes.current;
    // What moves can be neither selected nor picked, nor pointed at.
    if (type !== 'play') this.#player.pause();
    // The keyboard stays in the player, whose panel steps aside.
    if (type === 'pick') this.focus();
    this.applyInspection(this.#session.stage.replay);
    this.#player.requestUpdate();
    this.#player.requestUpdate('inspect', before.type === 'inspect');
  }
}
