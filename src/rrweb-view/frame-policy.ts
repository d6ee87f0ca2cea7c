/** What a replayed page may do. */
export type AssetPolicy = 'block' | 'allow';

/**
 * What a replayed page may load. No policy ever allows scripts, frames, connections or plugins; `allow` adds
 * pictures, styles, fonts and media from anywhere.
 */
const POLICY: Readonly<Record<AssetPolicy, string>> = {
  block:
    "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline' data:; font-src data:; media-src data: blob:",
  allow:
    "default-src 'none'; img-src * data: blob:; style-src * 'unsafe-inline' data:; font-src * data:; media-src * data: blob:",
};

/** What the page's author says of it; `ask` leaves it to the reader of each recording. */
export type RemoteAssets = AssetPolicy | 'ask';

/**
 * Puts a content security policy into an empty replay frame. It must happen before the first page is built in
 * it; the policy stays with the document through every later `document.open()`, and frames inside inherit it.
 */
export function applyFramePolicy(frame: HTMLIFrameElement, remoteAssets: AssetPolicy): void {
  const page = frame.contentDocument;
  if (!page) throw new Error('The replay frame has no document');
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY[remoteAssets];
  page.head.append(meta);
}
