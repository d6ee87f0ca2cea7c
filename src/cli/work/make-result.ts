import type {
  EntryExportQuery,
  LeakPattern,
  LeakReport,
  Recording,
  RedactionSummary,
  RedactRules,
  TextSpan,
  TranscriptOptions,
} from '../../core/index.ts';
import { formatClock } from '../../locale/clock.ts';
import { type CopyFormat, makeCopy } from '../copy-format.ts';
import type { Content } from '../output-file.ts';

/** What is to be made of each recording, as plain data, so that a thread can be told. */
export type Wanted =
  | { readonly type: 'entries'; readonly query: EntryExportQuery }
  | { readonly type: 'transcript'; readonly options: TranscriptOptions }
  | { readonly type: 'spans'; readonly text: string; readonly json: boolean }
  | {
      readonly type: 'leaks';
      readonly rules: readonly LeakPattern[];
      /** Only these. */
      readonly kinds?: readonly string[];
      readonly json: boolean;
    }
  | {
      readonly type: 'copy';
      readonly format: CopyFormat;
      readonly rules: RedactRules;
      /** Without all that the leak scan finds. */
      readonly leaks: boolean;
    };

/** What is to be said of a result besides. */
export interface ResultNote {
  /** How many leaks were found. */
  readonly leaks?: number;
  /** What was removed from a copy; null when nothing was to be. */
  readonly removed?: RedactionSummary | null;
}

interface Result {
  readonly content: Content;
  readonly note: ResultNote;
}

/**
 * Makes a text or a file of a recording.
 *
 * @param around.name what the recording is called
 * @throws as methods of `Recording`
 */
export async function makeResult(
  recording: Recording,
  wanted: Wanted,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<Result> {
  switch (wanted.type) {
    case 'entries':
      return { content: await recording.exportEntries(wanted.query, { signal }), note: {} };
    case 'transcript': {
      const text = await recording.transcript(wanted.options, { signal });
      return { content: [text.endsWith('\n') ? text : `${text}\n`], note: {} };
    }
    case 'spans': {
      const spans = await recording.search(wanted.text, { signal });
      return { content: wanted.json ? [jsonLine(spans)] : spans.map(spanLine), note: {} };
    }
    case 'leaks': {
      const { rules, kinds, json } = wanted;
      const found = await recording.scan(rules, { signal });
      const findings = found.filter(({ kind }) => kinds?.includes(kind) ?? true);
      const report = { file: name, session: recording.info.id, findings };
      const content = json ? [jsonLine(report)] : findings.map(leakLine);
      return { content, note: { leaks: findings.length } };
    }
    case 'copy': {
      const { format, rules, leaks } = wanted;
      const findings = leaks ? (await recording.scan([], { signal })).map(({ id }) => id) : [];
      const { blob, summary } = await makeCopy(recording, { ...rules, findings }, format, signal);
      return { content: blob, note: { removed: summary } };
    }
  }
}

const jsonLine = (value: unknown) => `${JSON.stringify(value)}\n`;

const spanLine = ({ start, end, windowId }: TextSpan) =>
  `${formatClock(start)} to ${formatClock(end)}  window ${windowId}\n`;

function leakLine({ time, kind, rule, excerpt, places }: LeakReport): string {
  const where = Object.entries(places).map(([place, count]) => (count > 1 ? `${place} ${count}×` : place));
  return `${formatClock(time)}  ${kind}  ${excerpt}  (${rule}; ${where.join(', ')})\n`;
}
