import type { Replayer } from '@rrweb/replay';
import { methodOf, replacePart } from './replayer-parts.ts';

/** The classes of a document that is replayed: each frame has its own. */
export type Realm = Window & typeof globalThis;

/**
 * Does something to the classes that replayed pages are built of, once: to those of the outermost page now, to those
 * of each frame before its page is built.
 *
 * @throws Error where a frame has none, or where rrweb has changed
 */
export function eachRealm(replayer: Replayer, change: (realm: Realm) => void): void {
  const changed = new WeakSet<object>();
  const enter = (frame: HTMLIFrameElement) => {
    const realm = frame.contentWindow as Realm | null;
    if (!realm) throw new Error('The frame has no window, so its page cannot be made safe');
    // The window is the same object for every page of the frame, its classes are not.
    const classes = methodOf(realm, 'Element');
    if (changed.has(classes)) return;
    changed.add(classes);
    change(realm);
  };
  enter(replayer.iframe);
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    enter(frame as HTMLIFrameElement);
    attach(mutation, frame);
  });
}

/** @throws Error where a page's window has no such class */
export function prototypeOf(realm: Realm, className: string): object {
  return methodOf(realm, className).prototype as object;
}
