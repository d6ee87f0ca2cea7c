/**
 * The limit: what the browser needs for a page that is not replayed but simply there, as HTML in a frame with the same
 * sandbox, of the same size, at the same place, scaled and scrolled alike.
 */

/** From setting `srcdoc` until it is painted, and how long the page around could do nothing meanwhile, in ms. */
async function show({ html, size, place, scroll }) {
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-same-origin';
  Object.assign(frame, size);
  frame.style.left = `${place.x}px`;
  frame.style.top = `${place.y}px`;
  frame.style.transform = `scale(${place.scale})`;
  document.body.append(frame);
  // A player, too, has a frame ready, and nothing else to do.
  await window.probe.nextFrame();
  await window.probe.nextFrame();
  let isLoaded = false;
  frame.onload = () => {
    // Lays the page out.
    frame.contentWindow.scrollTo(scroll);
    isLoaded = true;
  };
  const blocks = window.probe.watchBlocks();
  const from = performance.now();
  frame.srcdoc = html;
  await window.probe.painted(() => isLoaded, 'the page');
  return { ms: performance.now() - from, block: blocks() };
}

/** Times a page so many times, after it was shown once: the players, too, have shown such a page before. */
window.limit = async (page, times) => {
  await show(page);
  const taken = [];
  for (let i = 0; i < times; i++) taken.push(await show(page));
  return taken;
};
