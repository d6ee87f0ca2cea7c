import type { CopyPlan } from '../../copies/copy-plan.ts';
import { parseTime } from '../../core/parse-time.ts';
import { RuleError } from '../../core/rule-error.ts';
import type { CopyDraft, ScanState } from './share-state.ts';

/** Where the player is in the recording, in seconds. */
export interface Position {
  readonly currentTime: number;
  readonly duration: number;
}

/**
 * The copy that a reader means by what was filled in.
 *
 * @throws RuleError that says what cannot be meant
 */
export function planCopy(draft: CopyDraft, scan: ScanState, { currentTime, duration }: Position): CopyPlan {
  const found = scan.step === 'done' ? scan.result.map(({ id }) => id) : [];
  const range = rangeOf(draft, duration);
  return {
    format: draft.format,
    tracks: draft.tracks,
    startAt: draft.fromNow ? currentTime : 0,
    findings: found.filter((id) => !draft.dismissed.has(id)),
    rules: {
      selectors: linesOf(draft.selectors),
      strings: linesOf(draft.strings),
      patterns: linesOf(draft.patterns).map(patternOf),
      urlParameters: draft.parameters.split(/[\s,]+/).filter(Boolean),
      kinds: draft.kinds,
      elements: draft.picked.map(({ windowId, nodeId, time }) => ({ windowId, nodeId, time })),
      ...(range && { range }),
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A line between slashes is a regular expression with its flags; any other one is its source. */
function patternOf(line: string): RegExp {
  const [, source = line, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(line) ?? [];
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new RuleError({ reason: 'not-a-pattern', rule: line }, { cause });
  }
}

function rangeOf(draft: CopyDraft, duration: number): { start: number; end: number } | null {
  const [from, to] = [draft.from.trim(), draft.to.trim()];
  if (!from && !to) return null;
  const start = from ? parseTime(from) : 0;
  const end = to ? parseTime(to) : duration;
  if (start === null || end === null || start > end) throw new RuleError({ reason: 'not-a-range' });
  return { start, end };
}
