import { IncrementalSource } from '@rrweb/types';
import { asArray, asId, asRecord, asText, type Fields, isRecord } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { isText, type SerializedNode, childNodesOf, writableAttributesOf } from '../rrweb/serialized-node.ts';
import { STYLE_SPLIT } from '../rrweb/style-text.ts';
import { RuleList } from './css-rules.ts';

const { StyleSheetRule, StyleDeclaration, AdoptedStyleSheet } = IncrementalSource;

/** Applies an event of rules or declarations to the rules it is about. */
function change(rules: RuleList, data: Fields): RuleList {
  const text = data['replace'] ?? data['replaceSync'];
  const own = typeof text === 'string' ? new RuleList(text) : rules;
  const place = (of: unknown) => of as number | readonly number[] | undefined;
  // In the order in which the replay core does it.
  for (const { rule, index } of asArray(data['adds']).map(asRecord)) own.insert(asText(rule), place(index));
  for (const { index } of asArray(data['removes']).map(asRecord)) own.remove(place(index));
  const [set, remove] = [asRecord(data['set']), asRecord(data['remove'])];
  const at = place(data['index']);
  if (typeof set['property'] === 'string')
    own.declare(at, set['property'], asText(set['value']), asText(set['priority']));
  if (typeof remove['property'] === 'string') own.declare(at, remove['property'], null, '');
  return own;
}

/** Sheets without an element, as they are when a stretch begins; of each page those that nothing uses then as well. */
export class PastSheets {
  readonly #rules = new Map<string, RuleList>();
  /** Sheets of which the copy knows. */
  readonly #told = new Set<string>();
  readonly #hosts = new Map<unknown, readonly unknown[]>();

  /** True when a sheet is not in the copy, though it may come to be used in it. */
  #isAside(styleId: unknown): boolean {
    return this.#rules.has(asId(styleId)) && !this.#told.has(asId(styleId));
  }

  /** @returns false for an event that is not about such sheets */
  note({ source, ...data }: Fields): boolean {
    if (source === AdoptedStyleSheet) {
      for (const { styleId, rules } of asArray(data['styles']).map(asRecord)) {
        if (this.#rules.has(asId(styleId))) continue;
        this.#rules.set(asId(styleId), change(new RuleList(''), { adds: rules }));
      }
      this.#hosts.set(data['id'], asArray(data['styleIds']));
      return true;
    }
    const isRule = source === StyleSheetRule || source === StyleDeclaration;
    if (!isRule || data['styleId'] === undefined || data['styleId'] === null) return false;
    const id = asId(data['styleId']);
    this.#rules.set(id, change(this.#rules.get(id) ?? new RuleList(''), data));
    return true;
  }

  /**
   * The events that bring about what is used now.
   *
   * @param nodes of the page
   */
  events(at: number, nodes: ReadonlyMap<number, unknown>): ReplayEvent[] {
    return [...this.#hosts].flatMap(([id, styleIds]) =>
      styleIds.length === 0 || !nodes.has(Number(id))
        ? []
        : [incrementalEvent(at, this.#withRules({ source: AdoptedStyleSheet, id, styleIds }))],
    );
  }

  /** What is left of the data of an event of the copy; null for what is about a sheet that is not in it. */
  inCopy(data: Fields): Fields | null {
    if (data['source'] === AdoptedStyleSheet) return this.#withRules(data);
    const isRule = data['source'] === StyleSheetRule || data['source'] === StyleDeclaration;
    if (!isRule || !this.#isAside(data['styleId'])) return data;
    this.note(data);
    return null;
  }

  #withRules(data: Fields): Fields {
    const styles = asArray(data['styles']);
    for (const { styleId } of styles.map(asRecord)) this.#told.add(asId(styleId));
    const added = asArray(data['styleIds'])
      .filter((styleId) => this.#isAside(styleId))
      .map((styleId) => ({ styleId, rules: this.#texts(asId(styleId)) }));
    for (const { styleId } of added) this.#told.add(asId(styleId));
    return added.length > 0 ? { ...data, styles: [...styles, ...added] } : data;
  }

  #texts(styleId: string) {
    return (this.#rules.get(styleId)?.texts() ?? []).map((rule, index) => ({ rule, index }));
  }
}

/**
 * Rules that scripts wrote into the sheets of elements, as text of these: nothing that was changed since is left. Edits the
 * nodes.
 *
 * @returns the events that are left, with which the rules of an element without a text of its own come
 */
export function foldRules(
  events: readonly ReplayEvent[],
  nodes: ReadonlyMap<number, SerializedNode>,
): ReplayEvent[] {
  const changed = new Map<number, { readonly event: ReplayEvent; rules: RuleList }>();
  const others = events.filter((event) => {
    const data = asRecord(event.data);
    const isRule = data['source'] === StyleSheetRule || data['source'] === StyleDeclaration;
    const node = isRule ? nodes.get(Number(data['id'])) : undefined;
    if (!node) return !isRule;
    const id = Number(data['id']);
    const known = changed.get(id) ?? { event, rules: new RuleList(cssOf(node)) };
    changed.set(id, { event, rules: change(known.rules, data) });
    return false;
  });
  const rest = [...changed].flatMap(([id, { event, rules }]) => {
    const node = nodes.get(id);
    const texts = rules.texts();
    if (!node || setCss(node, texts.join('\n'))) return [];
    const adds = texts.map((rule, index) => ({ rule, index }));
    return adds.length > 0 ? [incrementalEvent(event.timestamp, { source: StyleSheetRule, id, adds })] : [];
  });
  return [...others, ...rest];
}

function textsOf(node: SerializedNode): SerializedNode[] {
  return childNodesOf(node).filter(isRecord).filter(isText);
}

function cssOf(node: SerializedNode): string {
  const { _cssText: css } = writableAttributesOf(node);
  if (typeof css === 'string') return css.replaceAll(STYLE_SPLIT, '');
  return textsOf(node)
    .map(({ textContent }) => asText(textContent))
    .join('');
}

/** False for an element that has no text yet. */
function setCss(node: SerializedNode, css: string): boolean {
  const attributes = writableAttributesOf(node);
  const texts = textsOf(node);
  if (typeof attributes['_cssText'] === 'string') attributes['_cssText'] = css;
  else if (texts.length === 0) return false;
  texts.forEach((text, i) => {
    text['textContent'] = i === 0 ? css : '';
  });
  return true;
}
