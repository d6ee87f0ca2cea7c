import type { EntryNote, EntryTarget } from '../entry.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { SessionView } from './session-view.ts';
import type { SignalRule } from './signal.ts';

/** Finds what one or more rules speak of. */
export type FindSignals = (session: SessionView) => Iterable<EntryNote<'signal'>>;

interface Found {
  readonly windowId: string;
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly end?: number | undefined;
  readonly target?: EntryTarget | undefined;
  /** What it was made from. */
  readonly from: readonly EntryNote[];
  readonly measured: Readonly<Record<string, number>>;
}

/** The entry that says what a rule found, with the limits that it held against what it measured. */
export function signal(rule: SignalRule, found: Found): EntryNote<'signal'> {
  const { windowId, time, end, target, from, measured } = found;
  const { level, limits } = SIGNAL_RULES[rule];
  return {
    id: `signal-${rule}-${from[0]?.id ?? `${windowId}-${Math.round(time * 1000)}`}`,
    kind: 'signal',
    time: milliseconds(time),
    ...(end !== undefined && { end: milliseconds(end) }),
    windowId,
    level,
    ...(target && { target }),
    detail: {
      rule,
      from: from.map(({ id }) => id),
      measured: {
        ...Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, milliseconds(value)])),
        ...limits,
      },
    },
  };
}

/** Seconds without what floating point adds to them. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
