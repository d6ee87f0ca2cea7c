import type { AnyVerb } from '../verb.ts';

/** A verb that is loaded when it is used. */
interface ListedVerb {
  readonly name: string;
  /** A sentence for the list of verbs. */
  readonly about: string;
  readonly load: () => Promise<AnyVerb>;
}

/** In the order of the help. */
export const VERBS: readonly ListedVerb[] = [
  {
    name: 'info',
    about: 'what a recording is: its length, pages, windows, files and what was wrong with them',
    load: async () => (await import('./info.ts')).info,
  },
  {
    name: 'pull',
    about: 'downloads sessions from PostHog into a folder that is a backup',
    load: async () => (await import('./pull.ts')).pull,
  },
];
