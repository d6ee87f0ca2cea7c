import type { Replayer } from '@rrweb/replay';

type Realm = Window & typeof globalThis;

/** Attributes that elements of a replayed page are not given, by the name of their class. */
const WITHHELD: Readonly<Record<string, RegExp>> = {
  // What was in a frame comes as nodes of its own. An address makes a connection before any policy is asked, and an
  // entry in the history of the page around; a name draws links of that page into the frame.
  HTMLIFrameElement: /^(src|srcdoc|name)$/i,
  HTMLFrameElement: /^(src|name)$/i,
  // Orders to the browser, such as the recorded page's own policy, which would refuse styles of the replay.
  HTMLMetaElement: /^http-equiv$/i,
};

/**
 * Takes from the elements of a replayed page what neither the sandbox nor the policy keeps from them. Before its
 * first page is built; each frame in it has classes of its own, which are changed before its page is.
 */
export function hardenRealm(replayer: Replayer): void {
  tame(replayer.iframe);
  const attach: unknown = Reflect.get(replayer, 'attachDocumentToIframe');
  if (typeof attach !== 'function') return;
  const attachTamed = (mutation: unknown, frame: HTMLIFrameElement): void => {
    tame(frame);
    Reflect.apply(attach, replayer, [mutation, frame]);
  };
  Reflect.set(replayer, 'attachDocumentToIframe', attachTamed);
}

function tame(frame: HTMLIFrameElement): void {
  const realm = frame.contentWindow as Realm | null;
  if (!realm) return;
  for (const [name, attributes] of Object.entries(WITHHELD)) withhold(realm, name, attributes);
  keepFocus(realm.HTMLDialogElement.prototype);
  settlePlayPromises(realm.HTMLMediaElement.prototype);
}

function withhold(realm: Realm, className: string, attributes: RegExp): void {
  const elementClass: unknown = Reflect.get(realm, className);
  if (typeof elementClass !== 'function') return;
  const prototype = elementClass.prototype as Element;
  const set = methodOf(realm.Element.prototype, 'setAttribute');
  prototype.setAttribute = function (this: Element, name: string, value: string) {
    if (!attributes.test(name)) set.call(this, name, value);
  };
}

/**
 * A modal dialog takes the focus when it is shown, even out of the page around the player and although all around
 * it is inert. It does not while it is inert itself.
 */
function keepFocus(prototype: HTMLDialogElement): void {
  const show = methodOf(prototype, 'showModal');
  prototype.showModal = function (this: HTMLDialogElement) {
    const { inert } = this;
    this.inert = true;
    try {
      show.call(this);
    } finally {
      this.inert = inert;
    }
  };
}

/**
 * Media that cannot play, because its file was not recorded, is nothing to report, but the core lets the promises
 * of `play()` go by, and calls it before any plugin sees the element.
 */
function settlePlayPromises(prototype: HTMLMediaElement): void {
  const play = methodOf(prototype, 'play');
  prototype.play = function (this: HTMLMediaElement) {
    return (play.call(this) as Promise<void>).catch(() => undefined);
  };
}

/** To be called on another object. */
function methodOf(prototype: object, name: string): (...given: unknown[]) => unknown {
  return Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
}
