import type { Plugin } from 'vite';

/** Entries of a build with `docsPages()`. */
export const docsEntries: string[];

/** Serves and builds the Markdown of the documentation as HTML pages. */
export function docsPages(): Plugin;
