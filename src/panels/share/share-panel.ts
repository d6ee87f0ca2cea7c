import { html } from 'lit';
import { exportName, saveExport, saveFile } from '../../copies/save-file.ts';
import type { CopiedTrack } from '../../core/copy/copied-track.ts';
import { LatestJob } from '../../core/latest-job.ts';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { RequestHandlers } from '../../events.ts';
import { messageOf } from '../../locale/describe.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { PageOutlines } from '../../page-outline.ts';
import type { PlayerState } from '../../player-state.ts';
import type { Panel, PanelContext } from '../panel.ts';
import { CopyCheck } from './copy-check.ts';
import { exactClock } from './exact-clock.ts';
import { PagePicks } from './page-picks.ts';
import { planCopy } from './plan-copy.ts';
import {
  type CopyDraft,
  type CopyState,
  type MadeCopy,
  NOTHING_SHARED,
  type PickedThing,
} from './share-state.ts';

/**
 * How far a reader has come with handing a recording on; begins anew with each recording. One that leaves the page is
 * emptied, one that is only moved is not.
 */
export class SharePanel implements Panel {
  readonly #context: PanelContext;
  readonly #scan: LatestJob<readonly LeakReport[]>;
  readonly #copy: LatestJob<MadeCopy>;
  readonly #check: CopyCheck;
  readonly #picks: PagePicks;
  #draft = NOTHING_SHARED.draft;
  /** What went along with the copy that was made last. */
  #tracks: readonly CopiedTrack[] = [];
  /** The reader has said what is to be kept; until then that is the range that is repeated. */
  #hasOwnRange = false;

  readonly requests: RequestHandlers = {
    'replay-scan-request': ({ wanted }) => this.#look(wanted),
    'replay-pick-request': () => this.#startPicking(),
    'replay-draft-request': ({ change }) => this.#change(change),
    'replay-copy-request': ({ wanted }) => this.#make(wanted),
    'replay-check-request': ({ what, wanted }) => this.#check[what](wanted ? this.#madeBlob : null),
    'replay-original-request': () => this.#check.close(),
    'replay-download-request': ({ what }) => this.#save(what),
  };

  constructor(context: PanelContext) {
    const { player, session, stageModes } = context;
    const changed = () => player.requestUpdate();
    const told = (thrown: unknown) => messageOf(localeOf(player), thrown);
    this.#context = context;
    this.#scan = new LatestJob(changed, told);
    this.#copy = new LatestJob(changed, told);
    this.#check = new CopyCheck(context, changed, told);
    this.#picks = new PagePicks(session, (thing) => {
      stageModes.leave('pick');
      this.#addPicked(thing);
    });
    player.addEventListener('emptied', this.#reset);
    player.addEventListener('looprangechange', () => this.#takeRange());
  }

  render({ complete, duration, currentTime, stageMode, clock }: PlayerState) {
    const picking = stageMode.type === 'pick';
    const share = {
      scan: this.#scan.state,
      copy: this.#copyNow,
      check: this.#check.state,
      picking,
      draft: this.#draft,
      hasTracks: this.#context.tracksToCopy().length > 0,
    };
    return html`<replay-share-panel
      class=${picking ? 'aside' : ''}
      part="inspector"
      .share=${share}
      .duration=${duration}
      .clock=${clock.wall}
      .currentTime=${currentTime}
      ?complete=${complete}
    ></replay-share-panel>`;
  }

  /** A copy that holds other chapters, captions or notes than there are now is let go: one may have been removed. */
  get #copyNow(): CopyState {
    const { state } = this.#copy;
    // Its tracks are not those that go along with a copy of it.
    if (state.step !== 'done' || this.#check.isOpen) return state;
    const tracks = this.#context.tracksToCopy();
    if (this.#tracks !== tracks && JSON.stringify(this.#tracks) !== JSON.stringify(tracks))
      return NOTHING_SHARED.copy;
    this.#tracks = tracks;
    return state;
  }

  get #madeBlob(): Blob | null {
    const state = this.#copyNow;
    return state.step === 'done' ? state.result.copy.blob : null;
  }

  /** What was read and found of a copy goes with it. */
  #letGo(): void {
    this.#check.close();
    this.#copy.stop();
    this.#check.release();
  }

  /** Looks for leaks, or stops looking. */
  #look(isWanted: boolean): void {
    if (!isWanted) {
      this.#scan.stop();
      return;
    }
    void this.#scan.start(async (controls) => {
      const findings = await this.#context.player.scanForLeaks(controls);
      // What was found is ticked, and a copy from before holds it.
      if (findings.length > 0 && !controls.signal.aborted) this.#letGo();
      return findings;
    });
  }

  /** Makes a copy, which is then there to be saved, or stops making one. */
  #make(isWanted: boolean): void {
    this.#letGo();
    if (!isWanted) return;
    void this.#copy.start(async (controls) => {
      const { player } = this.#context;
      const plan = planCopy(this.#draft, this.#scan.state, player);
      const { rules, findings, format, startAt, tracks } = plan;
      this.#tracks = this.#context.tracksToCopy();
      const options = { format, startAt, tracks, ...controls };
      const { picked } = this.#draft;
      const scan = this.#scan.state;
      const found = scan.step === 'done' ? scan.result.filter(({ id }) => findings.includes(id)) : [];
      return { plan, picked, found, copy: await player.redact({ ...rules, findings }, options) };
    });
  }

  /** Hands the copy that was made, or the summary of what was removed from it, to the reader as a download. */
  #save(what: 'copy' | 'summary'): void {
    const state = this.#copyNow;
    if (state.step !== 'done') return;
    const { plan, copy } = state.result;
    const { recording } = this.#context.player;
    if (what === 'copy') saveExport(copy.blob, plan.format, recording);
    else saveFile(new Blob([JSON.stringify(copy.summary, null, 2)]), `${exportName(recording)}-removed.json`);
  }

  /**
   * Keeps what was filled in, however often the panel comes and goes. A copy of what was filled in before is let go:
   * handed out now, it would hold what has been named since.
   */
  #change(change: Partial<CopyDraft>): void {
    if ('from' in change || 'to' in change) this.#hasOwnRange = true;
    this.#draft = Object.freeze({ ...this.#draft, ...change });
    this.#letGo();
  }

  /** Keeps only what is repeated, unless the reader has said what to keep. */
  #takeRange(): void {
    if (this.#hasOwnRange || this.#check.isOpen || this.#context.session.loading.swap) return;
    const { loopRange, duration } = this.#context.player;
    const from = loopRange ? exactClock('from', loopRange.start, duration) : '';
    const to = loopRange ? exactClock('to', loopRange.end, duration) : '';
    if (from === this.#draft.from && to === this.#draft.to) return;
    this.#draft = Object.freeze({ ...this.#draft, from, to });
    this.#letGo();
  }

  #startPicking(): void {
    this.#context.stageModes.enter({ type: 'pick', picker: this.#picks.begin() });
  }

  get #isPicking(): boolean {
    return this.#context.stageModes.current.type === 'pick';
  }

  readonly #outlineNow: PageOutlines = () => this.#picks.outlines(this.#draft.picked, this.#isPicking);

  get outlines(): PageOutlines | null {
    const isAny = this.#isPicking || this.#draft.picked.length > 0;
    return isAny && !this.#check.isOpen ? this.#outlineNow : null;
  }

  #addPicked(thing: PickedThing): void {
    const isKnown = ({ windowId, nodeId }: PickedThing) =>
      windowId === thing.windowId && nodeId === thing.nodeId;
    const others = this.#draft.picked.filter((one) => !isKnown(one));
    this.#change({ picked: [...others, thing] });
  }

  readonly #reset = (): void => {
    // A copy comes, or the recording comes back.
    if (this.#context.session.loading.swap) return;
    this.#draft = NOTHING_SHARED.draft;
    this.#hasOwnRange = false;
    this.#scan.stop();
    this.#check.release();
    this.#copy.stop();
  };
}
