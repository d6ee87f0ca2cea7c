import { isInStyle, treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asRecord, asText, type Fields } from '../json.ts';
import type { SessionEvent } from '../recording.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { collectAttributes, collectDrawing, collectNode } from './collect-hidden.ts';
import { copyEvent } from '../hide/copy-event.ts';
import type { Steps } from '../text/steps.ts';
import { editStrings } from './event-strings.ts';
import { textKindOf } from './field.ts';
import { FollowedPages, type PageChange } from '../hide/followed-page.ts';
import type { HiddenPages, HidingRule } from './hidden-pages.ts';
import type { RuleRef } from './rules.ts';
import type { SoughtTexts } from '../text/sought-texts.ts';
import type { TextFinder, TextKind } from '../text/text-finder.ts';
import { linesOf } from './text-lines.ts';

type Hidden = ReadonlyMap<number, HidingRule>;

/** Goes through a session and notes what rules remove in one place, so that it is found in all others. */
export class ContentCollector {
  readonly #hidden: HiddenPages;
  readonly #sought: SoughtTexts<RuleRef>;
  readonly #finder: TextFinder<RuleRef>;
  readonly #pages = new FollowedPages();

  constructor(hidden: HiddenPages, sought: SoughtTexts<RuleRef>, finder: TextFinder<RuleRef>) {
    this.#hidden = hidden;
    this.#sought = sought;
    this.#finder = finder;
  }

  *look({ windowId, event }: SessionEvent): Steps<void> {
    const page = this.#pages.of(windowId);
    const own = this.#finder.hasPatterns ? copyEvent(event) : null;
    const change = page.follow(event);
    const hidden = this.#hidden.on(windowId, page.count);
    if (!change) this.#noteInput(event, hidden);
    else if (hidden.size > 0) yield* this.#noteChange(change, asRecord(event['data']), hidden);
    if (own) {
      yield* editStrings(own, {
        edit: (text, kind) => this.#noteMatches(text, textKindOf(kind)),
        editNumber: (number, kind) => {
          const matches = kind === 'data' ? this.#finder.matches(String(number), 'content') : [];
          for (const { text: found, rule } of matches) this.#noteMatch(found, rule);
          return number;
        },
        isInStyle: (id) => isInStyle(page.tree?.find(id)),
      });
    }
  }

  *#noteMatches(text: string, kind: TextKind): Steps<string> {
    for (const { text: found, rule } of yield* this.#finder.searchMatches(text, kind))
      this.#noteMatch(found, rule);
    return text;
  }

  #noteMatch(text: string, rule: RuleRef): void {
    if (rule.rule === 'urlParameters') this.#sought.addValue(text, rule);
    else this.#sought.addContent(text, rule);
  }

  *#noteChange(change: PageChange, data: Fields, hidden: Hidden): Steps<void> {
    for (const top of change.added) {
      for (const treeNode of treeNodesIn(top)) {
        const rule = hidden.get(treeNode.id);
        if (!rule) continue;
        collectNode(treeNode.node, isInStyle(treeNode), this.#sought, rule.ref);
        yield null;
      }
    }
    for (const treeNode of change.texts) {
      const rule = hidden.get(treeNode.id);
      if (rule)
        collectNode(
          { textContent: treeNode.node['textContent'] },
          isInStyle(treeNode),
          this.#sought,
          rule.ref,
        );
    }
    for (const { id, attributes } of asArray(data['attributes']).map(asRecord)) {
      const rule = hidden.get(Number(id));
      if (rule) collectAttributes(asRecord(attributes), this.#sought, rule.ref);
    }
    for (const { treeNodes } of linesOf(change)) this.#noteLine(treeNodes, hidden);
  }

  /** What a reader sees as one is looked for as one. */
  #noteLine(treeNodes: readonly ReadonlyTreeNode[], hidden: Hidden): void {
    const inside = treeNodes.filter(({ id }) => hidden.has(id));
    const rule = hidden.get(inside[0]?.id ?? NaN);
    const text = inside.map(({ node }) => asText(node['textContent'])).join('');
    if (rule && inside.length > 1) this.#sought.addContent(text, rule.ref);
  }

  #noteInput({ type, data: given }: Fields, hidden: Hidden): void {
    const data = asRecord(given);
    const rule = hidden.get(Number(data['id']));
    const kind = kindOf(Number(type), data);
    if (kind === 'canvasMutation' && rule) collectDrawing(data, this.#sought, rule.ref);
    if (kind !== 'input' || typeof data['text'] !== 'string') return;
    if (rule) this.#sought.addContent(data['text'], rule.ref);
  }
}
