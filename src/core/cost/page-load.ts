import { asId, asNumber, asText, isRecord, type Fields } from '../json.ts';
import { isDocument, isElement, isText, type SerializedNode } from '../rrweb/serialized-node.ts';
import { CanvasCost } from './canvas-cost.ts';
import type { CostKind, Kept, PageAllowance } from '../cost-kinds.ts';
import type { CostLog } from './cost-log.ts';
import { apart, cutCss, type CssRules } from './css-cutter.ts';
import { cutAttributes } from './cut-attributes.ts';
import { Drawings } from './drawings.ts';
import { costOfElement, makeCheap, SIZES, weightOf } from './element-cost.ts';
import { addInside, holds, type LoadNode, levelOf, newLoadNode } from './load-node.ts';
import { Matches } from './matches.ts';
import { type StyleGifts, StyleRules } from './style-rules.ts';
import { costOfPicture } from './svg-cost.ts';
import { countJoined, cutRuns, withoutJoined } from './text-runs.ts';
import { Totals } from './totals.ts';

/** What rules give to elements that counts by how many there are: as which kind, and as how much of it. */
const COUNTED = [
  ['quotes', 'quotes', 2],
  ['motion', 'motion', 1],
  ['effects', 'effects', 2],
  ['filters', 'effects', 15],
] as const;
/** Pages are not nested deeper, or not much of them. */
const COMMON_LEVEL = 100;
/** What fills the gaps of a grid takes so much longer to place than what floats. */
const DENSE = 2;

/**
 * What a page costs a browser, followed through its changes, and what of it is left out so that it costs no more than
 * it may. What is taken off the page still counts: to know better, the page is looked at as a whole.
 */
export class PageLoad {
  readonly rules: CssRules;
  readonly totals: Totals;
  readonly #nodes = new Map<number, LoadNode>();
  readonly #styles = new StyleRules();
  readonly #matches = new Matches();
  readonly #families = new Set<string>();
  readonly #drawings: Drawings;
  readonly #canvases = new Map<number, CanvasCost>();
  /** Of these nodes are left out together with all that is in them. */
  readonly #closed = new Set<CostKind>();
  /** False while a page is looked at as a whole, whose rules are known before its elements. */
  #isChanging = false;
  #rulesSeen = 0;

  /** @param before the same page, of which is known now what there is too much of */
  constructor(most: PageAllowance, log: CostLog, before: PageLoad | null = null) {
    const kept: Kept = before?.totals.keep() ?? new Map();
    if (before) for (const kind of before.#closed) this.#closed.add(kind);
    this.totals = new Totals(most, log, kept);
    const budget = { left: most.matching };
    this.rules = {
      most: (kind) => most[kind],
      over: new Set(kept.keys()),
      note: (kind, text) => log.note(kind, text),
      picture: (address) => costOfPicture(address, this.rules),
      matching: (rule) => {
        // What a rule costs is known once the page was looked at.
        const cost = kept.has('matching') && before ? before.#matches.costOf(rule) : 0;
        if (cost > budget.left) return false;
        budget.left -= cost;
        this.#matches.addRule(rule);
        return true;
      },
      families: (names) => {
        const added = names.filter((name) => !this.#families.has(name));
        if (kept.has('families') && this.#families.size + added.length > most.families) return false;
        for (const name of added) this.#families.add(name);
        return true;
      },
      sheets: new Map(),
      found: this.#styles,
    };
    this.#drawings = new Drawings(this.totals, most.drawing, kept.has('drawing'));
  }

  /** True when something had to be left out, or has to be. */
  get isLimited(): boolean {
    return this.#closed.size + this.rules.over.size + this.totals.over.size > 0;
  }

  /** The whole page is in; what comes now are changes. */
  settle(): void {
    this.#reach();
    this.totals.settle();
    this.#isChanging = true;
    this.#rulesSeen = this.#styles.size;
  }

  /** A change is in: what it has brought counts for all that is there. */
  settleChange(): void {
    if (this.#styles.size !== this.#rulesSeen) {
      this.#rulesSeen = this.#styles.size;
      for (const node of this.#nodes.values()) this.#give(node, this.#styles.of(node.tag, node.attributes));
    }
    this.#reach();
  }

  /** Styles of a node, and the addresses of its pictures, which cost what they cost wherever they are. Edits it. */
  cutStyles(node: SerializedNode, parentTag: string): void {
    if (isRecord(node['attributes'])) cutAttributes(node['attributes'], this.rules);
    else if (node['isStyle'] === true || parentTag === 'style')
      node['textContent'] = cutCss(asText(node['textContent']), this.rules);
  }

  /**
   * Takes a node in, with what it costs. Edits it.
   *
   * @param parentId null for a document of its own
   * @returns false when it has to be left out, with all that is in it
   */
  add(node: SerializedNode, parentId: number | null): boolean {
    const id = asNumber(node['id']);
    const parent = parentId === null ? null : (this.#nodes.get(parentId) ?? null);
    // What stands in a frame goes with it; so does what is put into what was left out.
    if (isDocument(node) ? parent?.isCheap : !parent && this.#closed.size > 0) return false;
    if (this.#isChanging) this.cutStyles(node, parent?.tag ?? '');
    const known = this.#nodes.get(id);
    if (!known && isElement(node) && !this.#mayAdd('elements', id, weightOf(node))) return false;
    if (isText(node) && parent?.tag !== 'style' && node['isStyle'] !== true)
      this.#cutText(node, 'textContent', id, parent);
    const added = known ?? newLoadNode(id, node, parent);
    // No node is put into itself.
    if (known && holds(known, parent)) return true;
    // What moves has in it what it had, which may have been counted for another place.
    if (known && known.parent !== parent) this.#drawings.move(known, parent);
    const level = levelOf(parent) + 1;
    if (!known && level > COMMON_LEVEL && !this.#mayAdd('levels', id, level - COMMON_LEVEL)) return false;
    if (level + added.height > this.rules.most('depth') && !this.#mayAdd('depth', id, Infinity)) return false;
    if (this.#styles.has('wrapping')) this.totals.reach('wrapping', level);
    addInside(added, parent);
    this.#nodes.set(id, added);
    if (isElement(node)) this.#addElement(node, added, !known);
    return true;
  }

  /** Attributes of a node that have changed. Edits them. */
  change(id: number, attributes: Record<string, unknown>): void {
    const node = this.#nodes.get(id);
    cutAttributes(attributes, this.rules);
    if (!node) return;
    const changed = { ...node.attributes, ...attributes };
    if ('type' in attributes || 'list' in attributes) {
      const weighAs = (own: Fields) => weightOf({ tagName: node.tag, attributes: own });
      const more = weighAs(changed) - weighAs(node.attributes);
      if (more > 0 && !this.#mayAdd('elements', id, more)) {
        for (const name of ['type', 'list']) Reflect.deleteProperty(attributes, name);
        return;
      }
    }
    node.attributes = changed;
    this.#matches.addNames(attributes['id'], attributes['class'], node.before);
    if (SIZES.some((name) => name in attributes)) this.#countElement(node, changed, attributes);
    if (node.isSvg) this.#drawings.change(node, attributes);
    this.#give(node, this.#styles.of(node.tag, changed));
    this.#giveOwn(node, attributes['style']);
  }

  /** Calls on a canvas. Edits the event's data. */
  draw(data: Record<string, unknown>): void {
    const id = asNumber(data['id']);
    const canvas = this.#canvases.get(id) ?? new CanvasCost();
    this.#canvases.set(id, canvas);
    this.totals.draw(canvas.cut(data, this.totals.strokesLeft, this.rules));
  }

  /** A text that has changed. Edits the change. */
  changeText(change: Record<string, unknown>): void {
    const id = asNumber(change['id']);
    const parent = this.#nodes.get(id)?.parent;
    if (parent?.tag === 'style') change['value'] = cutCss(asText(change['value']), this.rules);
    else this.#cutText(change, 'value', id, parent);
  }

  #addElement(node: SerializedNode, added: LoadNode, isNew: boolean): void {
    const attributes = isRecord(node['attributes']) ? node['attributes'] : {};
    added.attributes = attributes;
    if (added.parent) this.#reachDense(added.parent);
    if (isNew) this.#matches.addElement(added.tag, attributes['id'], attributes['class'], added.before);
    const tag = this.#countElement(added, attributes, attributes);
    if (tag !== added.tag) node['tagName'] = tag;
    if (added.isSvg) this.#drawings.add(added, attributes);
    this.#give(added, this.#styles.of(added.tag, attributes));
    this.#giveOwn(added, attributes['style']);
  }

  /** Returns the name that the element may have. */
  #countElement(node: LoadNode, attributes: Fields, edited: Record<string, unknown>): string {
    const cost = costOfElement(node.tag, attributes);
    if (!cost) return node.tag;
    const [kind, count] = cost;
    const more = count - node.count;
    if (more <= 0) return node.tag;
    if (!this.totals.take(kind, node.id, more)) {
      node.isCheap = true;
      return makeCheap(kind, node.tag, edited);
    }
    node.count = count;
    return node.tag;
  }

  /** What rules give an element. */
  #give(node: LoadNode, { traits, places }: StyleGifts): void {
    if (traits.has('columns') && node.columns === 0) {
      node.columns = 1;
      node.columnHeight++;
      addInside(node, node.parent);
      this.totals.reach('columns', levelOf(node.parent, 'columns') + node.columnHeight);
    }
    if (traits.size > 0 && traits !== node.counted) {
      for (const [trait, kind, count] of COUNTED)
        if (traits.has(trait) && !node.counted.has(trait)) this.totals.take(kind, node.id, count);
      if (traits.has('floats') && !node.counted.has('floats') && node.parent)
        this.totals.reach('placing', ++node.parent.floats);
      node.counted = node.counted.size === 0 ? traits : new Set([...node.counted, ...traits]);
      this.#reachDense(node);
    }
    for (const place of places) this.#drawings.refer(node, place);
  }

  /** What its own style gives an element. */
  #giveOwn(node: LoadNode, style: unknown): void {
    const text = isRecord(style)
      ? Object.entries(style)
          .map(([name, value]) => `${name}:${asId(Array.isArray(value) ? value[0] : value)}`)
          .join(';')
      : asText(style);
    if (
      !/column|-quote|filter|animation|will-change|transform-style|perspective|float|dense|#|\\/i.test(text)
    )
      return;
    const own = new StyleRules();
    cutCss(text, apart(this.rules, own));
    this.#give(node, own.of('', {}));
  }

  #reachDense({ counted, children }: LoadNode): void {
    if (counted.has('dense')) this.totals.reach('placing', DENSE * children);
  }

  #reach(): void {
    this.#drawings.settle();
    this.totals.reach('matching', this.#matches.total);
    this.totals.reach('families', this.#families.size);
  }

  #cutText(holder: Record<string, unknown>, field: string, id: number, parent?: LoadNode | null): void {
    const text = holder[field];
    if (typeof text !== 'string') return;
    const cut = cutRuns(text, this.rules.most('marks'));
    if (cut !== text) this.rules.note('marks', text);
    const joined = countJoined(cut);
    if (parent?.isSvg) this.#drawings.addText(parent, cut.length);
    holder[field] = joined > 0 && !this.totals.take('marks', id, joined) ? withoutJoined(cut) : cut;
  }

  /** Whether a node may come, of a kind of which all is left out that is too much. */
  #mayAdd(kind: CostKind, id: number, count: number): boolean {
    if (this.totals.fits(kind, count)) {
      this.totals.add(kind, count);
      return true;
    }
    // Of a change it is not known whether there is as much as it seems.
    if (this.#isChanging && !this.#closed.has(kind)) {
      this.totals.exceed(kind);
      return true;
    }
    this.#closed.add(kind);
    this.totals.note(kind, id);
    return false;
  }
}
