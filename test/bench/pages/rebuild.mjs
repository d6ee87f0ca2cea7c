import { Replayer } from '@rrweb/replay';
import '@rrweb/replay/dist/style.css';
import { createMirror, snapshot } from 'rrweb-snapshot';

/** The replayed page as it is, as the two events that it takes to show it. */
function eventsOf(page) {
  const { innerWidth: width, innerHeight: height, scrollX: left, scrollY: top } = page.defaultView;
  const node = snapshot(page, { mirror: createMirror() });
  return [
    { type: 4, timestamp: 0, data: { href: page.baseURI, width, height } },
    { type: 2, timestamp: 1, data: { node, initialOffset: { left, top } } },
  ];
}

/** How long building it blocks the page, in ms. */
async function rebuild(events) {
  const root = document.createElement('div');
  document.body.append(root);
  await window.probe.nextFrame();
  const blocks = window.probe.watchBlocks();
  const replayer = new Replayer(events, { root, showWarning: false });
  await new Promise((resolve) => replayer.on('fullsnapshot-rebuilded', resolve));
  await window.probe.nextFrame();
  await window.probe.nextFrame();
  const longest = blocks();
  replayer.destroy();
  root.remove();
  return longest;
}

/** The least that a seek can cost a page: building what is to be seen from one full snapshot. */
window.rebuild = { eventsOf, rebuild };
