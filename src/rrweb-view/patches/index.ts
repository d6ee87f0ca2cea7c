import type { CorePatch, PageClock } from '../core-patch.ts';
import { CanvasFrames } from './canvas-frames.ts';
import { keepDocumentMode } from './document-mode.ts';
import { DocumentScroll } from './document-scroll.ts';
import { followHover } from './follow-hover.ts';
import { hardenRealm } from './harden-realm.ts';
import { LinkedSheets } from './linked-sheets.ts';
import { keepNamespaces } from './namespaces.ts';
import { PageMotion } from './page-motion.ts';
import { rebuildFrames } from './rebuild-frames.ts';
import { ruleShadowRoots } from './shadow-rules.ts';
import { skipFailingEvents } from './skip-failing-events.ts';

/**
 * All that the replay core is made to do differently, in the order in which it is done; what is changed in its text
 * when it is built stands in `demo/build/patch-rrweb-player.ts`.
 *
 * @param clock the time of the page that the core shows
 * @param onDropped called when an event could not be applied and was left out
 * @param styleRules that the core adds to every document
 */
export function corePatches(
  clock: PageClock,
  onDropped: () => void,
  styleRules: readonly string[],
): readonly CorePatch[] {
  return [
    // A replayed page reaches out of its frame: by the addresses of its frames, by its focus, by what it plays.
    { install: hardenRealm },
    // An event that cannot be applied throws out of a timer, and no other follows.
    { install: (replayer) => skipFailingEvents(replayer, onDropped) },
    // Every page is laid out in standards mode, as a document's type that is put in as a node means nothing.
    { install: keepDocumentMode },
    // Formulas are built of unknown elements; `xlink:href` means nothing without its namespace.
    { install: keepNamespaces },
    // A link that has become a style element holds also while it is disabled, or an alternate one.
    new LinkedSheets(),
    // Rules for every document do not reach into shadow roots.
    { install: (replayer) => ruleShadowRoots(replayer, styleRules) },
    // A frame that was on the page before stays empty when it comes again.
    { install: rebuildFrames },
    // What is under the mouse is looked for in the whole page, at each movement.
    { install: followHover },
    // What moves by its styles begins anew with each page that is built, and goes on by another clock.
    new PageMotion(clock),
    // Canvases stay empty in a sandbox.
    new CanvasFrames(),
    // Seeks do not bring the page back to where it was scrolled.
    new DocumentScroll(),
  ];
}
