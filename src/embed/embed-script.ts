/**
 * `embed.js`, a script of its own: shows `<a data-replay href="recording.json">` and `<div data-replay="recording.json">`
 * as frames with `embed.html`, now and when they come later. What they held stays in the frame, for browsers that show
 * none.
 */

if (typeof document === 'undefined')
  throw new Error('embed.js needs a page. By script, frames are driven with "portable-replay/embed".');

const PERMISSIONS = ['allow-scripts', 'allow-same-origin', 'allow-downloads'];

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : // As a module it is not the current one.
      document.querySelector<HTMLScriptElement>('script[type=module][src*="embed.js"]');

const seen = new WeakSet<Element>();

/** Frames, and the origin of what is in them. */
const frames: (readonly [frame: HTMLIFrameElement, origin: string])[] = [];

function embed(element: HTMLElement): void {
  const isLink = element instanceof HTMLAnchorElement;
  const named = element.getAttribute('data-embed') ?? script?.getAttribute('data-embed');
  const page = named
    ? new URL(named, document.baseURI)
    : new URL('site/embed.html', script?.src ?? document.baseURI);
  // Whoever may write attributes must not run scripts by it.
  if (!/^(https?|file):$/.test(page.protocol)) return;

  const parameters = new URLSearchParams();
  for (const { name, value } of element.attributes)
    if (name.startsWith('data-')) parameters.set(name.slice(5), value);
  parameters.delete('replay');
  parameters.delete('embed');
  const source = element.getAttribute(isLink ? 'href' : 'data-replay');
  if (source) parameters.set('src', new URL(source, document.baseURI).href);
  parameters.set('parent-origin', origin);
  page.hash = parameters.toString();

  const frame = document.createElement('iframe');
  const names = [element.getAttribute('data-label'), element.textContent.trim(), 'Session replay'];
  frame.title = names.find(Boolean) ?? '';
  frame.loading = 'lazy';
  frame.sandbox.add(...PERMISSIONS);
  frame.allow = 'fullscreen; clipboard-write';
  frame.style.cssText = 'display:block;width:100%;border:0;aspect-ratio:16/10';
  frame.src = page.href;
  if (isLink) {
    element.replaceWith(frame);
    frame.append(element);
  } else {
    frame.append(...element.childNodes);
    element.append(frame);
  }
  frames.push([frame, page.origin]);
}

function embedAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-replay]')) {
    if (seen.has(element)) continue;
    seen.add(element);
    embed(element);
  }
}

function start(): void {
  embedAll();
  new MutationObserver(embedAll).observe(document, { childList: true, subtree: true });
}

addEventListener(
  'message',
  ({ source, origin: from, data }: MessageEvent<Record<string, unknown> | null>) => {
    for (const [frame, origin] of frames) {
      if (source !== frame.contentWindow || from !== origin) continue;
      if (data?.['portableReplay'] !== 1 || data['type'] !== 'resize') continue;
      const height = Number(data['height']);
      if (height > 0) frame.style.height = `${Math.min(height, 10_000)}px`;
    }
  },
);

// Before all of it is read an element may lack its text.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

export {};
