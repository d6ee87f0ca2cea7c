/**
 * What was on a page at a moment, as an accessibility outline in the YAML of Playwright's aria snapshots: all of it, or
 * what changed since the page of its window was last told of.
 */
export type Sight = { readonly outline: readonly string[] } | { readonly changes: readonly OutlineChange[] };

export interface OutlineChange {
  /** False for a line that is gone. */
  readonly added: boolean;
  readonly line: string;
}

/** A sight as lines; changes as those of a patch. */
export function sightLines(sight: Sight): readonly string[] {
  if ('outline' in sight) return sight.outline;
  return sight.changes.map(({ added, line }) => `${added ? '+' : '-'} ${line}`);
}
