import type { NodeIds } from './node-ids.ts';
import type { ElementNode } from './nodes.ts';
import type { Wireframe } from './wireframe.ts';

/** What a node is made of. */
export interface Draft {
  readonly wireframe: Wireframe;
  /** Id of the outermost node, by which the SDK names the wireframe later. */
  readonly id: number;
  /** For the nodes inside of it. */
  readonly ids: NodeIds;
  /** Name that the radio buttons of the same group share. */
  readonly groupName?: string | undefined;
}

/** Makes the node of a wireframe, without the wireframes inside of it. */
export type Maker = (draft: Draft) => ElementNode;
