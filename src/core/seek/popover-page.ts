import { asText } from '../json.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import type { PopoverPage } from '../rrweb/popovers.ts';
import { attributesOf } from '../rrweb/serialized-node.ts';
import { elementById } from '../rrweb/tree-node.ts';

/** @param treeOf the page; made only when it is asked */
export function popoverPage(treeOf: () => Pick<PageTree, 'find'>): PopoverPage {
  return {
    around(id) {
      const ids: number[] = [];
      for (let at = treeOf().find(id); at; at = at.parent) ids.push(at.id);
      return ids;
    },
    attribute(id, name) {
      const node = treeOf().find(id)?.node;
      const value = node && attributesOf(node)[name];
      return value === undefined || value === null ? null : asText(value);
    },
    byName(name, near) {
      const start = treeOf().find(near);
      return (start && elementById(start, name)?.id) ?? null;
    },
  };
}
