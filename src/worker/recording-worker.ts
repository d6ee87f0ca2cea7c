import { RecordingEngine } from '../core/recording-engine.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { LoadListener } from '../core/recording-engine.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { FromWorker, Request, SentPart, ToWorker } from './messages.ts';
import { receiveStream } from './stream-port.ts';

/** Long enough to work well, short enough that a question of the page does not wait noticeably. */
const SLICE_MS = 30;

const engine = new RecordingEngine(SLICE_MS);
const tell = (message: FromWorker) => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'request') void answer(data);
  else void load(data.parts, data.limits);
});
tell({ type: 'ready' });

async function load(parts: readonly SentPart[], limits: RecordingLimits): Promise<void> {
  try {
    const opened = parts.map((part) =>
      part.kind === 'port' ? { ...part, kind: 'stream' as const, stream: receiveStream(part.port) } : part,
    );
    const listener: LoadListener = {
      progress: (progress) => tell({ type: 'progress', progress }),
      outline: (outline, recording) => tell({ type: 'outline', outline, recording }),
    };
    // Nobody aborts in here: the page ends the whole worker.
    await engine.load(opened, limits, listener, new AbortController().signal);
    tell({ type: 'loaded' });
  } catch (thrown) {
    tell({ type: 'failed', error: ReplayError.from(thrown).toData() });
  }
}

async function answer({ id, request, recording, query }: Request): Promise<void> {
  try {
    const result =
      request === 'read' && query ? engine.read(recording, query) : await engine.export(recording);
    tell({ type: 'answer', id, result });
  } catch (thrown) {
    tell({ type: 'refusal', id, error: ReplayError.from(thrown).toData() });
  }
}
