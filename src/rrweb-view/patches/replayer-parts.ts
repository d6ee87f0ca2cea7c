import type { Replayer } from '@rrweb/replay';

/** Methods of rrweb's replayer, most of them private, that the viewer puts others in place of. */
export const REPLAYER_PARTS = [
  'addEvent',
  'attachDocumentToIframe',
  'applyAdoptedStyleSheet',
  'applyIncremental',
  'applyScroll',
  'applyStyleSheetRule',
  'applyMutation',
  'hoverElements',
  'rebuildFullSnapshot',
  'moveAndHover',
] as const;

export type ReplayerPart = (typeof REPLAYER_PARTS)[number];

/** A method whose types nobody knows, to be called on another object. */
export type Method = (...given: unknown[]) => unknown;

/**
 * Puts another method in place of a private one of the replayer.
 *
 * @param wrap makes it of the one that is there, which is bound to the replayer
 * @throws Error where rrweb has no such method: a page that cannot be hardened must not be shown
 */
export function replacePart(replayer: Replayer, name: ReplayerPart, wrap: (part: Method) => Method): void {
  const part = methodOf(replayer, name);
  Reflect.set(
    replayer,
    name,
    wrap((...given) => part.apply(replayer, given)),
  );
}

/** @throws Error where there is no such method */
export function methodOf(owner: object, name: string): Method {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new Error(`${name} is missing, so the page cannot be made safe`);
  return method as Method;
}
