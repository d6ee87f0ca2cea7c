import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import { childNodesOf } from '../rrweb/serialized-node.ts';
import type { PageChange } from '../hide/followed-page.ts';
import type { RuleRef } from './rules.ts';
import { starsInstead } from '../text/stars.ts';
import type { TextFinder, TextHit } from '../text/text-finder.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** Where the text of a node stands in an event. */
interface Holder {
  readonly fields: Record<string, unknown>;
  readonly name: string;
}

/**
 * Masks in an event what is spread over neighbouring texts of its page, such as a number in four boxes. Edits the
 * event, which must be the caller's own.
 *
 * @param onMasked told of each text that was found so
 */
export function maskSpans(
  event: Fields,
  change: PageChange,
  finder: TextFinder<RuleRef>,
  onMasked: (rule: RuleRef) => void,
): void {
  let holders: Map<number, Holder> | null = null;
  for (const line of linesOf(change)) {
    for (const hit of finder.find(line.text, 'content')) {
      const parts = partsOf(line, hit);
      if (parts.length < 2) continue;
      holders ??= holdersIn(asRecord(event['data']));
      let isMasked = false;
      for (const { id, from, to } of parts) {
        const holder = holders.get(id);
        const text = asText(holder?.fields[holder.name]);
        // What was masked before has the same length.
        const masked = starsInstead(text, [{ from, to }]);
        if (!holder || masked === text) continue;
        holder.fields[holder.name] = masked;
        isMasked = true;
      }
      if (isMasked) onMasked(hit.rule);
    }
  }
}

/** The nodes that a hit reaches into, and how far in each. */
function partsOf({ treeNodes }: TextLine, { from, to }: TextHit<RuleRef>) {
  const parts: { id: number; from: number; to: number }[] = [];
  let start = 0;
  for (const { id, node } of treeNodes) {
    const { length } = asText(node['textContent']);
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)];
    if (first < last) parts.push({ id, from: first, to: last });
    start += length;
  }
  return parts;
}

/** All texts that an event brings, by their nodes. */
function holdersIn({ node, adds, texts }: Fields): Map<number, Holder> {
  const holders = new Map<number, Holder>();
  const stack: unknown[] = [node, ...asArray(adds).map((add) => asRecord(add)['node'])];
  while (stack.length > 0) {
    const top = stack.pop();
    if (!isRecord(top)) continue;
    if ('textContent' in top) holders.set(Number(top['id']), { fields: top, name: 'textContent' });
    for (const child of childNodesOf(top)) stack.push(child);
  }
  for (const text of asArray(texts)) {
    if (isRecord(text)) holders.set(Number(text['id']), { fields: text, name: 'value' });
  }
  return holders;
}
