import type { Credentials } from '../core/source/replay-source.ts';

/** What the attribute `crossorigin` says; null where it is missing. */
export type CrossOrigin = 'anonymous' | 'use-credentials';

/** What a media element makes of its attribute: whatever is not known counts as `anonymous`. */
export function crossOriginOf(value: string | null | undefined): CrossOrigin | null {
  if (value === null || value === undefined) return null;
  return value.toLowerCase() === 'use-credentials' ? 'use-credentials' : 'anonymous';
}

/** Without the attribute nobody is told who the user is, which no media element can promise. */
export function credentialsOf(crossOrigin: CrossOrigin | null): Credentials {
  switch (crossOrigin) {
    case null:
      return 'omit';
    case 'anonymous':
      return 'same-origin';
    case 'use-credentials':
      return 'include';
  }
}
