import type { RedactKind, RuleRef } from '../../core/redact/rules.ts';
import type { LeakKind, LeakPlace } from '../../core/scan/leak.ts';

interface LabelWords {
  readonly label: string;
  readonly hint: string;
}

interface RangeWords {
  readonly label: string;
  readonly placeholder: string;
  readonly now: string;
}

export interface ShareWords {
  readonly share: string;
  readonly explained: string;
  readonly scan: string;
  readonly scanExplained: string;
  readonly scanAgain: string;
  readonly scanning: string;
  readonly nothingFound: string;
  readonly findings: string;
  readonly found: (count: number) => string;
  readonly selectAll: string;
  readonly selectNone: string;
  readonly showAt: (what: string, time: string) => string;
  readonly leakKinds: Readonly<Record<Exclude<LeakKind, 'other'>, string>>;
  readonly leakPlaces: Readonly<Record<LeakPlace, string>>;
  readonly removeMore: string;
  readonly pick: string;
  readonly pickHint: string;
  /** In CSS pixels of the recorded page. */
  readonly elementSize: (width: number, height: number) => string;
  /** The same, read aloud. */
  readonly elementTold: (name: string, width: number, height: number) => string;
  readonly picked: string;
  readonly keep: (name: string) => string;
  readonly fields: Readonly<Record<'selectors' | 'strings' | 'patterns' | 'parameters', LabelWords>>;
  readonly leaveOut: string;
  readonly kinds: Readonly<Record<RedactKind, string>>;
  /** What one has to know of a kind. */
  readonly kindHints: Readonly<Partial<Record<RedactKind, string>>>;
  readonly keepOnly: string;
  readonly range: Readonly<Record<'from' | 'to', RangeWords>>;
  readonly copy: string;
  readonly copyFormat: string;
  readonly copyFormats: Readonly<Record<'html' | '2023-04-28', LabelWords>>;
  readonly fromNow: string;
  readonly tracks: string;
  readonly tracksHint: string;
  readonly makeCopy: string;
  readonly makingCopy: string;
  readonly copySize: (bytes: number) => string;
  /** @param what each of `removedElements`, `removedTexts` and `removedEvents` that applies */
  readonly removed: (what: readonly string[]) => string;
  readonly removedElements: (count: number) => string;
  readonly removedTexts: (count: number) => string;
  readonly byRule: string;
  readonly rules: Readonly<Record<Exclude<RuleRef['rule'], 'kinds'> | 'findings' | 'range', string>>;
  readonly matchedNothing: string;
  readonly idleRules: (count: number) => string;
  /** Texts of removed elements that were not looked for elsewhere. */
  readonly skipped: (count: number) => string;
  readonly check: string;
  readonly checkExplained: string;
  readonly openCopy: string;
  readonly openOriginal: string;
  readonly copyOpen: string;
  readonly scanCopy: string;
  readonly scanCopyAgain: string;
  readonly findingsInCopy: string;
  readonly removedEvents: (count: number) => string;
  readonly notRedacted: string;
  readonly saveCopy: string;
  readonly saveSummary: string;
}

export interface SavedPageWords {
  readonly title: (moment: Date) => string;
  readonly redacted: string;
  readonly notRedacted: string;
}

/** Copying and saving what a panel shows. */
export interface TakeOutWords {
  readonly format: string;
  readonly copy: string;
  readonly save: string;
  readonly making: string;
  /** What came of it; nothing is said of a file, which the browser tells of. */
  readonly told: Readonly<Record<'nothing' | 'copied' | 'not-copied', string>>;
}
