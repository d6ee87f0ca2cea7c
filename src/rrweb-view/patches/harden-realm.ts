import type { Replayer } from '@rrweb/replay';
import { eachRealm, prototypeOf, type Realm } from './each-realm.ts';
import { keepReferrer } from '../frame-policy.ts';
import { methodOf, replacePart } from './replayer-parts.ts';

/** What elements of a replayed page are not given, by the name of their class: attributes, some of certain values. */
const WITHHELD: Readonly<Record<string, (name: string, value: string) => boolean>> = {
  // How much of the address of the page around a request tells is not for the recording to say.
  Element: (name, value) =>
    /^referrerpolicy$/i.test(name) || (/^crossorigin$/i.test(name) && /credentials/i.test(value)),
  // What was in a frame comes as nodes of its own. An address makes a connection before any policy is asked, and an
  // entry in the history of the page around; a name draws links of that page into the frame.
  HTMLIFrameElement: (name) => /^(src|srcdoc|name)$/i.test(name),
  HTMLFrameElement: (name) => /^(src|name)$/i.test(name),
  // Orders to the browser, such as the recorded page's own policy, which would refuse styles of the replay.
  HTMLMetaElement: (name, value) =>
    /^http-equiv$/i.test(name) || (/^name$/i.test(name) && /^\s*referrer\s*$/i.test(value)),
  // Addresses that may be loaded come whole.
  HTMLBaseElement: (name) => /^(href|target)$/i.test(name),
};

/** What rrweb's frame may do: nothing but be read and written by the player. */
const SANDBOX = 'allow-same-origin';

/**
 * Takes from the elements of a replayed page what neither the sandbox nor the policy keeps from them. Before its
 * first page is built; each frame in it has classes of its own, which are changed before its page is.
 *
 * @throws Error where something of this cannot be done: such a page must not be shown
 */
export function hardenRealm(replayer: Replayer): void {
  if (replayer.iframe.sandbox.value !== SANDBOX)
    throw new Error('The replay frame is not sandboxed as it must be');
  eachRealm(replayer, harden);
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    // A document inherits the policy of the one around it, but not always this.
    keepReferrer(frame as HTMLIFrameElement);
    attach(mutation, frame);
  });
}

function harden(realm: Realm): void {
  for (const [name, isWithheld] of Object.entries(WITHHELD)) withhold(realm, name, isWithheld);
  for (const name of ['HTMLInputElement', 'HTMLTextAreaElement']) leaveEmpty(prototypeOf(realm, name));
  keepFocus(prototypeOf(realm, 'HTMLDialogElement'), 'showModal');
  keepFocus(prototypeOf(realm, 'HTMLElement'), 'showPopover');
  settlePlayPromises(prototypeOf(realm, 'HTMLMediaElement'));
  keepSilent(prototypeOf(realm, 'HTMLMediaElement'));
}

function withhold(
  realm: Realm,
  className: string,
  isWithheld: (name: string, value: string) => boolean,
): void {
  const set = methodOf(prototypeOf(realm, 'Element'), 'setAttribute');
  Reflect.set(
    prototypeOf(realm, className),
    'setAttribute',
    function (this: Element, name: string, value: string) {
      if (!isWithheld(name, value)) set.call(this, name, value);
    },
  );
}

/** The core keeps fields from being filled in by the reader's browser, but for changes of the attribute that says so. */
function leaveEmpty(prototype: object): void {
  for (const name of ['setAttribute', 'removeAttribute']) {
    const change = methodOf(prototype, name);
    Reflect.set(prototype, name, function (this: Element, attribute: string, value?: string) {
      if (!/^autocomplete$/i.test(attribute) || value === 'off') change.call(this, attribute, value);
    });
  }
}

/**
 * A modal dialog takes the focus when it is shown, even out of the page around the player and although all around
 * it is inert; a popover may. They do not while they are inert themselves.
 */
function keepFocus(prototype: object, name: string): void {
  const show = methodOf(prototype, name);
  Reflect.set(prototype, name, function (this: HTMLElement, ...given: unknown[]) {
    const { inert } = this;
    this.inert = true;
    // WebKit goes by the styles that are there, and with a sheet on its way it would not bring them up to date.
    this.getBoundingClientRect();
    try {
      show.apply(this, given);
    } finally {
      this.inert = inert;
    }
  });
}

/**
 * Media that cannot play, because its file was not recorded, is nothing to report, but the core lets the promises
 * of `play()` go by, and calls it before any plugin sees the element.
 */
function settlePlayPromises(prototype: object): void {
  const play = methodOf(prototype, 'play');
  Reflect.set(prototype, 'play', function (this: HTMLMediaElement) {
    return (play.call(this) as Promise<void>).catch(() => undefined);
  });
}

/** The core lets films and sounds be heard as they were, which a browser permits once its user has clicked. */
function keepSilent(prototype: object): void {
  const muted = Reflect.getOwnPropertyDescriptor(prototype, 'muted');
  if (!muted?.set) throw new Error('Films and sounds of the replayed page cannot be muted');
  const { set } = muted;
  Reflect.defineProperty(prototype, 'muted', {
    ...muted,
    set(this: HTMLMediaElement) {
      set.call(this, true);
    },
  });
}
