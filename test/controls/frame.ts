import { fixture } from '@open-wc/testing';
import { html } from 'lit';

/** Opens a page of its own in a frame, with every element registered there too. */
export async function openFrame({ allow = '', policy = '' }): Promise<{ document: Document }> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Test" allow=${allow}></iframe>`);
  const script = new URL('./register.ts', import.meta.url).href;
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => {
      // Firefox tells of the empty page before, too, after a while.
      if (frame.contentDocument?.URL === 'about:srcdoc') resolve();
    });
  });
  frame.srcdoc = `<!doctype html>
    <html lang="en">
      <head>
        <title>Frame</title>
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <script type="module" src="${script}"></script>
      </head>
      <body></body>
    </html>`;
  await loaded;
  // Firefox tells of the page before its modules have run.
  await frame.contentWindow!.customElements.whenDefined('replay-control-bar');
  return { document: frame.contentDocument! };
}
