import { DrawingGraph } from './drawing-graph.ts';
import type { LoadNode } from './load-node.ts';
import { ON_LINE, pointsOf, referencesOf, weightOfPoints } from './references.ts';
import type { Totals } from './totals.ts';

/** What is heavier than this part of what may be drawn is not drawn at all once there is too much. */
const HEAVY = 0.1;

interface Reference {
  readonly node: LoadNode;
  readonly attributes: Record<string, unknown>;
  readonly attribute: string;
  readonly name: string;
}

/** Drawings of a page whose elements refer to each other. */
export class Drawings {
  readonly #totals: Totals;
  readonly #most: number;
  readonly #graph = new DrawingGraph();
  /** True where what is too much is left out. */
  readonly #isCut: boolean;
  /** What may have to be left out, once all is known that came with it. */
  #references: Reference[] = [];
  #drawn = 0;
  #isChanged = false;

  /** @param most elements that may be drawn */
  constructor(totals: Totals, most: number, isCut: boolean) {
    this.#totals = totals;
    this.#most = most;
    this.#isCut = isCut;
    if (isCut) this.#graph.leaveOutAbove(most * HEAVY);
  }

  /** An element of SVG, new on the page. */
  add(node: LoadNode, attributes: Record<string, unknown>): void {
    const { id } = attributes;
    const outer = node.parent?.place ?? null;
    if (typeof id === 'string') node.place = this.#graph.addPlace(id, outer, node.tag === 'marker');
    else if (outer) this.#graph.addElement(outer);
    this.#isChanged ||= typeof id === 'string' || outer !== null;
    this.#addPoints(node, attributes);
    this.#referByAttributes(node, attributes);
  }

  /** Attributes of one have changed. */
  change(node: LoadNode, attributes: Record<string, unknown>): void {
    const { id } = attributes;
    this.#addPoints(node, attributes);
    this.#referByAttributes(node, attributes);
    if (typeof id !== 'string' || id === node.place?.name) return;
    if (node.height === 0) node.place = this.#graph.addPlace(id, node.place, node.tag === 'marker');
    // What is in it may be drawn by another name now.
    else this.#lookAnew();
  }

  /** An element with all that is in it has come to stand elsewhere. */
  move(node: LoadNode, parent: LoadNode | null): void {
    const place = parent?.place ?? null;
    if (place !== null && node.isSvg && place !== node.parent?.place) this.#lookAnew();
  }

  /** Each letter of a text may be placed along a line. */
  addText(parent: LoadNode, letters: number): void {
    for (let at: LoadNode | null = parent; at?.isSvg; at = at.parent) {
      if (at.tag !== ON_LINE) continue;
      at.letters += letters;
      for (const [, name] of referencesOf(at.tag, at.attributes))
        this.#graph.addReference(at.place, name, 1, letters);
      this.#isChanged = true;
    }
  }

  /** An element is drawn with another one by its styles. */
  refer(node: LoadNode, name: string): void {
    this.#graph.addReference(node.place, name, pointsOf(node.attributes));
    this.#isChanged = true;
  }

  /** All is known that came with what was added. */
  settle(): void {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    if (this.#isCut) for (const reference of this.#references) this.#check(reference);
    else if (!this.#graph.isEmpty) this.#totals.reach('drawing', this.#graph.total);
    this.#references = [];
  }

  #referByAttributes(node: LoadNode, attributes: Record<string, unknown>): void {
    for (const [attribute, name] of referencesOf(node.tag, attributes)) {
      this.#graph.addReference(node.place, name, pointsOf(node.attributes));
      this.#isChanged = true;
      if (this.#isCut) this.#references.push({ node, attributes, attribute, name });
    }
  }

  /** A shape takes longer with the points it has. */
  #addPoints({ place }: LoadNode, attributes: Record<string, unknown>): void {
    if (place && 'd' in attributes) this.#graph.addElement(place, weightOfPoints(pointsOf(attributes)));
  }

  #check({ node, attributes, attribute, name }: Reference): void {
    const weight = this.#graph.weightOf(name, pointsOf(node.attributes)) * Math.max(1, node.letters);
    if (this.#drawn + weight <= this.#most) this.#drawn += weight;
    else {
      this.#totals.note('drawing', node.id);
      attributes[attribute] = '';
    }
  }

  #lookAnew(): void {
    if (!this.#graph.isEmpty) this.#totals.exceed('drawing');
  }
}
