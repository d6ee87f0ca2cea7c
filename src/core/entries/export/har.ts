import { VERSION } from '../../version.ts';
import type { ReplayEntry } from '../entry.ts';
import type { ExportContext } from './export-format.ts';
import { harEntry } from './har-entry.ts';
import { HarPages } from './har-pages.ts';

/**
 * Requests as an HTTP Archive 1.2. What the recorder redacted stays so, and a comment says what it was. Requests of
 * which the method was not recorded are given as `GET`, those without a status have status 0, as in archives of
 * browsers. Names that begin with `_` are of the browsers' network tools.
 * Source: http://www.softwareishard.com/blog/har-12-spec/
 *
 * @param pages of the recording, in the order of time
 * @param entries in the order of time; those that are no requests are left out
 */
export async function* writeHar(
  pages: readonly ReplayEntry<'page'>[],
  entries: AsyncIterable<ReplayEntry> | Iterable<ReplayEntry>,
  context: ExportContext,
): AsyncGenerator<string> {
  const harPages = new HarPages(pages, context);
  const creator = { name: 'portable-replay', version: VERSION };
  yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`;
  let before = '\n';
  for await (const entry of entries) {
    if (entry.kind !== 'request') continue;
    const page = harPages.pageOf(entry);
    yield before + JSON.stringify(harEntry(entry, page, context));
    before = ',\n';
  }
  // Behind the requests: when a page began is known from them.
  yield `\n],"pages":${JSON.stringify(harPages.list())}}}\n`;
}
