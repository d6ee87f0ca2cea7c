import { gunzipSync, strFromU8, strToU8 } from 'fflate';
import RrwebPlayer from 'rrweb-player';
import 'rrweb-player/dist/style.css';

/**
 * What is written when a recording has to be shown and there is no better player: fetch, parse, inflate, hand
 * over. `window.bench` is the same in element.mjs.
 */
let target;
let player;
let seeked = 0;

function inflate(event) {
  if (!event.cv) return event;
  const { data } = event;
  if (typeof data === 'string') return { ...event, data: inflateText(data) };
  const fields = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string' ? inflateText(value) : value,
  ]);
  return { ...event, data: Object.fromEntries(fields) };
}

function inflateText(text) {
  return JSON.parse(strFromU8(gunzipSync(strToU8(text, true))));
}

async function show(address) {
  const response = await fetch(address);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const events = lines.map((line) => inflate(JSON.parse(line)[1]));
  target = document.createElement('div');
  document.body.append(target);
  player = new RrwebPlayer({ target, props: { events, width: 1024, height: 576, autoPlay: false } });
}

window.bench = {
  /** `shown`: there may be a first frame; `complete`: everything has been read. */
  open(address) {
    const shown = show(address);
    return { shown, complete: shown };
  },
  async play() {
    player.play();
  },
  pause() {
    player.pause();
  },
  /** Resolves when the player says that it is there. */
  async seek(seconds) {
    player.goto(seconds * 1000, false);
    seeked++;
  },
  set rate(rate) {
    player.setSpeed(rate);
  },
  get time() {
    return player.getReplayer().getCurrentTime() / 1000;
  },
  /** How many seeks have been told to be done. */
  get seeked() {
    return seeked;
  },
  close() {
    player.$destroy();
    player = undefined;
    target.remove();
    target = undefined;
  },
};
