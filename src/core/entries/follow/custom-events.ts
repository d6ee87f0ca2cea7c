import { asArray, asRecord, asText, type Fields } from '../../json.ts';
import { ADDRESS_TAGS, CONFIG_TAGS } from '../../rrweb/custom-tags.ts';
import { isSentryLine } from './console-lines.ts';
import { isSentryRequest } from './requests.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** Custom events in which recorders keep books on themselves, or that others read. */
const OF_THE_RECORDER: ReadonlySet<unknown> = new Set([
  ...ADDRESS_TAGS,
  ...CONFIG_TAGS,
  '$recording_started',
  'triggerGroupSamplingDecisionMade',
  'samplingDecisionMade',
  'chrome-extension-stripped',
  // Sentry's.
  'options',
]);

const VISIBILITY = 'window ';
const CONNECTION = 'browser ';

/** Custom events: those of PostHog's recorder by what they tell, and all others as they are. */
export class CustomEvents implements EntryFinder {
  readonly #window: WindowContext;
  #isVisible: boolean | null = null;
  #isOnline: boolean | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    const { tag, payload } = data;
    if (kind !== 'custom' || OF_THE_RECORDER.has(tag)) return;
    if (isSentryLine(data) || isSentryRequest(data, at)) return;
    if (tag === `${VISIBILITY}hidden` || tag === `${VISIBILITY}visible`) {
      const visible = tag.endsWith('visible');
      if (visible !== this.#isVisible) this.#window.add('visibility', at, { visible });
      this.#isVisible = visible;
    } else if (tag === `${CONNECTION}offline` || tag === `${CONNECTION}online`) {
      const online = tag.endsWith('online');
      if (online !== this.#isOnline)
        this.#window.add('connection', at, { online }, { level: online ? 'info' : 'warning' });
      this.#isOnline = online;
    } else if (tag === '$exception') {
      for (const detail of exceptionsOf(asRecord(payload)))
        this.#window.add('error', at, detail, { level: 'error' });
    } else {
      this.#window.add('custom', at, { tag: asText(tag), payload: payload ?? null });
    }
  }
}

interface ErrorDetail {
  readonly name: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly by: 'exception';
}

/** An exception and what caused it, in the shapes of newer and older SDKs. */
function exceptionsOf({ $exception_list: list, ...old }: Fields): readonly ErrorDetail[] {
  const errors = asArray(list)
    .map(asRecord)
    .map(({ type, value, stacktrace }) => ({
      name: asText(type),
      message: asText(value),
      stack: asArray(asRecord(stacktrace)['frames']).map((frame) => frameText(asRecord(frame))),
      by: 'exception' as const,
    }));
  if (errors.length > 0) return errors;
  const { $exception_type: type, $exception_message: message, $exception_stack_trace_raw: stack } = old;
  return [{ name: asText(type), message: asText(message), stack: lines(asText(stack)), by: 'exception' }];
}

function frameText({ function: name, filename, source, lineno, colno }: Fields): string {
  const place = [asText(filename) || asText(source), lineno, colno]
    .filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
    .join(':');
  return asText(name) === '' ? place : `${asText(name)} (${place})`;
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
