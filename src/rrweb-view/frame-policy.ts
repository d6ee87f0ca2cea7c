/** What a replayed page may do. */
export type AssetPolicy = 'block' | 'allow';

/** What the page's author says of it; `ask` leaves it to the reader of each recording. */
export type RemoteAssets = AssetPolicy | 'ask';

/**
 * Puts a content security policy into an empty replay frame. It must happen before the first page is built in
 * it; the policy stays with the document through every later `document.open()`, and frames inside inherit it.
 */
export function applyFramePolicy(frame: HTMLIFrameElement, remoteAssets: AssetPolicy): void {
  addPolicy(frame, remoteAssets === 'allow' ? '*' : '');
  keepReferrer(frame);
}

/**
 * What the page of a frame loads does not tell the address of the page around. Before it is built: Firefox asks for a
 * picture as soon as that has an address, wherever it is.
 */
export function keepReferrer(frame: HTMLIFrameElement): void {
  addMeta(frame, { name: 'referrer', content: 'no-referrer' });
}

/**
 * Lets the page of a frame that may load anything do so from some sites only, before it is built. Policies add up: what
 * one of them refuses is refused.
 *
 * @param sites origins
 */
export function limitFrameTo(frame: HTMLIFrameElement, sites: readonly string[]): void {
  addPolicy(frame, sites.join(' '));
}

/** No policy ever allows scripts, frames, connections or plugins. */
function addPolicy(frame: HTMLIFrameElement, sites: string): void {
  const content = `default-src 'none'; img-src data: blob: ${sites}; style-src 'unsafe-inline' data: ${sites}; font-src data: ${sites}; media-src data: blob: ${sites}`;
  addMeta(frame, { httpEquiv: 'Content-Security-Policy', content });
}

function addMeta({ contentDocument: page }: HTMLIFrameElement, meta: Partial<HTMLMetaElement>): void {
  if (!page) throw new Error('The replay frame has no document');
  page.head.append(Object.assign(page.createElement('meta'), meta));
}
