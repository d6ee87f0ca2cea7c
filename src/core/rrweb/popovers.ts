/** Elements by their numbers. */
export interface OpenPopover {
  readonly id: number;
  /** The button that has opened it. */
  readonly opener: number;
}

/** A page as it is asked about popovers: as a tree in the reading half, as a document in the view. */
export interface PopoverPage {
  /** Numbers of an element and of all around it, from the inside out. */
  around(id: number): readonly number[];
  /** Null where there is none. */
  attribute(id: number, name: string): string | null;
  /** Number of the element that has an id, in the same document or shadow root as another. */
  byName(name: string, near: number): number | null;
}

/**
 * Which popovers are open after a click. Browsers open and close them by their buttons and by clicks elsewhere, which
 * changes nothing that is recorded.
 *
 * @param open in the order in which they were opened
 */
export function afterClick(
  open: readonly OpenPopover[],
  target: number,
  page: PopoverPage,
): readonly OpenPopover[] {
  const around = new Set(page.around(target));
  const last = open.findLastIndex(({ id, opener }) => around.has(id) || around.has(opener));
  const kept = [...open.slice(0, last + 1), ...manual(open.slice(last + 1), page)];
  const opener = [...around].find((id) => page.attribute(id, 'popovertarget') !== null);
  if (opener === undefined) return kept;
  const id = page.byName(page.attribute(opener, 'popovertarget') ?? '', opener);
  if (id === null || page.attribute(id, 'popover') === null) return kept;
  const action = page.attribute(opener, 'popovertargetaction')?.toLowerCase();
  const at = kept.findIndex((popover) => popover.id === id);
  if (at < 0) return action === 'hide' ? kept : [...kept, { id, opener }];
  return action === 'show' ? kept : [...kept.slice(0, at), ...manual(kept.slice(at + 1), page)];
}

/** Those that stay open until they are closed by name. */
export function manual(open: readonly OpenPopover[], page: PopoverPage): readonly OpenPopover[] {
  return open.filter(({ id }) => page.attribute(id, 'popover')?.toLowerCase() === 'manual');
}
