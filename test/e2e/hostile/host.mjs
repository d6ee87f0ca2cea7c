/** The page around the player, with wires that nothing in a recording may trip. */
export const HOST_PAGE = `<!doctype html>
<title>Host</title>
<style>
  portable-replay { display: block; width: 800px }
  #below { height: 3000px }
</style>
<input id="host-field">
<a id="host-link" href="/target" target="host-target">a link of the host</a>
<iframe name="host-frame" id="host-frame"></iframe>
<portable-replay></portable-replay>
<div id="below"></div>
<script>
  const trips = [];
  const tripwire = (name) => trips.push(name);
  for (const name of ['open', 'alert', 'confirm', 'prompt', 'print']) {
    window[name] = () => void tripwire('window.' + name);
  }
  for (const type of ['submit', 'message', 'popstate', 'hashchange', 'fullscreenchange', 'beforetoggle', 'toggle', 'storage', 'enterpictureinpicture', 'copy', 'paste']) {
    addEventListener(type, () => tripwire('event ' + type), true);
  }
  addEventListener('focusin', (event) => event.target.closest?.('#host-field, #host-link') || tripwire('focus'), true);
  addEventListener('blur', () => tripwire('blur'));
  addEventListener('unhandledrejection', ({ reason }) => tripwire('unhandled rejection: ' + reason));
</script>
<script type="module" src="/dist/portable-replay.js"></script>`;

/** Runs in the page: what a recording must leave as it is. */
export function stateOfHost() {
  const keys = (object) => Reflect.ownKeys(object).map(String).sort().join();
  return {
    address: location.href,
    title: document.title,
    name: window.name,
    history: history.length,
    cookies: document.cookie,
    stored: localStorage.length + sessionStorage.length,
    scroll: scrollY,
    focused: document.activeElement.id,
    selected: String(getSelection()),
    // Numbers are frames: that of the player is one.
    globals: Object.keys(window)
      .filter((key) => !/^\d+$/.test(key))
      .sort()
      .join(),
    prototypes: [Object, Array, String, Function, Node].map(({ prototype }) => keys(prototype)).join(' '),
    elements: [...document.querySelectorAll('*')].map(({ localName }) => localName).join(' '),
    fonts: document.fonts.size,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    frame: frames['host-frame'].location.href,
    frameSize: frames['host-frame'].document.documentElement.outerHTML,
    fullscreen: String(document.fullscreenElement),
    hostileElement: String(customElements.get('hostile-element') ?? customElements.get('x-hostile')),
  };
}

/** Runs in the page: loads a file, plays it and goes through it. What the player says of it. */
export async function replay([json, name, patience]) {
  const player = document.querySelector('portable-replay');
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const seek = (time) =>
    new Promise((resolve, reject) => {
      player.addEventListener('seeked', resolve, { once: true });
      player.addEventListener('error', () => reject(player.error), { once: true });
      player.currentTime = time;
    });
  let step = 'load';
  const goThrough = async () => {
    await customElements.whenDefined('portable-replay');
    await player.load(new File([json], name, { type: 'application/json' }));
    step = 'play';
    player.playbackRate = 8;
    await player.play();
    await wait(450);
    player.pause();
    for (const share of [0.9, 0.1, 0.5, 1]) {
      step = `go to ${share}`;
      await seek(player.duration * share);
    }
    if (player.error) throw player.error;
    return {};
  };
  const giveUp = async () => {
    await wait(patience);
    return { code: 'stuck', message: step };
  };
  return Promise.race([goThrough(), giveUp()]).catch(({ code, message }) => ({
    code: String(code),
    message,
  }));
}

/** Runs in the page: what is wrong with what the player has built, and the text that it shows. */
export function lookAtPlayer() {
  const wrong = [];
  const texts = [];
  const pages = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const { localName } = element;
      if (localName === 'iframe') {
        pages.push(element);
        continue;
      }
      if (
        ['script', 'object', 'embed', 'base', 'meta', 'link', 'img', 'video', 'audio', 'form'].includes(
          localName,
        )
      )
        wrong.push(`<${localName}> in the player`);
      for (const { name, value } of element.attributes) {
        const isAddress = ['href', 'src', 'srcset', 'action', 'formaction', 'style', 'srcdoc'].includes(name);
        if (/^on/i.test(name) || (isAddress && /localhost|javascript:/i.test(value)))
          wrong.push(`<${localName} ${name}="${value}"> in the player`);
      }
      if (localName === 'style' && /localhost/.test(element.textContent)) wrong.push('a style in the player');
      if (element.shadowRoot) {
        texts.push(element.shadowRoot.textContent);
        look(element.shadowRoot);
      }
    }
  };
  const player = document.querySelector('portable-replay');
  texts.push(player.shadowRoot.textContent);
  look(player.shadowRoot);
  for (const frame of pages) {
    const tokens = [...frame.sandbox].join(' ');
    if (tokens !== 'allow-same-origin') wrong.push(`a sandbox that says ${tokens}`);
    if (!frame.closest('[inert]')) wrong.push('a page that can be touched');
    if (frame.contentDocument === null) wrong.push('a page that went somewhere else');
    const documents = [frame.contentDocument];
    for (let page = documents.pop(); page; page = documents.pop()) {
      // Called on the prototype: a recording may have elements that go by these names.
      const all = Document.prototype.querySelectorAll;
      for (const inner of all.call(page, 'iframe')) documents.push(inner.contentDocument);
      for (const sound of all.call(page, 'audio, video'))
        if (!sound.muted && !sound.paused) wrong.push(`sound of ${sound.localName}`);
    }
  }
  return { wrong, text: texts.join(' ') };
}

/** Runs in the page: the middle of everything on the replayed page that something may happen on, as it is seen. */
export function placesToClick() {
  const player = document.querySelector('portable-replay');
  const frame = player.shadowRoot.querySelector('.page:not(.standby) iframe');
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth;
  const places = [];
  const page = frame.contentDocument;
  for (const element of page.querySelectorAll(
    'a, area, button, input, summary, dialog, iframe, p, [contenteditable]',
  )) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [left, top] = [x + width / 2, y + height / 2];
    const isSeen = width > 0 && height > 0 && left < frame.offsetWidth && top < frame.offsetHeight;
    if (isSeen) places.push([outer.x + left * scale, outer.y + top * scale]);
  }
  return places;
}

/** Runs in the page: whether keys go to the replayed page. */
export function isInReplayedPage() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.localName === 'iframe' && focused.id !== 'host-frame';
}

/** rrweb's player as it comes, with everything switched on. */
export const UNPROTECTED_PAGE = `<!doctype html>
<title>Unprotected</title>
<div id="target"></div>
<script src="/node_modules/rrweb-player/dist/rrweb-player.umd.min.cjs"></script>
<script>
  window.replay = (events) => {
    const Player = rrwebPlayer.default ?? rrwebPlayer.Player ?? rrwebPlayer;
    new Player({
      target: document.getElementById('target'),
      props: { events, speed: 4, UNSAFE_replayCanvas: true, showWarning: false },
    });
    return new Promise((resolve) => setTimeout(resolve, 1500));
  };
</script>`;
