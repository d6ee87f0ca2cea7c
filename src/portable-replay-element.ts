import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import rrwebStyles from 'rrweb-player/dist/style.css?inline';
import type { HiddenThing } from './core/hidden/hidden-things.ts';
import type { ReplaySource } from './core/source/replay-source.ts';
import { blockedStyleRules, restoreBlockedElement } from './masks/blocked-elements.ts';
import type { MaskCounts, ReplayMaskLayerElement } from './masks/replay-mask-layer.ts';
import { overlayFor } from './overlays/overlay-for.ts';
import { FileIntake } from './controls/file-intake.ts';
import { HiddenSearch } from './session/hidden-search.ts';
import type { Panel, PlaybackState } from './session/playback-state.ts';
import { type Dressing, ReplayMediaElement } from './replay-media-element.ts';
import { type Shortcut, shortcutOf } from './controls/shortcuts.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';
import { elementAt } from './panels/share/pick-element.ts';
import { ShareController } from './panels/share/share-controller.ts';
import { playerStyles } from './portable-replay.styles.ts';
import { baseStyles } from './styles/base-styles.ts';
import { buttonStyles } from './styles/button-styles.ts';
import { PLAYBACK_RATES } from './session/playback-rates.ts';
import { exportName, saveFile } from './copies/save-file.ts';
import { strings } from './locale/strings.ts';

/** Seconds after it has come in which something hidden is gone to, so that it is on the page. */
const ARRIVAL = 0.01;

/**
 * Plays an exported PostHog session recording, without PostHog and without sending anything anywhere. Shaped
 * like `<video>`: whoever knows a media element knows this one.
 *
 * @element portable-replay
 *
 * @fires loadstart - A recording was asked for.
 * @fires progress - More of it has been read.
 * @fires durationchange - `duration` has changed; it grows while the file is being read.
 * @fires loadedmetadata - Format, windows and the length so far are known.
 * @fires loadeddata - The first frame is on screen.
 * @fires canplay - Playback can start.
 * @fires canplaythrough - Everything has been read.
 * @fires play - Playback was asked for.
 * @fires playing - The clock runs.
 * @fires pause - Playback was paused.
 * @fires waiting - The next moment has not been read yet.
 * @fires timeupdate - `currentTime` has changed.
 * @fires seeking - A seek has begun.
 * @fires seeked - The frame at the new time is on screen.
 * @fires ratechange - `playbackRate` has changed.
 * @fires ended - The end was reached.
 * @fires emptied - The recording was taken out.
 * @fires abort - Loading was stopped.
 * @fires error - The recording cannot be played; see `error`.
 * @fires {ReplayWindowChangeEvent} windowchange - Another window of the session is on screen.
 * @fires {ReplayWarningEvent} warning - Something in the recording was repaired or left out.
 *
 * @csspart stage - The box that the recorded page is fitted into.
 * @csspart overlay - What lies over the stage: empty, loading, waiting, error, start.
 * @csspart controls - The bar below the stage.
 * @csspart timeline - The timeline in that bar.
 * @csspart inspector - The panel over the side: about the recording, what is hidden, or handing it on.
 * @csspart notice - What is said of something unusual: at this position, or of what was not loaded.
 *
 * @cssprop [--replay-accent] - Colour of the played part, focus and primary buttons.
 * @cssprop [--replay-surface] - Background of the controls and overlays.
 * @cssprop [--replay-text] - Colour of text and icons.
 * @cssprop [--replay-track] - Colour of the part of the timeline that was not played yet.
 * @cssprop [--replay-hidden-color] - Colour of the line on the timeline where something is hidden.
 * @cssprop [--replay-font] - Font family of the interface.
 * @cssprop [--replay-radius] - Corner radius of the player.
 */
export class PortableReplayElement extends ReplayMediaElement {
  static override styles = [unsafeCSS(rrwebStyles), baseStyles, buttonStyles, playerStyles];

  readonly #intake = new FileIntake(this);
  readonly #hiddenSearch = new HiddenSearch(() => this.requestUpdate());
  readonly #share = new ShareController(this, {
    scan: (options) => this.scanForLeaks(options),
    makeCopy: (plan, options) => this.makeCopy(plan, options),
  });

  @query('.stage') private stageBox!: HTMLElement;
  @query('replay-mask-layer') private maskLayer!: ReplayMaskLayerElement;
  @state() private fullscreen = false;
  @state() private assetsDismissed = false;
  @state() private maskCounts: MaskCounts | null = null;
  @state() private panel: Panel | null = null;
  /** What the reader has gone to. */
  @state() private pointedAt: HiddenThing | null = null;
  @state() private isPointedAtInSight = false;
  @state() private saving = false;
  @state() private saveError = '';

  /** Whether overlays name what the recorder has hidden. */
  @property({ reflect: true, useDefault: true }) masks: 'show' | 'hide' = 'show';

  /** Whether text of the replayed page can be selected and copied; nothing else in it can be used. Setting it pauses. */
  @property({ type: Boolean, reflect: true }) inspect = false;

  /** Takes the controls away. */
  @property({ type: Boolean, attribute: 'no-controls', reflect: true }) noControls = false;

  /** Takes the keyboard shortcuts away. */
  @property({ type: Boolean, attribute: 'no-hotkeys', reflect: true }) noHotkeys = false;

  /** Takes the drop zone away. */
  @property({ type: Boolean, attribute: 'no-drop', reflect: true }) noDrop = false;

  /** Accessible name of the player. */
  @property({ reflect: true, useDefault: true }) label = 'Session replay';

  constructor() {
    super();
    this.#on('replay-play-request', () => void this.#tryToPlay());
    this.#on('replay-pause-request', () => this.pause());
    this.#on('replay-retry-request', () => this.#open(this.source));
    this.#on('replay-seek-request', ({ time }) => (this.currentTime = time));
    this.#on('replay-rate-request', ({ playbackRate }) => (this.playbackRate = playbackRate));
    this.#on('replay-idle-request', ({ idle }) => (this.idle = idle));
    this.#on('replay-window-request', ({ windowId }) => (this.windowId = windowId));
    this.#on('replay-masks-request', ({ shown }) => (this.masks = shown ? 'show' : 'hide'));
    this.#on('replay-fullscreen-request', ({ fullscreen }) => this.#setFullscreen(fullscreen));
    this.#on('replay-open-request', ({ files }) => this.#open([...files]));
    this.#on('replay-recording-request', ({ index }) => (this.recordingIndex = index));
    this.#on('replay-inspect-request', ({ inspecting }) => (this.inspect = inspecting));
    this.#on('replay-assets-request', ({ wish }) => this.#handleAssets(wish));
    this.#on('replay-about-request', ({ open }) => this.#showPanel(open ? 'about' : null));
    this.#on('replay-save-request', () => void this.#save());
    this.#on('replay-privacy-request', ({ open }) => this.#showPanel(open ? 'privacy' : null));
    this.#on('replay-hidden-request', ({ thing }) => this.#pointAt(thing));
    this.#on('replay-share-request', ({ open }) => this.#showPanel(open ? 'share' : null));
    this.#on('replay-scan-request', ({ wanted }) => this.#share.scan(wanted));
    this.#on('replay-pick-request', ({ picking }) => this.#startPicking(picking));
    this.#on('replay-draft-request', ({ change }) => this.#share.draft(change));
    this.#on('replay-copy-request', ({ wanted }) => this.#share.copy(wanted));
    this.#on('replay-download-request', ({ what }) => this.#share.save(what, exportName(this.recording)));
    this.addEventListener('emptied', () => {
      this.assetsDismissed = false;
      this.#showPanel(null);
      this.saveError = '';
    });
    this.addEventListener('fullscreenchange', () => {
      this.fullscreen = document.fullscreenElement === this;
    });
  }

  protected override dressing(): Dressing {
    return {
      styleRules: blockedStyleRules,
      onBuild: (node, getMeta) => restoreBlockedElement(node, getMeta(node)),
    };
  }

  protected override replayChanged(replay: WindowReplay | null): void {
    replay?.core.inspect(this.inspect ? this.#leaveInspection : null);
    if (replay) {
      this.maskLayer.attach({
        frame: replay.core.frame,
        getMeta: replay.core.getMeta,
        rules: this.playback.maskingRules,
      });
    } else {
      this.maskLayer.detach();
    }
  }

  /** Carries a control's wish out; nobody outside hears of it. */
  #on<T extends keyof HTMLElementEventMap>(type: T, carryOut: (event: HTMLElementEventMap[T]) => void): void {
    this.addEventListener(type, (event) => {
      event.stopPropagation();
      carryOut(event);
    });
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.inspect && !event.defaultPrevented) {
      this.#leaveInspection();
      return;
    }
    if (event.key === 'Escape' && this.#share.state.picking) {
      this.#share.pick(false);
      return;
    }
    const shortcut = this.noHotkeys ? null : shortcutOf(event);
    if (!shortcut || !this.recording) return;
    event.preventDefault();
    this.#carryOut(shortcut);
  };

  readonly #handleMasksChange = (): void => {
    this.maskCounts = this.maskLayer.counts;
    this.isPointedAtInSight = this.maskLayer.highlightShown;
  };

  readonly #handleStageClick = ({ clientX, clientY }: MouseEvent): void => {
    if (this.#share.state.picking) this.#pickAt(clientX, clientY);
    else if (this.recording && !this.inspect) this.#toggle();
  };

  readonly #handleStopPicking = (event: Event): void => {
    // What lies below is not what was clicked.
    event.stopPropagation();
    this.#share.pick(false);
  };

  /** The focus may have been in the page, which it cannot stay in. */
  readonly #leaveInspection = (): void => {
    this.inspect = false;
    this.stageBox.focus();
  };

  #handleAssets(wish: 'load' | 'dismiss'): void {
    // The focus goes with the button that was pressed.
    this.stageBox.focus();
    if (wish === 'load') this.allowAssets();
    else this.assetsDismissed = true;
  }

  #carryOut(shortcut: Shortcut): void {
    switch (shortcut.type) {
      case 'toggle': {
        this.#toggle();
        return;
      }
      case 'step':
        this.currentTime += shortcut.seconds;
        return;
      case 'fraction':
        this.currentTime = this.duration * shortcut.of;
        return;
      case 'start':
        this.currentTime = 0;
        return;
      case 'end':
        this.currentTime = this.duration;
        return;
      case 'rate': {
        this.#stepRate(shortcut.direction);
        return;
      }
      case 'fullscreen': {
        this.#setFullscreen(!this.fullscreen);
        return;
      }
      case 'masks':
        this.masks = this.masks === 'show' ? 'hide' : 'show';
        return;
      case 'inspect':
        this.inspect = !this.inspect;
        return;
      case 'about':
      case 'share':
      case 'privacy': {
        this.#showPanel(this.panel === shortcut.type ? null : shortcut.type);
        return;
      }
      default:
        shortcut satisfies never;
    }
  }

  /** Text that moves cannot be selected. */
  #applyInspection(): void {
    if (this.inspect) this.pause();
    this.stage.replay?.core.inspect(this.inspect ? this.#leaveInspection : null);
  }

  #showPanel(panel: Panel | null): void {
    this.panel = panel;
    this.#share.pick(false);
    if (panel !== 'privacy') this.pointedAt = null;
  }

  /** What moves cannot be picked; the keyboard stays in the player, whose panel steps aside. */
  #startPicking(isWanted: boolean): void {
    this.pause();
    this.inspect = false;
    this.#share.pick(isWanted);
    if (isWanted) this.stageBox.focus();
  }

  #pickAt(clientX: number, clientY: number): void {
    const { replay } = this.stage;
    const found = replay && elementAt(replay.core, clientX, clientY);
    if (found) this.#share.addPicked({ ...found, windowId: replay.windowId, time: this.currentTime });
  }

  /** Shows the moment at which something hidden has come to the page, and outlines it. */
  #pointAt(thing: HiddenThing): void {
    const time = Math.min(thing.start + ARRIVAL, this.duration);
    this.pause();
    this.masks = 'show';
    this.pointedAt = thing;
    const { timeline } = this.playback;
    const position = timeline?.positionAt(timeline.startAt + time * 1000);
    // Which window is shown then is the reader's choice, unless it is not the one to see.
    if (position?.windowId !== thing.windowId) this.windowId = thing.windowId;
    this.currentTime = time;
  }

  /** Number of the element that is pointed at; null while it is not on the page that is shown. */
  #highlighted(windowId: string | null): number | null {
    const thing = this.pointedAt;
    if (thing?.windowId !== windowId) return null;
    const isThere = thing.start <= this.currentTime && this.currentTime <= thing.end + ARRIVAL;
    return isThere ? thing.nodeId : null;
  }

  #toggle(): void {
    if (this.paused) void this.#tryToPlay();
    else this.pause();
  }

  async #tryToPlay(): Promise<void> {
    // What keeps it from playing is told by events and shown by an overlay.
    await this.play().catch(() => undefined);
  }

  #stepRate(direction: 1 | -1): void {
    const next =
      direction > 0
        ? PLAYBACK_RATES.find((rate) => rate > this.playbackRate)
        : PLAYBACK_RATES.findLast((rate) => rate < this.playbackRate);
    this.playbackRate = next ?? this.playbackRate;
  }

  #setFullscreen(fullscreen: boolean): void {
    // A frame without `allow="fullscreen"` refuses; the player then stays as it is.
    const done = fullscreen ? this.requestFullscreen() : document.exitFullscreen();
    done.catch(() => undefined);
  }

  async #save(): Promise<void> {
    this.saving = true;
    this.saveError = '';
    try {
      const blob = await this.exportRecording({ format: '2023-04-28' });
      saveFile(blob, `${exportName(this.recording)}.json`);
    } catch (error) {
      this.saveError = error instanceof Error ? error.message : String(error);
    } finally {
      this.saving = false;
    }
  }

  #open(source: ReplaySource | null): void {
    this.load(source).catch(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('inspect')) this.#applyInspection();
    const isRead = this.readyState === 4;
    const isWanted = this.panel === 'privacy' || (this.masks === 'show' && !this.noControls);
    this.#hiddenSearch.follow(isRead ? this.openRecording : null, this.coverSelectors, isWanted);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.maskLayer.refresh();
  }

  protected override render(): TemplateResult {
    const playback = this.#playbackState;
    return html`
      <section class="player" aria-label=${this.label} @keydown=${this.#handleKeyDown}>
        <div
          class=${this.#share.state.picking ? 'stage picking' : 'stage'}
          part="stage"
          tabindex="0"
          role="group"
          aria-label=${strings.recordedPage}
          @click=${this.#handleStageClick}
        >
          ${this.stage.element}
          <replay-mask-layer
            class="masks"
            .shown=${this.masks === 'show'}
            .highlighted=${this.#highlighted(playback.windowId)}
            .emptyCanvases=${this.#hiddenSearch.emptyCanvases(playback.windowId)}
            @replay-masks-change=${this.#handleMasksChange}
          ></replay-mask-layer>
          ${this.#renderOverlay(playback)} ${this.#renderNotices(playback)} ${this.#renderPanel(playback)}
        </div>
        ${
          this.noControls
            ? nothing
            : html`<replay-control-bar
                part="controls"
                exportparts="timeline"
                .state=${playback}
              ></replay-control-bar>`
        }
      </section>
    `;
  }

  #renderNotices({ notice, phase, blocked }: PlaybackState): TemplateResult {
    const tellsOfAssets = phase === 'ready' && blocked.length > 0 && !this.assetsDismissed;
    return html`
      <div class="notices">
        ${notice ? html`<p class="notice" part="notice" role="status">${notice}</p>` : nothing}
        ${
          this.#share.state.picking
            ? html`<p class="notice with-button" part="notice" role="status">
                ${strings.pickHint}
                <button class="button" type="button" @click=${this.#handleStopPicking}>
                  ${strings.stop}
                </button>
              </p>`
            : nothing
        }
        ${
          tellsOfAssets
            ? html`<replay-assets-notice
                part="notice"
                .assets=${blocked}
                ?can-load=${this.remoteAssets === 'ask'}
              ></replay-assets-notice>`
            : nothing
        }
      </div>
    `;
  }

  #renderOverlay(playback: PlaybackState): TemplateResult | typeof nothing {
    if (this.#intake.dragging) return html`<replay-drop-overlay part="overlay"></replay-drop-overlay>`;
    if (this.#share.state.picking) return nothing;
    switch (overlayFor(playback)) {
      case 'empty':
        return html`<replay-empty-overlay part="overlay" ?no-drop=${this.noDrop}></replay-empty-overlay>`;
      case 'loading':
        return html`<replay-loading-overlay
          part="overlay"
          .progress=${playback.progress}
        ></replay-loading-overlay>`;
      case 'error':
        return html`<replay-error-overlay part="overlay" .error=${playback.error}></replay-error-overlay>`;
      case 'waiting':
        return html`<replay-waiting-overlay part="overlay"></replay-waiting-overlay>`;
      case 'start':
        return html`<replay-start-overlay part="overlay" .ended=${playback.ended}></replay-start-overlay>`;
      default:
        return nothing;
    }
  }

  #renderPanel(playback: PlaybackState): TemplateResult | typeof nothing {
    if (!playback.recording) return nothing;
    if (this.panel === 'about') return this.#renderAbout(playback);
    if (this.panel === 'privacy') return this.#renderPrivacy(playback);
    return this.panel === 'share' ? this.#renderShare(playback) : nothing;
  }

  #renderPrivacy({ recording, complete, duration, hidden, currentTime, masksShown }: PlaybackState) {
    return html`<replay-privacy-panel
      part="inspector"
      .findings=${hidden}
      .counts=${this.maskCounts}
      .windows=${recording?.windows ?? []}
      .duration=${duration}
      .currentTime=${currentTime}
      .current=${this.pointedAt}
      ?shown=${masksShown}
      ?complete=${complete}
      ?in-sight=${this.isPointedAtInSight}
    ></replay-privacy-panel>`;
  }

  #renderShare({ complete, duration, currentTime }: PlaybackState): TemplateResult {
    const { state } = this.#share;
    return html`<replay-share-panel
      class=${state.picking ? 'aside' : ''}
      part="inspector"
      .share=${state}
      .duration=${duration}
      .currentTime=${currentTime}
      ?complete=${complete}
    ></replay-share-panel>`;
  }

  #renderAbout({ recording, complete, blocked }: PlaybackState): TemplateResult {
    return html`<replay-about-panel
      part="inspector"
      .recording=${recording}
      .blocked=${blocked}
      ?complete=${complete}
      ?saving=${this.saving}
      .saveError=${this.saveError}
    ></replay-about-panel>`;
  }

  get #playbackState(): PlaybackState {
    return Object.freeze({
      ...this.mediaState,
      inspecting: this.inspect,
      masksShown: this.masks === 'show',
      maskCount: countOf(this.maskCounts),
      hidden: this.#hiddenSearch.found,
      fullscreen: this.fullscreen,
      panel: this.panel,
    });
  }
}

function countOf(counts: MaskCounts | null): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'portable-replay': PortableReplayElement;
  }
}
