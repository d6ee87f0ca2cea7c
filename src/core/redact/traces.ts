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
      if (place.key.endsWith(' value') && isMaskedValue(place.text))
        this.#masked.add(`${windowId} ${place.key}`);
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
      yield* this.#noteSpread(windowId, spreadAround(top, typed));
      for (const parts of spreadInHosts(top, typed)) yield* this.#noteSpread(windowId, parts);
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
    for (const { key, holder, name, text, from } of [...textPlaces(event)]) {
      const parts = this.#grown.partsOf(`${windowId} ${key}`, text);
      if (parts.length === 0) continue;
      const given = asText(holder[name]);
      const ranges = parts.map((one) => ({ from: one.from + from, to: one.to + from }));
      // Of what stands there as a whole nobody would find the rest.
      const wholes = this.#finder.find(given, 'content');
      holder[name] = starsInstead(given, [...ranges, ...wholes]);
      onMasked([...parts, ...wholes].map(({ rule }) => rule));
    }
  }

  *#note(windowId: string, place: TextPlace, tree: PageTree | null): Steps<void> {
    const key = `${windowId} ${place.key}`;
    if (!this.#grown.has(key)) {
      const before = this.#textBefore(windowId, place.key, tree);
      // Of most nodes the text never changes.
      const isSame = before === '' || before === place.text;
      if (isSame && place.isNew && !place.key.startsWith('>')) return;
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

  *#noteSpread(windowId: string, parts: readonly SpreadPart[]): Steps<void> {
    if (parts.length < 2) return;
    for (const separator of ['', ' ']) yield* this.#noteAcross(windowId, parts, separator, false);
    // Fields in a row are taken for one by who fills them in.
    let fields: SpreadPart[] = [];
    for (const part of [...parts, null]) {
      if (part?.isField) fields.push(part);
      else if (part?.text !== ' ') {
        if (fields.length > 1) yield* this.#noteAcross(windowId, fields, '', true);
        fields = [];
      }
    }
  }

  *#noteAcross(
    windowId: string,
    parts: readonly SpreadPart[],
    separator: string,
    wantsPatterns: boolean,
  ): Steps<void> {
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
    const hits = [...(yield* this.#finder.searchAcross(text, edges, wantsPatterns))].sort(
      (a, b) => a.from - b.from,
    );
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
