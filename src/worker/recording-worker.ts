import { RecordingEngine } from '../core/recording-engine.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { FromWorker, SentPart, ToWorker } from './messages.ts';
import { receiveStream } from './stream-port.ts';

/** Long enough to work well, short enough that a question of the page does not wait noticeably. */
const SLICE_MS = 30;

const engine = new RecordingEngine(SLICE_MS);
const tell = (message: FromWorker) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'read') tell({ type: 'read', id: data.id, result: engine.read(data.query) });
  else void load(data.parts);
});
tell({ type: 'ready' });

async function load(parts: readonly SentPart[]): Promise<void> {
  try {
    const opened = parts.map((part) =>
      part.kind === 'port'
        ? { kind: 'stream' as const, stream: receiveStream(part.port), total: part.total }
        : part,
    );
    const listener = {
      progress: (progress: Extract<FromWorker, { type: 'progress' }>['progress']) =>
        tell({ type: 'progress', progress }),
      outline: (outline: Extract<FromWorker, { type: 'outline' }>['outline']) =>
        tell({ type: 'outline', outline }),
    };
    // Nobody aborts in here: the page ends the whole worker.
    await engine.load(opened, listener, new AbortController().signal);
    tell({ type: 'loaded' });
  } catch (thrown) {
    tell({ type: 'failed', error: ReplayError.from(thrown).toData() });
  }
}
