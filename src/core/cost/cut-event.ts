import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asId, asNumber, asRecord, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { childNodesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import { cutCss, type CssRules, refusalOf } from './css-cutter.ts';
import { costOfValue } from './declaration-cost.ts';
import { ANY } from './selector-keys.ts';
import type { PageLoad } from './page-load.ts';

/** A rule that is about nothing: those behind it keep their places. */
const NO_RULE = 'x:not(*){}';

/** Takes an event of a page in, with what it costs, and leaves out of it what costs too much. Edits it. */
export function takeEvent(load: PageLoad, { type, data: given }: ReplayEvent): void {
  const data: unknown = given;
  if (!isRecord(data)) return;
  if (type === EventType.FullSnapshot && isRecord(data['node'])) enter(load, data['node'], null);
  if (type !== EventType.IncrementalSnapshot) return;
  switch (data['source']) {
    case IncrementalSource.Mutation: {
      data['adds'] = asArray(data['adds']).filter((add) => {
        const { node, parentId } = asRecord(add);
        return !isRecord(node) || enter(load, node, asNumber(parentId));
      });
      for (const change of asArray(data['texts'])) if (isRecord(change)) load.changeText(change);
      for (const change of asArray(data['attributes']))
        if (isRecord(change) && isRecord(change['attributes']))
          load.change(asNumber(change['id']), change['attributes']);
      return;
    }
    case IncrementalSource.CanvasMutation:
      load.draw(data);
      return;
    default:
      cutStyleEvent(data, load.rules);
  }
}

/** Takes the styles of a page in, before its elements. Edits them. */
export function takeStyles(load: PageLoad, { type, data: given }: ReplayEvent): void {
  const data: unknown = given;
  if (!isRecord(data)) return;
  if (type === EventType.FullSnapshot) cutTree(load, data['node']);
  if (type !== EventType.IncrementalSnapshot) return;
  if (data['source'] !== IncrementalSource.Mutation) cutStyleEvent(data, load.rules);
  else for (const add of asArray(data['adds'])) cutTree(load, asRecord(add)['node']);
}

/** With all that is in it; what is left out is taken from its parent. */
function enter(load: PageLoad, node: SerializedNode, parentId: number | null): boolean {
  if (!load.add(node, parentId)) return false;
  const children = childNodesOf(node);
  const kept = children.filter((child) => !isRecord(child) || enter(load, child, asNumber(node['id'])));
  if (kept.length < children.length) node['childNodes'] = kept;
  return true;
}

function cutTree(load: PageLoad, root: unknown): void {
  const stack: [unknown, string][] = [[root, '']];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parentTag] = next;
    if (!isRecord(node)) continue;
    load.cutStyles(node, parentTag);
    const tag = tagNameOf(node);
    for (const child of childNodesOf(node)) stack.push([child, tag]);
  }
}

function cutStyleEvent(data: Record<string, unknown>, rules: CssRules): void {
  switch (data['source']) {
    case IncrementalSource.StyleSheetRule:
      for (const field of ['replace', 'replaceSync']) {
        const css = data[field];
        if (typeof css === 'string') data[field] = cutCss(css, rules);
      }
      cutRules(data['adds'], rules);
      return;
    case IncrementalSource.AdoptedStyleSheet:
      for (const sheet of asArray(data['styles'])) cutRules(asRecord(sheet)['rules'], rules);
      return;
    case IncrementalSource.StyleDeclaration: {
      const { property, value } = asRecord(data['set']);
      const cost = costOfValue(asId(property), asId(value));
      const refusal = refusalOf(cost, rules);
      for (const trait of cost.traits) rules.found?.addTrait([ANY], trait);
      for (const place of cost.places) rules.found?.addPlace([ANY], place);
      if (!refusal) return;
      rules.note(refusal, asId(value));
      delete data['set'];
    }
  }
}

function cutRules(list: unknown, rules: CssRules): void {
  for (const item of asArray(list)) {
    if (!isRecord(item) || typeof item['rule'] !== 'string') continue;
    // A rule that is put into others is as deep in them as its place says.
    const depth = asArray(item['index']).length;
    const isTooDeep = 2 ** Math.max(0, depth - 1) > rules.most('rules');
    if (isTooDeep) rules.note('rules', item['rule']);
    item['rule'] = isTooDeep ? NO_RULE : cutCss(item['rule'], rules) || NO_RULE;
  }
}
