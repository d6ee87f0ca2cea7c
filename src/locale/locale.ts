import type { Formats } from './formats.ts';
import type { AboutWords } from './words/about.ts';
import type { CommonWords } from './words/common.ts';
import type { ControlWords, LinkWords } from './words/controls.ts';
import type { EntryWords } from './words/entries.ts';
import type { ErrorWords, RuleWords } from './words/errors.ts';
import type { InspectorWords } from './words/inspector.ts';
import type { NoteWords } from './words/notes.ts';
import type { AssetWords, OverlayWords } from './words/overlays.ts';
import type { PrivacyWords } from './words/privacy.ts';
import type { SavedPageWords, ShareWords, TakeOutWords } from './words/share.ts';
import type { ShortcutWords } from './words/shortcuts.ts';
import type { TrackWords } from './words/tracks.ts';
import type { TranscriptLocale } from './words/transcript.ts';
import type { WarningWords } from './words/warnings.ts';

/**
 * Every word of the player in one language. A language is a folder with an object of this type: `en` is
 * the one to start from. Times are seconds, sizes bytes, counts numbers: a sentence formats what it is given.
 */
export interface Locale {
  /** BCP 47, such as `en`. */
  readonly tag: string;
  readonly format: Formats;
  readonly common: CommonWords;
  readonly controls: ControlWords;
  readonly shortcuts: ShortcutWords;
  readonly overlays: OverlayWords;
  readonly assets: AssetWords;
  readonly errors: ErrorWords;
  readonly warnings: WarningWords;
  readonly rules: RuleWords;
  readonly privacy: PrivacyWords;
  readonly about: AboutWords;
  readonly share: ShareWords;
  readonly savedPage: SavedPageWords;
  readonly tracks: TrackWords;
  readonly notes: NoteWords;
  readonly links: LinkWords;
  readonly inspector: InspectorWords;
  readonly takeOut: TakeOutWords;
  readonly entries: EntryWords;
  readonly transcript: TranscriptLocale;
}
