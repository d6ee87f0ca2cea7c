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
    about: 'what a recording is: length, pages, windows, files, and what was wrong',
    load: async () => (await import('./info.ts')).info,
  },
  {
    name: 'entries',
    about: 'lists what happened: pages, clicks, inputs, errors and more',
    load: async () => (await import('./list-entries.ts')).entries,
  },
  {
    name: 'console',
    about: 'lists the lines of the console',
    load: async () => (await import('./list-entries.ts')).console,
  },
  {
    name: 'requests',
    about: 'lists the requests of the pages',
    load: async () => (await import('./list-entries.ts')).requests,
  },
  {
    name: 'errors',
    about: 'lists what went wrong: exceptions, failed requests, errors of the console',
    load: async () => (await import('./list-entries.ts')).errors,
  },
  {
    name: 'pages',
    about: 'lists the pages that were visited',
    load: async () => (await import('./list-entries.ts')).pages,
  },
  {
    name: 'transcript',
    about: 'tells a session in words: text, Markdown, WebVTT or JSON',
    load: async () => (await import('./transcript.ts')).transcript,
  },
  {
    name: 'har',
    about: 'writes the requests as an HTTP Archive',
    load: async () => (await import('./har.ts')).har,
  },
  {
    name: 'search',
    about: 'finds the stretches in which a text stood on a page',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'scan',
    about: 'looks for what should not have been recorded; ends with 1 when it finds something',
    load: async () => (await import('./scan.ts')).scan,
  },
  {
    name: 'redact',
    about: 'copies a recording without what rules name',
    load: async () => (await import('./redact.ts')).redact,
  },
  {
    name: 'convert',
    about: 'copies a recording into another shape, or several parts into one session',
    load: async () => (await import('./convert.ts')).convert,
  },
  {
    name: 'verify',
    about: 'ends with 1 when a recording is damaged, incomplete or cannot be played',
    load: async () => (await import('./verify.ts')).verify,
  },
];
