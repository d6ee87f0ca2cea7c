/** What is changed in rrweb-player on its way into a build, and into the tests. */
const CHANGES = [
  takePostCssOut,
  leaveStylesAsTheyAre,
  takeShellOut,
  takePageCopyOut,
  takeUnpackingOut,
  takePolyfillsOut,
  leaveNoFrameBehind,
  castByItsOwnMethod,
  catchWhatIsAdded,
  makeFontsInTheFrame,
];

/** True for the module that is changed, by its path or address. */
export function isRrwebPlayer(path) {
  return /rrweb-player\/dist\/rrweb-player\.js$/.test(path);
}

/**
 * The text of rrweb-player as it is used here; it keeps its number of lines.
 *
 * @throws Error where the text is not as expected
 */
export function changeRrwebPlayer(code) {
  return CHANGES.reduce((text, change) => {
    const changed = change(text);
    if (changed === text)
      throw new Error(`rrweb-player is built in another way: ${change.name} does nothing`);
    return changed;
  }, code);
}

/**
 * Styles come adapted from `src/core/adapt-css`: PostCSS would see texts only, keep what it adds to beside what it was
 * made for, and give up on errors that browsers pass over.
 */
function leaveStylesAsTheyAre(code) {
  return code.replace(
    /(function adaptCssForReplay\(cssText, cache\) \{)\n(?:.*\n)*?(\})(?=\nfunction createCache)/,
    (body, start, end) => `${start} return cssText; ${end}${blankLines(body)}`,
  );
}

/**
 * Nothing uses PostCSS then. What makes its two copies, and touches each of their parts for nothing, is taken out; the
 * bundler then drops their code.
 */
function takePostCssOut(code) {
  return code.replace(
    /var postcssExports(?:\$1)? = requirePostcss(?:\$1)?\(\);\nconst postcss.* = .*;\n(?:postcss(?:\$1)?\.\w+;\n)+/g,
    blankLines,
  );
}

/**
 * Nothing is seen of its controls, and its size is set from outside: the boxes that the replayer stands in are all that
 * is left of its shell. Svelte goes with the rest, and with it sizes in style attributes, which a page whose policy allows
 * no inline styles refuses and reports.
 */
function takeShellOut(code) {
  return code
    .replace(/if \(typeof window !== "undefined"\)\n.*__svelte.*\n/, blankLines)
    .replace(
      /let Player\$1 = class Player extends SvelteComponent \{\n[^]*?\n\}(?=\nexport \{)/,
      (shell) => SHELL.replaceAll('\n', ' ') + blankLines(shell),
    );
}

const SHELL = `class Player2 {
  constructor({ target, props }) {
    const root = document.createElement('div');
    root.className = 'rr-player__frame';
    this.element = document.createElement('div');
    this.element.className = 'rr-player';
    this.element.append(root);
    target.append(this.element);
    this.replayer = new Replayer(props.events, { ...props, root });
  }
  getReplayer = () => this.replayer;
  $destroy() { this.element.remove(); }
}`;

/** Its copy of the page, on which long ways are gone faster, is not asked for: such ways are folded before they get here. */
function takePageCopyOut(code) {
  return code
    .replace('__publicField2(this, "virtualDom", new RRDocument());', '')
    .replace('this.config.useVirtualDom && !this.usingVirtualDom && isSync', 'false')
    .replace(/this\.usingVirtualDom(?! =)/g, 'false');
}

/** Events come unpacked. */
function takeUnpackingOut(code) {
  return code
    .replace(/var u8 = Uint8Array,[^]*?\nconst unpack = \(raw\) => \{\n[^]*?\n\};/, blankLines)
    .replace(/typeof self !== "undefined" && self\.Blob && new Blob\(\[jsContent\].*;/, '');
}

/** Every browser that the player runs in has what these stand in for. */
function takePolyfillsOut(code) {
  return code.replace(
    / {4}if \(this\.iframe\.contentWindow && this\.iframe\.contentDocument\) \{\n +polyfill\(\n[^]*?\n {4}\}/,
    blankLines,
  );
}

/**
 * Of a frame in the page around it takes functions that nobody has changed. In Safari it leaves the frame there, for
 * recorders, and wherever a policy refuses frames.
 */
function leaveNoFrameBehind(code) {
  const take = 'const win = iframeEl.contentWindow;';
  return code.replace(take, `${take} queueMicrotask(() => iframeEl.remove());`);
}

/** Events are cast by the method that is there then, which may have been replaced, not by the one that was there first. */
function castByItsOwnMethod(code) {
  return code.replace(
    /(createPlayerService\(\s*\{[^]*?\n\s*)getCastFn: this\.getCastFn,/,
    '$1getCastFn: (...given) => this.getCastFn(...given),',
  );
}

/** What fails while an event is added is nobody's to catch. */
function catchWhatIsAdded(code) {
  return code.replace(
    /(\(\) => this\.service\.send\(\{ type: "ADD_EVENT", payload: \{ event \} \}\))(\s*\);)/,
    '$1).catch((error) => this.warn(error)$2',
  );
}

/** Fonts of the recording would be asked for in the name of the page around. */
function makeFontsInTheFrame(code) {
  return code.replace('new FontFace(', 'new this.iframe.contentWindow.FontFace(');
}

function blankLines(text) {
  return text.replace(/[^\n]/g, '');
}
