import { UserActions } from '../../rrweb/user-actions.ts';
import { popoverPage } from '../../seek/popover-page.ts';
import type { EntryTarget } from '../entry.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** Popovers, which open and close by clicks that the recorder tells of, and in no other way that it does. */
export class Popovers implements EntryFinder {
  readonly #window: WindowContext;
  readonly #user: UserActions;
  /** By the number of the element. */
  #open: ReadonlyMap<number, EntryTarget | null> = new Map();

  constructor(window: WindowContext) {
    this.#window = window;
    this.#user = new UserActions(popoverPage(() => ({ find: (id) => window.tree?.find(id) ?? null })));
  }

  note({ kind, at, event }: WindowEvent): void {
    this.#user.note(event);
    // What is open when a page comes again was opened before.
    if (kind === 'fullSnapshot') this.#open = new Map();
    const { popovers } = this.#user.state;
    if (popovers.length === 0 && this.#open.size === 0) return;
    const ids = new Set(popovers.map(({ id }) => id));
    for (const [id, target] of this.#open)
      if (!ids.has(id)) this.#window.add('dialog', at, { what: 'popover', opened: false }, { target });
    const open = new Map<number, EntryTarget | null>();
    for (const id of ids) {
      const target = this.#open.get(id) ?? this.#window.exactTargetOf(id);
      open.set(id, target);
      if (!this.#open.has(id)) this.#window.add('dialog', at, { what: 'popover', opened: true }, { target });
    }
    this.#open = open;
  }
}
