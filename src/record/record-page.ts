import { Batches } from './batches.ts';
import { createKeeper, type KeepOptions } from './keeper.ts';
import { EDITED, maskInput } from './masking.ts';
import { loadRrwebRecord, type Sampling } from './rrweb-record.ts';

export interface RecordOptions extends KeepOptions {
  /** As `keepSnapshots()` has it; without it the recording is what `stop()` gives, and nothing is stored. */
  readonly store?: Exclude<KeepOptions['store'], undefined>;
  /** How often things are recorded; what is not named is as it is by default. */
  readonly sampling?: Sampling;
  /**
   * Whether asterisks stand for all that is typed, which they do by default. Fields that go by such names as passwords,
   * cards and tokens do are masked all the same.
   */
  readonly maskAllInputs?: boolean;
  /** Elements whose text is masked as well. */
  readonly maskTextSelector?: string;
  /** Elements that are not recorded at all, but for their size. */
  readonly blockSelector?: string;
}

/** A tab that is being recorded. */
export interface PageRecording {
  /** Once the page was recorded as it is. Rejects with an Error where rrweb's recorder is not installed. */
  readonly started: Promise<void>;
  /** Ends it, and gives the recording: a file that the player opens. Rejects as `started`. */
  stop(): Promise<File>;
}

const SAMPLING: Sampling = { mousemove: 100, scroll: 200, media: 800, input: 'last' };
/** The whole page is recorded again and again, so that it can be seen where the oldest batches had to go. Milliseconds. */
const FULL_SNAPSHOT_MS = 5 * 60 * 1000;

let isRecording = false;

/**
 * Records this tab with rrweb's recorder, `@rrweb/record`, which has to be installed and is loaded now. It ends with the
 * page, or when it is stopped.
 *
 * ```js
 * const recording = record();
 * const file = await recording.stop();
 * ```
 *
 * @throws Error while the tab is being recorded already
 */
export function record({
  store,
  maxBytes,
  maxAge,
  sampling,
  maskAllInputs = true,
  maskTextSelector,
  blockSelector,
}: RecordOptions = {}): PageRecording {
  if (isRecording) throw new Error('This tab is being recorded already: call stop() first');
  isRecording = true;
  const limits = { ...(maxBytes !== undefined && { maxBytes }), ...(maxAge !== undefined && { maxAge }) };
  const keeper = store ? createKeeper({ store, ...limits }) : null;
  const batches = new Batches(keeper);
  let end: (() => void) | undefined;
  const start = async () => {
    const rrwebRecord = await loadRrwebRecord();
    keeper?.prepare();
    await pageIsThere();
    const masked = [maskAllInputs ? EDITED : '', maskTextSelector ?? ''].filter(Boolean);
    end = rrwebRecord({
      emit: (event) => batches.add(event),
      sampling: { ...SAMPLING, ...sampling },
      checkoutEveryNms: FULL_SNAPSHOT_MS,
      blockSelector: blockSelector ?? null,
      maskTextSelector: masked.join(', ') || null,
      maskInputOptions: { input: true, textarea: true, select: maskAllInputs },
      maskInputFn: (text, element) => maskInput(text, element, maskAllInputs),
      slimDOMOptions: true,
    });
    addEventListener('pagehide', batches.flush);
  };
  const started = start().catch((failure: unknown) => {
    isRecording = false;
    throw failure;
  });
  let file: Promise<File> | undefined;
  const stop = async () => {
    await started;
    end?.();
    removeEventListener('pagehide', batches.flush);
    isRecording = false;
    return batches.finish();
  };
  return { started, stop: () => (file ??= stop()) };
}

async function pageIsThere(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
