import type { ReplayEvent } from '../recording.ts';
import { PageTree } from '../rrweb/page-tree.ts';
import { attributesOf, nodesOf, type SerializedNode } from '../rrweb/serialized-node.ts';
import { UserActions } from '../rrweb/user-actions.ts';
import type { PageSource } from './page-source.ts';
import { emptyPage } from './page-state.ts';
import { popoverPage } from './popover-page.ts';

/** A full snapshot of a page, and what was done on that page before. */
interface UsedPage {
  readonly windowId: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly root: SerializedNode;
  /** What mouse, finger and keyboard did, by time. */
  readonly actions: readonly ReplayEvent[];
}

/** What the user is doing when a full snapshot is taken. Of popovers only the page knows which button opens which. */
export function carriedUser(source: PageSource, { windowId, at, root, actions }: UsedPage): UserActions {
  const hasPopovers = [...nodesOf(root)].some((node) => 'popovertarget' in attributesOf(node));
  const copy = () => JSON.parse(JSON.stringify(root)) as SerializedNode;
  const page = hasPopovers ? new PageTree(copy()) : emptyPage().tree;
  const user = new UserActions(popoverPage(() => page));
  actions.forEach((action, i) => {
    user.note(action);
    // A dialog closes what is open: only as long as something is need all be read that has changed.
    if (user.state.popovers.length === 0) return;
    const next = actions[i + 1]?.timestamp ?? at;
    for (const row of source.visibleRows(windowId, action.timestamp, next)) {
      const change = row.kind === 'mutation' ? source.inflate(row) : null;
      if (change) user.note(change);
    }
  });
  return user;
}
