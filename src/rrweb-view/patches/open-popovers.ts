import type { Replayer } from '@rrweb/replay';
import type { OpenPopover, PopoverPage } from '../../core/rrweb/popovers.ts';
import { isElement, lineageOf } from './lineage.ts';

/** The page of a replayer. */
export function popoverPage(replayer: Replayer): PopoverPage {
  const mirror = replayer.getMirror();
  const find = (id: number) => mirror.getNode(id);
  return {
    around(id) {
      const node = find(id);
      return node ? lineageOf(node, replayer.iframe).map((element) => mirror.getId(element)) : [];
    },
    attribute(id, name) {
      const node = find(id);
      return node && isElement(node) ? node.getAttribute(name) : null;
    },
    byName(name, near) {
      const root = find(near)?.getRootNode();
      const found = root && 'getElementById' in root ? (root as Document).getElementById(name) : null;
      return found ? mirror.getId(found) : null;
    },
  };
}

/** Opens popovers that buttons have opened, and closes them. */
export class OpenPopovers {
  #shown: readonly HTMLElement[] = [];

  put(open: readonly OpenPopover[], replayer: Replayer): void {
    const elementOf = (id: number) => replayer.getMirror().getNode(id) as HTMLElement | null;
    const next = open.map(({ id }) => elementOf(id)).filter((element) => element?.isConnected);
    for (const element of this.#shown) if (!next.includes(element)) change(element, 'hidePopover');
    for (const { id, opener } of open) {
      const element = elementOf(id);
      const source = elementOf(opener);
      if (!element?.isConnected || element.matches(':popover-open')) continue;
      change(element, 'showPopover', source ? { source } : undefined);
    }
    this.#shown = next.filter((element) => element !== null);
  }
}

/**
 * Puts an element in front of all others, or back into its place; false where that is not possible.
 *
 * @param options `source` is what it belongs to: another popover stays open when that is inside of it
 */
export function change(
  element: Element,
  name: 'showPopover' | 'hidePopover',
  options?: { readonly source: HTMLElement },
): boolean {
  try {
    (element as HTMLElement & Record<typeof name, (given?: object) => void>)[name](options);
    return true;
  } catch {
    return false;
  }
}
