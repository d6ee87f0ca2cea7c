/**
 * - `repaired`: plays as it was meant
 * - `dropped`: could not be used and was left out
 * - `missing`: the file never had it
 * - `noted`: worth knowing
 */
export type WarningKind = 'repaired' | 'dropped' | 'missing' | 'noted';

/** Everything that can be said about a recording. The sentences are in `locale/`. */
export const WARNING_KINDS = {
  'missing-meta': 'repaired',
  'duplicates': 'repaired',
  'wild-timestamps': 'repaired',
  'clock-jump': 'repaired',
  'seconds': 'repaired',
  'duplicate-nodes': 'repaired',
  'extension-stripped': 'repaired',
  'synthetic-snapshot': 'repaired',
  'unknown-version': 'repaired',
  'undecodable': 'dropped',
  'bad-line': 'dropped',
  'truncated': 'dropped',
  'broken-off': 'dropped',
  'trailing-garbage': 'dropped',
  'bad-block': 'dropped',
  'missing-chunks': 'dropped',
  'oversized': 'dropped',
  'too-large': 'dropped',
  'too-deep': 'dropped',
  'too-costly': 'dropped',
  'cut-text': 'dropped',
  'unreplayable': 'dropped',
  'second-recorder': 'dropped',
  'damaged-screens': 'dropped',
  'bad-cue': 'dropped',
  'skipped-file': 'dropped',
  'repeated-file': 'dropped',
  'no-first-page': 'missing',
  'missing-assets': 'missing',
  'missing-sheets': 'missing',
  'unrecorded-frames': 'missing',
  'assets': 'missing',
  'webgl': 'missing',
  'canvas-not-drawn': 'missing',
  'styles-refused': 'missing',
  'track-missing': 'missing',
  'cover-unmatched': 'noted',
  'several-recordings': 'noted',
  'no-worker': 'noted',
} as const satisfies Record<string, WarningKind>;

export type WarningCode = keyof typeof WARNING_KINDS;
