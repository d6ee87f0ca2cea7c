import type { Replayer } from '@rrweb/replay';
import { EventType } from '@rrweb/types';
import { pointedBy } from '../../core/rrweb/gone-target.ts';
import { UserActions } from '../../core/rrweb/user-actions.ts';
import { USER_MARKS } from '../../core/rrweb/user-marks.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';
import { FullScreen } from './full-screen.ts';
import { framesAmong, lineageOf } from './lineage.ts';
import { Mark } from './mark.ts';
import { OpenPopovers, popoverPage } from './open-popovers.ts';
import { replacePart } from './replayer-parts.ts';

/** Inputs that are not typed into. */
const NOT_TYPED = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

/**
 * Marks what the user points at, presses, has the focus on and fills the screen with, for the rules that the reading
 * half has adapted to such marks. They are found by number after each event: nodes come and go.
 */
export class MarkUserActions implements CorePatch {
  #actions: UserActions | null = null;
  readonly #hover = new Mark(USER_MARKS.hover);
  readonly #active = new Mark(USER_MARKS.active);
  readonly #focus = new Mark(USER_MARKS.focus);
  readonly #focusWithin = new Mark(USER_MARKS.focusWithin);
  readonly #focusVisible = new Mark(USER_MARKS.focusVisible);
  readonly #fullScreen = new FullScreen();
  readonly #popovers = new OpenPopovers();
  #replayer: Replayer | null = null;
  #pointed: number | null = null;

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    this.#replayer = replayer;
    this.#actions = new UserActions(popoverPage(replayer));
    replacePart(
      replayer,
      'hoverElements',
      () => (target) => this.#hover.put(lineageOf(target as Node, replayer.iframe)),
    );
    replacePart(replayer, 'moveAndHover', (move) => (...given) => {
      move(...given);
      const [, , id, , data] = given;
      // The core leaves the mouse where it is when it is told of on a node that is not there.
      if (replayer.getMirror().has(Number(id))) this.#pointed = pointedBy(data) ?? Number(id);
      this.#hover.put(this.#lineage(this.#pointed));
    });
    // The core takes it for one that is touched as soon as it is given an event that says so, of whatever time.
    replacePart(replayer, 'addEvent', (addEvent) => (event) => {
      addEvent(event);
      this.#markTouched();
    });
  }

  readonly handler = (event: ReplayedEvent): void => {
    if (event.type === EventType.FullSnapshot) this.#pointed = null;
    this.#actions?.note(event);
    this.#markTouched();
    this.#mark();
  };

  #mark(): void {
    if (!this.#actions || !this.#replayer) return;
    const { pressed, focused, isFocusPointed, fullScreen, popovers } = this.#actions.state;
    this.#hover.put(this.#lineage(this.#pointed));
    this.#active.put(this.#lineage(pressed));
    const around = this.#lineage(focused);
    const [element] = around;
    this.#focus.put(element ? [element, ...framesAmong(around)] : []);
    this.#focusWithin.put(around);
    const isVisible = element && (!isFocusPointed || isTypedInto(element));
    this.#focusVisible.put(isVisible ? [element] : []);
    this.#fullScreen.put(this.#lineage(fullScreen));
    this.#popovers.put(popovers, this.#replayer);
  }

  /** A finger looks unlike a mouse. */
  #markTouched(): void {
    const mouse = this.#replayer?.wrapper.querySelector('.replayer-mouse');
    mouse?.classList.toggle('touch-device', this.#actions?.state.isTouched === true);
  }

  #lineage(id: number | null): readonly Element[] {
    const node = id === null ? null : this.#replayer?.getMirror().getNode(id);
    // What was in a shadow root keeps its number when the root is gone.
    return node?.isConnected && this.#replayer ? lineageOf(node, this.#replayer.iframe) : [];
  }
}

function isTypedInto(element: Element): boolean {
  if (element.localName === 'input')
    return !NOT_TYPED.test(element.getAttribute('type')?.toLowerCase() ?? '');
  return (
    element.localName === 'textarea' || ('isContentEditable' in element && element.isContentEditable === true)
  );
}
