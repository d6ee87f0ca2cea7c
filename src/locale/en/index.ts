import type { Locale } from '../locale.ts';
import { about } from './about.ts';
import { common } from './common.ts';
import { controls, links } from './controls.ts';
import { entries } from './entries.ts';
import { errors, rules } from './errors.ts';
import { format, TAG } from './format.ts';
import { inspector } from './inspector.ts';
import { notes } from './notes.ts';
import { overlays, assets } from './overlays.ts';
import { privacy } from './privacy.ts';
import { share, savedPage, takeOut } from './share.ts';
import { shortcuts } from './shortcuts.ts';
import { tracks } from './tracks.ts';
import { transcript } from './transcript.ts';
import { warnings } from './warnings.ts';

/** English, by the groups of the interface. */
export const english: Locale = {
  tag: TAG,
  format,
  common,
  controls,
  shortcuts,
  overlays,
  assets,
  errors,
  warnings,
  rules,
  privacy,
  about,
  share,
  savedPage,
  tracks,
  notes,
  links,
  inspector,
  takeOut,
  entries,
  transcript,
};
