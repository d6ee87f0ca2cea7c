import type { NodeIds } from './node-ids.ts';
import type { Block } from './nodes.ts';
import { makerOf } from './views.ts';
import { childWireframesOf, MAX_DEPTH, typeOf, type Wireframe } from './wireframe.ts';

/** Elements inside of which nothing shows. */
const CHILDLESS: ReadonlySet<string> = new Set(['img', 'input', 'textarea', 'select', 'progress']);

/** Makes nodes of wireframes. It remembers the radio groups of the page: buttons can be added to them later. */
export class BlockBuilder {
  #radioGroups = new Set<number>();

  constructor(readonly ids: NodeIds) {}

  /** Starts another page. */
  reset(): void {
    this.#radioGroups.clear();
  }

  /** Null for what is not drawn: types that are not known, and the bars of `ScreenChrome`. */
  build(wireframe: Wireframe, parentId: number, depth = 0): Block | null {
    const make = makerOf(wireframe);
    if (!make || depth > MAX_DEPTH) return null;
    const id = this.ids.claim(wireframe['id'], parentId);
    if (typeOf(wireframe) === 'radio_group') this.#radioGroups.add(id);
    const groupName = this.#radioGroups.has(parentId) ? `radio_group_${parentId}` : undefined;
    const node = make({ wireframe, id, ids: this.ids, groupName });
    if (CHILDLESS.has(node.tagName)) return { node, children: [] };
    const children = childWireframesOf(wireframe)
      .map((child) => this.build(child, id, depth + 1))
      .filter((child) => child !== null);
    return { node, children };
  }
}
