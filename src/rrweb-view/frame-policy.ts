/** What a replayed page may do. */
export type AssetPolicy = 'block' | 'allow';

/** No policy ever allows scripts, frames, connections or plugins. */
const policyFor = (sites: string): string =>
  `default-src 'none'; img-src data: blob: ${sites}; style-src 'unsafe-inline' data: ${sites}; font-src data: ${sites}; media-src data: blob: ${sites}`;

/** What the page's author says of it; `ask` leaves it to the reader of each recording. */
export type RemoteAssets = AssetPolicy | 'ask';

/**
 * Puts a content security policy into an empty replay frame. It must happen before the first page is built in
 * it; the policy stays with the document through every later `document.open()`, and frames inside inherit it.
 */
export function applyFramePolicy(frame: HTMLIFrameElement, remoteAssets: AssetPolicy): void {
  addMeta(frame, 'Content-Security-Policy', policyFor(remoteAssets === 'allow' ? '*' : ''));
  keepReferrer(frame);
}

/**
 * What the page of a frame loads does not tell the address of the page around. Before it is built: Firefox asks for a
 * picture as soon as that has an address, wherever it is.
 */
export function keepReferrer(frame: HTMLIFrameElement): void {
  addMeta(frame, 'referrer', 'no-referrer');
}

/**
 * Lets the page of a frame that may load anything do so from some sites only, before it is built. Policies add up: what
 * one of them refuses is refused.
 *
 * @param sites origins
 */
export function limitFrameTo(frame: HTMLIFrameElement, sites: readonly string[]): void {
  addMeta(frame, 'Content-Security-Policy', policyFor(sites.join(' ')));
}

function addMeta({ contentDocument: page }: HTMLIFrameElement, name: string, content: string): void {
  if (!page) throw new Error('The replay frame has no document');
  const meta = page.createElement('meta');
  if (name === 'referrer') meta.name = name;
  else meta.httpEquiv = name;
  meta.content = content;
  page.head.append(meta);
}
