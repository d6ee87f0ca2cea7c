import { asRecord, asText, type Fields } from '../json.ts';
import { FollowedPages, type PageChange } from '../hide/followed-page.ts';
import type { SessionEvent } from '../recording.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { isMaskedValue } from '../rrweb/mask-traces.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import { attributesOf } from '../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { starsInstead } from '../text/stars.ts';
import type { TextFinder } from '../text/text-finder.ts';
import type { Steps } from '../text/steps.ts';
import { GrownTexts } from './grown-texts.ts';
import type { RuleRef } from './rules.ts';
import { spreadAround, spreadInHosts, type SpreadPart } from './spread-texts.ts';
import { attributeKey, type TextPlace, textPlaces } from './text-places.ts';

/**
 * Parts of what is removed, which tell nothing alone: letters on the way to it, in a field, in a text or in what was
 * asked for meanwhile; and pieces of it in neighbouring texts and fields. Each is removed where it stands.
 */
export class Traces {
  readonly #finder: TextFinder<RuleRef>;
  readonly #pages = new FollowedPages();
  readonly #grown = new GrownTexts();
  /** What was typed last into fields. */
  readonly #typed = new Map<string, string>();
  /** Fields that the recorder has masked. */
  readonly #masked = new Set<string>();

  constructor(finder: TextFinder<RuleRef>) {
    this.#finder = finder;
  }

  /** Goes through a session once all is known that is looked for. */
  *look({ windowId, event }: SessionEvent): Steps<void> {
    const page = this.#pages.of(windowId);
    for (const place of textPlaces(event)) {
      if (isMaskedValue(place.text)) this.#masked.add(`${windowId} ${place.key}`);
      yield* this.#note(windowId, place, page.tree);
    }
    const data = asRecord(event['data']);
    const isInput = kindOf(Number(event['type']), data) === 'input';
    if (isInput) this.#typed.set(`${windowId} ${String(data['id'])}`, asText(data['text']));
    const change = page.follow(event);
    const changed = isInput ? [page.tree?.find(data['id'])] : change ? changedNodes(change) : [];
    const typed = (id: number) => this.#typed.get(`${windowId} ${id}`);
    for (const top of changed) {
      if (!top) continue;
      yield null;
      this.#noteSpread(windowId, spreadAround(top, typed));
      for (const parts of spreadInHosts(top, typed)) this.#noteSpread(windowId, parts);
    }
  }

  /** True for a field of a window into which something was typed that is removed. */
  isTypedInto(windowId: string, id: unknown): boolean {
    return this.#grown.hasPart(`${windowId} ${attributeKey(id, 'value')}`);
  }

  /** True for a field that the recorder has masked. */
  isMasked(windowId: string, id: unknown): boolean {
    return this.#masked.has(`${windowId} ${attributeKey(id, 'value')}`);
  }

  /** Edits an event, which must be the caller's own. */
  mask(event: Fields, windowId: string, onMasked: (rules: readonly RuleRef[]) => void): void {
    if (!this.#grown.isAny) return;
    for (const { key, holder, name, text, from } of textPlaces(event)) {
      const traces = this.#grown.partsOf(`${windowId} ${key}`, text);
      if (traces.length === 0) continue;
      // What is there as a whole would not be found any more.
      const parts = [...traces, ...this.#finder.find(text, 'content')];
      const ranges = parts.map((one) => ({ from: one.from + from, to: one.to + from }));
      holder[name] = starsInstead(asText(holder[name]), ranges);
      onMasked(parts.map(({ rule }) => rule));
    }
  }

  *#note(windowId: string, place: TextPlace, tree: PageTree | null): Steps<void> {
    const key = `${windowId} ${place.key}`;
    // Of most nodes the text never changes.
    if (place.isNew && !place.key.startsWith('>') && !this.#grown.has(key)) return;
    if (!this.#grown.has(key)) {
      const before = this.#textBefore(windowId, place.key, tree);
      if (before !== '') this.#grown.note(key, before);
    }
    if (!this.#grown.note(key, place.text)) return;
    for (const { from, to, rule } of yield* this.#finder.search(place.text, 'content'))
      this.#grown.found(key, place.text, { from, to, rule });
  }

  /** What a node had that changes for the first time. */
  #textBefore(windowId: string, key: string, tree: PageTree | null): string {
    const [, id = '', attribute = ''] = /^(\d+) (.*)$/.exec(key) ?? [];
    const node = id === '' ? undefined : tree?.find(Number(id))?.node;
    if (!node) return '';
    if (attribute === '') return asText(node['textContent']);
    const typed = attribute === 'value' ? this.#typed.get(`${windowId} ${id}`) : undefined;
    return typed ?? asText(attributesOf(node)[attribute]);
  }

  #noteSpread(windowId: string, parts: readonly SpreadPart[]): void {
    if (parts.length < 2) return;
    for (const separator of ['', ' ']) this.#noteAcross(windowId, parts, separator, false);
    // Fields in a row are taken for one by who fills them in.
    let start = 0;
    for (let end = 0; end <= parts.length; end++) {
      if (parts[end]?.isField) continue;
      if (end - start > 1) this.#noteAcross(windowId, parts.slice(start, end), '', true);
      start = end + 1;
    }
  }

  #noteAcross(
    windowId: string,
    parts: readonly SpreadPart[],
    separator: string,
    wantsPatterns: boolean,
  ): void {
    const starts: number[] = [];
    const edges = new Set<number>();
    let text = '';
    for (const part of parts) {
      if (text !== '') text += separator;
      starts.push(text.length);
      edges.add(text.length);
      text += part.text.slice(part.from, part.to);
      edges.add(text.length);
    }
    const hits = [...this.#finder.findAcross(text, edges, wantsPatterns)].sort((a, b) => a.from - b.from);
    let first = 0;
    for (const { from, to, rule } of hits) {
      while ((starts[first + 1] ?? Infinity) <= from) first++;
      if ((starts[first + 1] ?? Infinity) >= to) continue;
      for (let i = first; (starts[i] ?? Infinity) < to; i++) {
        const part = parts[i];
        if (!part) continue;
        const moved = part.from - (starts[i] ?? 0);
        const range = { from: Math.max(part.from, from + moved), to: Math.min(part.to, to + moved), rule };
        const key = `${windowId} ${part.key}`;
        this.#grown.add(key, part.text, range);
        this.#grown.found(key, part.text, range);
      }
    }
  }
}

function changedNodes({ added, texts, attributes }: PageChange): readonly ReadonlyTreeNode[] {
  const values = attributes.filter(({ names }) => names.includes('value')).map(({ treeNode }) => treeNode);
  return [...added, ...texts, ...values];
}
