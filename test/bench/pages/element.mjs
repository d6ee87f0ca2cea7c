/** The same `window.bench` as in baseline.mjs, with the element. */
let player;
let seeked = 0;

function told(type) {
  return new Promise((resolve, reject) => {
    player.addEventListener(type, () => resolve(), { once: true });
    player.addEventListener('error', (event) => reject(event.target.error), { once: true });
  });
}

window.bench = {
  open(address) {
    player = document.createElement('portable-replay');
    document.body.append(player);
    player.addEventListener('seeked', () => seeked++);
    const shown = told('loadeddata');
    const complete = told('canplaythrough');
    player.load(address).catch(() => undefined);
    return { shown, complete };
  },
  play() {
    return player.play();
  },
  pause() {
    player.pause();
  },
  async seek(seconds) {
    const done = told('seeked');
    player.currentTime = seconds;
    await done;
  },
  set rate(rate) {
    player.playbackRate = rate;
  },
  get time() {
    return player.currentTime;
  },
  get seeked() {
    return seeked;
  },
  /** Of the element alone. */
  get player() {
    return player;
  },
  close() {
    player.remove();
    player = undefined;
  },
};
