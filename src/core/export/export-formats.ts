import type { Session, SessionEvent } from '../recording.ts';

/**
 * What a recording can be written as:
 *
 * - `2023-04-28`: an export as PostHog makes it today, one list of events by time, windows numbered from 1.
 *   Source: PostHog/posthog: frontend/src/scenes/session-recordings/file-playback/types.ts
 * - `jsonl`: as PostHog's snapshots API serves it, a line `[windowId, event]` for each event. It has no place for the
 *   session's id and its person.
 *   Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts
 * - `rrweb`: an array of events for rrweb's players, which pass over the `windowId` that each has besides
 *
 * Events are inflated in all of them.
 */
export const EXPORT_FORMATS = ['2023-04-28', 'jsonl', 'rrweb'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The texts of a file, from its beginning to its end. */
export interface ExportWriter {
  /** Media type of the file. */
  readonly type: string;
  readonly beginning: string;
  /** Between two events. */
  readonly separator: string;
  event(written: SessionEvent): string;
  /** @param more members of `data` besides those of PostHog, which passes them over; only exports have a place for them */
  end(more: Readonly<Record<string, unknown>>): string;
}

export type ExportHead = Pick<Session, 'id' | 'person' | 'windowIds'>;

export const EXPORT_WRITERS: Readonly<Record<ExportFormat, (head: ExportHead) => ExportWriter>> = {
  '2023-04-28': ({ id, person, windowIds }) => {
    const numbers = new WindowNumbers(windowIds);
    const somebody = person === null || !isJson(person) ? '' : `"person":${person},`;
    return {
      type: 'application/json',
      beginning: `{"version":"2023-04-28","data":{"id":${JSON.stringify(id)},${somebody}"snapshots":[`,
      separator: ',',
      event: ({ windowId, event }) => JSON.stringify({ ...event, windowId: numbers.of(windowId) }),
      end: (more) => {
        const members = Object.entries(more);
        return `]${members.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`).join('')}}}`;
      },
    };
  },
  'jsonl': () => ({
    type: 'application/x-ndjson',
    beginning: '',
    separator: '',
    event: ({ windowId, event }) => `${JSON.stringify([windowId, event])}\n`,
    end: () => '',
  }),
  'rrweb': () => ({
    type: 'application/json',
    beginning: '[',
    separator: ',\n',
    event: ({ windowId, event }) => JSON.stringify({ ...event, windowId }),
    end: () => ']\n',
  }),
};

/** PostHog's player knows windows by number; where they have numbers already, these stay. */
class WindowNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #areNumbers: boolean;

  constructor(windowIds: readonly string[]) {
    this.#areNumbers = windowIds.every((id) => /^[1-9]\d{0,5}$/.test(id));
  }

  of(windowId: string): number {
    if (this.#areNumbers) return Number(windowId);
    const known = this.#numbers.get(windowId) ?? this.#numbers.size + 1;
    this.#numbers.set(windowId, known);
    return known;
  }
}

/** The exporter of today writes `undefined` for a person that it has not loaded. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
