import type { EventKind } from '../../core/rrweb/event-kind.ts';
import type { WarningKind } from '../../core/warning-kinds.ts';

export interface AboutWords {
  readonly about: string;
  /** @param count of notes, in numbers and as it is shown: `99+` */
  readonly aboutNotes: (count: number, shown: string) => string;
  readonly files: (count: number) => string;
  readonly unnamedFile: string;
  readonly checksum: string;
  readonly checksumOf: (file: string) => string;
  readonly copy: string;
  readonly copyThe: (what: string) => string;
  readonly copied: string;
  readonly recording: string;
  readonly format: string;
  readonly compression: string;
  readonly platform: string;
  readonly platforms: Readonly<Record<'web' | 'mobile', string>>;
  readonly producer: string;
  readonly sessionId: string;
  readonly recordedAt: string;
  readonly length: string;
  /** How long it is, and how much of it is active. */
  readonly lengthActive: (duration: number, active: number) => string;
  /** What a format is and when it was in use, by id; one that is not here is shown by its id. */
  readonly formats: Readonly<Partial<Record<string, string>>>;
  readonly windows: string;
  readonly events: string;
  readonly allEvents: string;
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly notes: Readonly<Record<WarningKind, string>>;
  readonly nothingRepaired: string;
  readonly showCostly: string;
  readonly showsCostly: string;
  readonly nothingRepairedYet: string;
  readonly markers: string;
  readonly save: string;
  readonly saveMakes: string;
  readonly saveLater: string;
  readonly saving: string;
}
