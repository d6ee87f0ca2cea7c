import type { CorePatch } from '../core-patch.ts';
import type { PageClock } from '../page-clock.ts';
import { AdaptStyleTexts } from './adapt-style-texts.ts';
import { AdoptedSheets } from './adopted-sheets.ts';
import { CanvasFrames } from './canvas-frames.ts';
import { closeDialogs } from './closed-dialogs.ts';
import { keepDocumentMode } from './document-mode.ts';
import { DefinedElements } from './defined-elements.ts';
import { disarmLinks } from './disarm-links.ts';
import { scrollFrames } from './frame-scroll.ts';
import { hardenRealm } from './harden-realm.ts';
import { LinkedSheets } from './linked-sheets.ts';
import { keepNamespaces } from './namespaces.ts';
import { RecordedScroll } from './recorded-scroll.ts';
import { passRefusedHosts } from './refused-hosts.ts';
import { rebuildFrames } from './rebuild-frames.ts';
import { ruleShadowRoots } from './shadow-rules.ts';
import { PageMotion } from './page-motion.ts';
import { MarkUserActions } from './mark-user-actions.ts';
import { MaskedFields } from './masked-fields.ts';
import { MaskedSelects } from './masked-selects.ts';
import { MediaTimes } from './media-times.ts';
import { keepMovedOptions } from './moved-options.ts';
import { placeNodes } from './place-nodes.ts';
import { skipFailingEvents } from './skip-failing-events.ts';

/**
 * All that the replay core is made to do differently, in the order in which it is done; what is changed in its text
 * when it is built stands in `demo/build/rrweb-player-changes.mjs`.
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
  const motion = new PageMotion(clock);
  return [
    // A replayed page reaches out of its frame: by the addresses of its frames, by its focus, by what it plays.
    { install: hardenRealm },
    // Links are looked up, and connected to when a pointer is over them.
    { install: disarmLinks },
    // An event that cannot be applied throws out of a timer, and no other follows.
    { install: (replayer) => skipFailingEvents(replayer, onDropped) },
    // A shadow root that a browser refuses takes the rest of a mutation with it.
    { install: passRefusedHosts },
    // Every page is laid out in standards mode, as a document's type that is put in as a node means nothing.
    { install: keepDocumentMode },
    // Formulas are built of unknown elements; `xlink:href` means nothing without its namespace.
    { install: keepNamespaces },
    // A link that has become a style element holds also while it is disabled, or an alternate one.
    new LinkedSheets(),
    // Rules for every document do not reach into shadow roots.
    { install: (replayer) => ruleShadowRoots(replayer, styleRules) },
    // Sheets come before the root that adopts them, and are lost with a root that is built anew.
    new AdoptedSheets(),
    // A dialog that was modal stays so when it is closed.
    { install: closeDialogs },
    // A node that is added in front of one that is not there is lost, after half a second; one that is added again
    // stays where it was as well.
    { install: placeNodes },
    // A frame that was on the page before stays empty when it comes again.
    { install: rebuildFrames },
    // Scroll positions that were recorded with a page in a frame are left out.
    { install: scrollFrames },
    // Whether a text that changes is one of a style element is known here only.
    new AdaptStyleTexts(),
    // Elements that were defined after the page was recorded stay as if they never were.
    new DefinedElements(),
    // A menu with a masked value shows its first option, as if it were chosen.
    new MaskedSelects(),
    // An option that is moved is not chosen any more.
    { install: keepMovedOptions },
    // Fields for numbers and dates take no asterisks, and stay empty.
    new MaskedFields(),
    // Of what the user did only the hover is marked, by a class that the recording takes away, where it has a say in
    // the classes; and what is under the mouse is looked for in the whole page, at each movement.
    new MarkUserActions(),
    // What moves by its styles begins anew with each page that is built, and goes on by another clock.
    motion,
    // Films and sounds that are added stand still, or count from when the page was recorded.
    new MediaTimes(clock, motion.addedAt),
    // Canvases stay empty in a sandbox.
    new CanvasFrames(),
    // What is scrolled goes there by and by, and not at all as long as it is too short. The last: it looks at the rest.
    new RecordedScroll(),
  ];
}
