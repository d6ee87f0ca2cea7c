import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { BAR_CONTROLS, ControlsList, omittedControls } from './controls-list.ts';
import { buttonParts } from './controls/control-names.ts';
import { FileIntake } from './controls/file-intake.ts';
import { ClosingPress } from './controls/open-popover.ts';
import { isFullscreen } from './controls/player-actions.ts';
import { applyEarlyProperties } from './early-properties.ts';
import { PlayerKeys } from './keys/player-keys.ts';
import { LinkCopier } from './links/link-copier.ts';
import { LanguageFollower } from './locale/language-follower.ts';
import { localeOf } from './locale/locale-of.ts';
import { blockedStyleRules, restoreBlockedElement } from './masks/blocked-elements.ts';
import { noticeActions } from './notice-actions.ts';
import { renderNotices } from './overlays/render-notices.ts';
import { renderOverlay } from './overlays/render-overlay.ts';
import { renderPaperNote } from './overlays/render-paper-note.ts';
import { PlayerPanels } from './panels/player-panels.ts';
import { PagePicture } from './pictures/page-picture.ts';
import { Poster } from './pictures/poster.ts';
import { PlayerSearches } from './player-searches.ts';
import type { Feedback, PlayerState } from './player-state.ts';
import { playerStyles } from './portable-replay-element.styles.ts';
import { ReplayMediaElement } from './replay-media-element.ts';
import { handleRequests, playerRequests } from './requests.ts';
import { stageStyles } from './rrweb-view/stage.styles.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';
import { sessionState } from './session/media-state.ts';
import type { ReplayExtensions } from './session/session-host.ts';
import { StageInteraction } from './stage/stage-interaction.ts';
import { StageMasks } from './stage/stage-masks.ts';
import { ChangeSteps } from './steps/change-steps.ts';
import { baseStyles } from './styles/base-styles.ts';
import { buttonStyles } from './styles/button-styles.ts';
import { TrackFiles } from './track-files.ts';

/**
 * Plays an exported PostHog session recording without PostHog, and sends nothing anywhere. Shaped like `<video>`: if
 * you know a media element, you know this one.
 *
 * @element portable-replay
 *
 * @attr {string} lang - Language of the interface, by BCP 47; that of the nearest element around it where it has none. English, German (`de`), French (`fr`), Spanish (`es`), Simplified Chinese (`zh-Hans`), and those of `registerLocale()`.
 *
 * @fires loadstart - A recording starts to load.
 * @fires progress - More of it is read.
 * @fires durationchange - `duration` has changed; it grows while the file is read.
 * @fires loadedmetadata - Format, windows and the length so far are known.
 * @fires loadeddata - The first frame is on screen.
 * @fires canplay - Playback can start.
 * @fires canplaythrough - Everything is read.
 * @fires play - Playback starts or resumes.
 * @fires playing - The clock runs.
 * @fires pause - Playback is paused.
 * @fires waiting - The next moment is not read yet.
 * @fires timeupdate - `currentTime` has changed.
 * @fires seeking - A seek begins.
 * @fires seeked - The frame at the new time is on screen.
 * @fires ratechange - `playbackRate` has changed.
 * @fires ended - The end is reached.
 * @fires emptied - The recording is gone.
 * @fires abort - Loading is stopped.
 * @fires error - The recording cannot be played; see `error`.
 * @fires {ReplayWindowChangeEvent} windowchange - Another window of the session is on screen.
 * @fires {ReplayEntryChangeEvent} entrychange - Another entry is the last one before the playhead.
 * @fires looprangechange - `loopRange` has changed.
 * @fires {ReplayWarningEvent} warning - Something in the recording was repaired or left out.
 *
 * @csspart stage - The box that the recorded page is fitted into.
 * @csspart overlay - What lies over the stage: empty, loading, waiting, error, start.
 * @csspart controls - The bar below the stage.
 * @csspart timeline - The timeline in that bar.
 * @csspart play-button - The button that plays and pauses.
 * @csspart previous-button - The button to the recording before, of several.
 * @csspart playlist-button - The button that lists several recordings.
 * @csspart next-button - The button to the recording after, of several.
 * @csspart time-button - The time, which opens the menu of clocks and loops.
 * @csspart window-button - The button that lists the windows.
 * @csspart idle-button - The button that says what happens in stretches without activity.
 * @csspart speed-button - The button that lists the speeds.
 * @csspart chapters-button - The button that lists the chapters.
 * @csspart captions-button - The button that lists the captions.
 * @csspart masks-button - The button that marks what is hidden on the page.
 * @csspart inspect-button - The button that lets text be selected.
 * @csspart size-button - The button that lists the sizes of the page.
 * @csspart link-button - The button that copies a link.
 * @csspart open-button - The button that opens a file.
 * @csspart more-button - The button that lists controls that are seldom used, and those for which there is no room.
 * @csspart fullscreen-button - The button that fills the screen.
 * @csspart inspector-button - The button of the panel `inspector`.
 * @csspart transcript-button - The button of the panel `transcript`.
 * @csspart notes-button - The button of the panel `notes`.
 * @csspart privacy-button - The button of the panel `privacy`.
 * @csspart about-button - The button of the panel `about`.
 * @csspart share-button - The button of the panel `share`.
 * @csspart shortcuts-button - The button of the panel `shortcuts`.
 * @csspart inspector - The panel that is open, over the side of the stage or beside it; see `panel`.
 * @csspart captions - The captions over the page.
 * @csspart mask - What is hidden on the page, where it is marked.
 * @csspart redacted - Of these, what was removed when a copy was made.
 * @csspart outline - The outline of an element that is picked, or would be.
 * @csspart pointed - Of these, the one that a press would pick.
 * @csspart picked - Of these, those that were picked.
 * @csspart outline-label - The name and the size at an outline.
 * @csspart poster - What is shown in place of the first frame; see `poster`.
 * @csspart preview - The picture of the moment that is pointed at on the timeline.
 * @csspart notice - A note over the page, such as what was not loaded.
 *
 * @cssprop [--replay-accent] - Colour of the played part, focus and primary buttons.
 * @cssprop [--replay-surface] - Background of the controls and overlays.
 * @cssprop [--replay-text] - Colour of text and icons.
 * @cssprop [--replay-track] - Colour of the part of the timeline that is not played yet.
 * @cssprop [--replay-hidden-color] - Colour of the line on the timeline where something is hidden.
 * @cssprop [--replay-redacted-color] - Colour of what was removed from a copy, where it is marked on the page.
 * @cssprop [--replay-outline-color] - Colour of the outline of an element that is picked.
 * @cssprop [--replay-font] - Font family of the interface.
 * @cssprop [--replay-radius] - Corner radius of the player.
 */
export class PortableReplayElement extends ReplayMediaElement {
  static override styles = [stageStyles, baseStyles, buttonStyles, playerStyles];

  readonly #intake = new FileIntake(this);
  readonly #closingPress = new ClosingPress();
  readonly #links = new LinkCopier(this);
  readonly #files = new TrackFiles(this, this.session, this.tracks, this.notes);
  readonly #interaction = new StageInteraction(this, this.session, () => this.stageBox);
  readonly #keys = new PlayerKeys(this, this.session.loading, this.#interaction);
  readonly #panels = new PlayerPanels({
    player: this,
    session: this.session,
    notes: this.notes,
    tracksToCopy: () => this.tracksToCopy(),
    stageModes: this.#interaction.modes,
  });
  readonly #searches = new PlayerSearches(this, this.session, this.#panels);
  readonly #changes = new ChangeSteps(this, this.session);
  readonly #masks = new StageMasks(this.session, this.#searches.hidden, () => this.requestUpdate());
  readonly #preview = new PagePicture('preview', this.session.preview, this.session, this.#searches.hidden);
  readonly #poster = new Poster(this.session, this.#searches.hidden);
  readonly #noticeActions = noticeActions(this, this.#interaction, this.#links, this.#files);

  @state() private narrowIdle = false;
  @state() private feedback: Feedback | null = null;

  @query('.stage') private stageBox!: HTMLElement;

  /**
   * What is shown in place of the first frame until somebody plays or seeks: the address of an image, which the browser
   * then requests, or a time of the recording, as `0:12`, whose page is shown once it is read.
   */
  @property({ reflect: true, useDefault: true }) poster = '';

  /** Whether overlays mark what is hidden. */
  @property({ reflect: true, useDefault: true }) masks: 'show' | 'hide' = 'show';

  /** Hides the controls, and the start button with them. With `slot="media"`, keys are left to what is around, too. */
  @property({ type: Boolean, attribute: 'no-controls', reflect: true }) noControls = false;

  /** Switches the keyboard shortcuts off. */
  @property({ type: Boolean, attribute: 'no-hotkeys', reflect: true }) noHotkeys = false;

  /**
   * Keys that do nothing here: their names as `KeyboardEvent.key` has them, `space` for the space bar, each after `no` and
   * with spaces between: `nok nospace noarrowleft no?`.
   */
  @property({ reflect: true, useDefault: true }) hotkeys = '';

  /** Accepts no dropped or pasted files. */
  @property({ type: Boolean, attribute: 'no-drop', reflect: true }) noDrop = false;

  /** Offers no way to open a file: no button for it, and none is accepted that is dropped or pasted. */
  @property({ type: Boolean, attribute: 'no-open', reflect: true }) noOpen = false;

  readonly #controlsList = new ControlsList(this);

  /**
   * Controls to leave out of the bar: words separated by spaces, `no` and the name of a control, as `nospeed noshare`.
   * Names are `play`, `playlist`, `time`, `window`, `idle`, `speed`, `chapters`, `captions`, `masks`, `inspect`, `size`,
   * `link`, `open`, `fullscreen`, and those of the panels. Only the buttons go: keys and properties stay. In the shape of a
   * `DOMTokenList`; a string that is assigned replaces all words.
   *
   * @default ''
   */
  // It is always the same list, whatever is in it.
  @property({ attribute: 'controlslist', hasChanged: () => true })
  get controlsList(): ControlsList {
    return this.#controlsList;
  }

  set controlsList(words: ControlsList | string | null) {
    this.#controlsList.value = String(words ?? '');
  }

  /**
   * Template of links to a moment, with `{time}` in seconds and `{id}` of the session:
   * `https://app.example/replays/{id}?t={time}`. The player copies such links, and has no button for it without one.
   */
  @property({ attribute: 'share-url', reflect: true, useDefault: true }) shareUrl = '';

  /** Accessible name of the player; `Session replay` where it is empty. */
  @property({ reflect: true, useDefault: true }) label = '';

  constructor() {
    super();
    this.addController(new LanguageFollower(this, () => this.#handleLanguage()));
    handleRequests(this, {
      ...playerRequests(this),
      'replay-open-request': ({ files }) => this.#files.open(files),
      'replay-assets-request': ({ wish }) => this.#handleAssets(wish),
      'replay-preview-request': ({ time }) => this.session.preview.show(time),
      'replay-clock-request': ({ kind }) => this.#searches.clock.choose(kind),
      'replay-narrow-idle-request': ({ narrow }) => (this.narrowIdle = narrow),
      'replay-size-request': ({ size }) => this.#interaction.resize(size),
      'replay-feedback-request': ({ feedback }) => (this.feedback = feedback),
      'replay-captions-request': ({ place }) => this.tracks.showCaptions(place),
    });
    for (const requests of this.#panels.requests) handleRequests(this, requests);
    this.addEventListener('emptied', () => {
      this.panel = null;
      this.loopRange = null;
      this.feedback = null;
    });
    this.addEventListener('fullscreenchange', () => this.requestUpdate());
    applyEarlyProperties(this);
  }

  /**
   * Whether text of the replayed page can be selected and copied; nothing else in it can be used. Setting it pauses.
   *
   * @default false
   */
  @property({ type: Boolean, reflect: true })
  get inspect(): boolean {
    return this.#interaction.inspecting;
  }

  set inspect(inspect: boolean) {
    this.#interaction.inspecting = inspect;
  }

  /**
   * Name of the open panel: `inspector`, `transcript`, `notes`, `about`, `privacy`, `share` or
   * `shortcuts`; null for none. Any other name counts as none. The panel shows as soon as there is a recording, and
   * closes with it.
   *
   * @default null
   */
  @property({ reflect: true })
  get panel(): string | null {
    return this.#panels.open;
  }

  set panel(name: string | null) {
    this.#panels.open = name;
  }

  protected override replayExtensions(): ReplayExtensions {
    return {
      styleRules: blockedStyleRules,
      onBuild: (node, getMeta) => restoreBlockedElement(node, getMeta(node)),
    };
  }

  protected override replayChanged(replay: WindowReplay | null): void {
    this.requestUpdate();
    this.#interaction.applyInspection(replay);
    this.#masks.show(replay);
  }

  /** Copies a link to the moment on screen, as `shareUrl` says; does nothing where it is empty. */
  copyLink(): void {
    void this.#links.copy();
  }

  /**
   * Goes to just before the next error, or to the one before; stays where there is none. Errors within a second count as
   * one.
   */
  goToError(direction: 1 | -1): void {
    void this.#searches.marks.goToError(direction);
  }

  /** Goes to just before the next mark on the timeline, or to the one before; stays where there is none. */
  goToMark(direction: 1 | -1): void {
    void this.#searches.marks.goToMark(direction, this.tracks.state.notes);
  }

  /** Goes to just before the next entry of what happened, or to the one before; stays where there is none. */
  goToEntry(direction: 1 | -1): void {
    void this.#searches.marks.goToEntry(direction);
  }

  /**
   * Pauses, and goes to the next moment at which something that can be seen changes on the page, or to the one before.
   * Where the mouse is does not count.
   */
  goToChange(direction: 1 | -1): void {
    void this.#changes.go(direction);
  }

  /** Elements render anew by themselves; what was put into words before is asked for again. */
  #handleLanguage(): void {
    this.#panels.languageChanged();
    this.#searches.marks.languageChanged();
  }

  #handleAssets(wish: 'load' | 'dismiss'): void {
    // The focus goes with the button that was pressed.
    this.#interaction.focus();
    if (wish === 'load') this.session.consent.give();
    else this.session.consent.dismiss();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.noControls) this.session.preview.clear();
    const { isFar } = this.distance;
    this.#poster.follow(isFar ? '' : this.poster);
    // What is selected or picked on a page goes with it.
    if (isFar && this.#interaction.modes.current.type === 'play') this.session.rest();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const frame = this.session.stage.replay?.core.frame;
    if (frame) frame.title = localeOf(this).controls.replayedPage;
    this.#masks.refresh();
    if (!this.distance.isFar) this.session.playback.comeBack();
  }

  get #state(): PlayerState {
    return Object.freeze<PlayerState>({
      ...sessionState(this.session),
      ...this.#interaction.state,
      ...this.#masks.state,
      ...this.#searches.state,
      ...this.#panels.state,
      ...this.#links.state,
      tracks: this.tracks.state,
      openedTracks: this.#files.opened,
      masksShown: this.masks === 'show',
      previewedTime: this.session.preview.shown,
      narrowIdle: this.narrowIdle,
      fullscreen: isFullscreen(this),
      dragging: this.#intake.dragging,
      feedback: this.feedback,
      shortcuts: this.#keys.shortcuts,
      omittedControls: omittedControls(this.#controlsList, this.noOpen),
    });
  }

  protected override render(): TemplateResult {
    const state = this.#state;
    const words = localeOf(this);
    const beside = this.#panels.render('beside', state);
    const { noDrop, noOpen, noControls, poster } = this;
    return html`
      <section
        class="player"
        lang=${words.tag}
        aria-label=${this.label || words.controls.player}
        @pointerdown=${this.#closingPress}
        @click=${this.#closingPress}
      >
        <div class="main">
          <div
            class=${classMap({
              stage: true,
              picking: state.stageMode.type === 'pick',
              larger: this.session.stage.isLarger,
            })}
            part="stage"
            tabindex="0"
            role="group"
            aria-label=${words.controls.recordedPage}
            @click=${this.#interaction.handle}
            @pointerdown=${this.#interaction.handle}
            @pointerup=${this.#interaction.handle}
            @pointercancel=${this.#interaction.handle}
            @wheel=${this.#interaction.handle}
            @touchmove=${this.#interaction.handle}
            @pointermove=${this.#interaction.handle}
            @pointerleave=${this.#interaction.handle}
          >
            ${this.session.stage.element} ${this.#masks.render(state)}
            <replay-outline-layer
              class="masks"
              exportparts="outline, pointed, picked, outline-label"
              .outlines=${state.outlines}
            ></replay-outline-layer>
            ${this.session.stage.replay ? nothing : renderPaperNote(state, words, this.label)}
            ${this.#poster.render(poster, state)}
            ${renderOverlay(state, { noDrop, noOpen, noControls, overPicture: Poster.isImage(poster) })}
            <replay-feedback aria-hidden="true" .feedback=${state.feedback}></replay-feedback>
            ${renderNotices(state, words, this.#noticeActions)}
            ${this.#panels.render('over', state) ?? nothing}
          </div>
          <replay-panel-dock ?hidden=${beside === undefined}> ${beside ?? nothing} </replay-panel-dock>
        </div>
        ${
          this.noControls
            ? nothing
            : html`<replay-control-bar
                part="controls"
                exportparts="timeline, ${buttonParts([...BAR_CONTROLS, 'more'])}"
                .state=${state}
                >${this.#preview.render(state)}</replay-control-bar
              >`
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portable-replay': PortableReplayElement;
  }
}
