import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The pages of the documentation, in the order of the navigation.
 *
 * @typedef {object} DocsPage
 * @property {string} name of the built page, without `.html`
 * @property {string} file in the repository
 * @property {string} nav what the navigation calls it
 */

/** @type {readonly DocsPage[]} */
export const PAGES = [
  { name: 'index', file: 'demo/docs/index.md', nav: 'Overview' },
  { name: 'start', file: 'README.md', nav: 'Start' },
  { name: 'recipes', file: 'demo/docs/recipes.md', nav: 'Recipes' },
  { name: 'embedding', file: 'demo/docs/embedding.md', nav: 'Embedding' },
  { name: 'frameworks', file: 'demo/docs/frameworks.md', nav: 'Frameworks' },
  { name: 'tracks', file: 'demo/docs/tracks.md', nav: 'Chapters and links' },
  { name: 'api', file: 'demo/docs/api.md', nav: 'Reference' },
  { name: 'formats', file: 'demo/docs/formats.md', nav: 'Formats' },
  { name: 'privacy', file: 'demo/docs/privacy.md', nav: 'Privacy' },
  { name: 'keeping', file: 'demo/docs/keeping.md', nav: 'Keeping what is recorded' },
  { name: 'entries', file: 'demo/docs/entries.md', nav: 'Entries' },
  { name: 'signals', file: 'demo/docs/signals.md', nav: 'Signals, transcript, search' },
  { name: 'entry-exports', file: 'demo/docs/entry-exports.md', nav: 'Entries as files' },
  { name: 'core', file: 'demo/docs/core.md', nav: 'Without a window' },
  { name: 'command-line', file: 'demo/docs/command-line.md', nav: 'Command line' },
  { name: 'data', file: 'demo/docs/data.md', nav: 'Tables of many recordings' },
  { name: 'checks', file: 'demo/docs/checks.md', nav: 'Checks' },
  { name: 'pull', file: 'demo/docs/pull.md', nav: 'Backups from PostHog' },
  { name: 'languages', file: 'demo/docs/languages.md', nav: 'Languages' },
  { name: 'performance', file: 'demo/docs/performance.md', nav: 'Performance' },
  { name: 'security', file: 'SECURITY.md', nav: 'Security' },
  { name: 'architecture', file: 'src/README.md', nav: 'Architecture' },
  { name: 'contributing', file: 'CONTRIBUTING.md', nav: 'Contributing' },
  { name: 'changes', file: 'CHANGELOG.md', nav: 'Changes' },
];

/** @param {DocsPage} page */
export function markdownOf(page) {
  return readFileSync(posix.join(ROOT, page.file), 'utf8');
}

/**
 * Where a link of a page leads in the built site: another page, or null for a file that is not part of the site.
 *
 * @param {string} href relative to the page's file
 * @param {DocsPage} page
 */
export function siteAddress(href, page) {
  if (/^([a-z]+:|#)/i.test(href)) return href;
  const [path, anchor] = href.split('#');
  const file = posix.join(posix.dirname(page.file), path);
  const target = PAGES.find((other) => other.file === file);
  return target ? `${target.name}.html${anchor ? `#${anchor}` : ''}` : null;
}

/** The same file, seen from `demo/docs/`, where the built pages stand. */
export function assetAddress(src, page) {
  return posix.relative('demo/docs', posix.join(posix.dirname(page.file), src));
}
