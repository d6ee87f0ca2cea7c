import type { MaskKind } from '../../core/rrweb/mask-traces.ts';

/** What a kind of hidden thing is called, alone and in numbers, and what it means. */
interface MaskWords {
  readonly name: string;
  readonly many: string;
  readonly count: (count: number) => string;
  readonly meaning: string;
}

export interface PrivacyWords {
  readonly privacy: string;
  /** @param count may be `99+` */
  readonly onScreen: (count: string) => string;
  readonly overlaysOff: string;
  readonly showMasks: string;
  readonly masks: Readonly<Record<MaskKind, MaskWords>>;
  readonly hiddenOnScreen: (what: string) => string;
  readonly hiddenOnTimeline: (seconds: number) => string;
  readonly hiddenAt: (kinds: string) => string;
  readonly kinds: string;
  readonly now: string;
  readonly total: string;
  readonly occurrences: string;
  readonly notOnPage: string;
  readonly outOfSight: string;
  readonly nothing: string;
  readonly searching: string;
  readonly later: string;
  readonly position: (number: number, total: number) => string;
  readonly previous: string;
  readonly next: string;
}
