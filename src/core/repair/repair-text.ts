import { asArray, isRecord } from '../json.ts';
import { type SerializedNode } from '../rrweb/serialized-node.ts';

/** A browser lays out no longer word in bearable time; pages have no longer texts that anybody reads. */
const MAX_TEXT = 1_000_000;
/** A sheet of this size takes the replay core seconds to go through; sites have a few hundred thousand characters. */
const MAX_CSS = 4_000_000;
/** Chromium gives up the whole tab over rules nested some thousand deep. */
const MAX_CSS_DEPTH = 200;

/**
 * Cuts texts and style sheets that would stop the tab. Edits the node, which must be the caller's own.
 *
 * @returns true when something was cut
 */
export function repairTexts(node: SerializedNode): boolean {
  let isCut = cutField(node, 'textContent', node['isStyle'] === true ? repairCss : cutText);
  const { attributes } = node;
  if (isRecord(attributes)) {
    isCut = cutField(attributes, '_cssText', repairCss) || isCut;
    isCut = cutField(attributes, 'value', cutText) || isCut;
    isCut = cutField(attributes, 'style', repairCss) || isCut;
  }
  return isCut;
}

/** The same for the data of an incremental event: typed text, changed texts, inserted and replaced rules. */
export function repairTextsOfChange(data: Record<string, unknown>): boolean {
  let isCut = cutField(data, 'text', cutText);
  for (const field of ['replace', 'replaceSync']) isCut = cutField(data, field, repairCss) || isCut;
  for (const change of asArray(data['texts'])) isCut = cutIn(change, 'value', cutText) || isCut;
  for (const change of asArray(data['attributes'])) {
    const attributes = isRecord(change) ? change['attributes'] : undefined;
    isCut = cutIn(attributes, '_cssText', repairCss) || isCut;
    isCut = cutIn(attributes, 'value', cutText) || isCut;
  }
  const sheets = [data, ...asArray(data['styles'])];
  for (const rule of sheets.flatMap(rulesOf)) isCut = cutIn(rule, 'rule', repairCss) || isCut;
  return isCut;
}

function rulesOf(sheet: unknown): readonly unknown[] {
  return isRecord(sheet) ? [...asArray(sheet['adds']), ...asArray(sheet['rules'])] : [];
}

function cutIn(holder: unknown, field: string, cut: (text: string) => string): boolean {
  return isRecord(holder) && cutField(holder, field, cut);
}

function cutField(holder: Record<string, unknown>, field: string, cut: (text: string) => string): boolean {
  const text = holder[field];
  if (typeof text !== 'string') return false;
  const kept = cut(text);
  holder[field] = kept;
  return kept !== text;
}

function cutText(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

/** Cut behind the last rule that is whole; nothing is left of a sheet nested too deeply. */
function repairCss(css: string): string {
  if (isNestedTooDeeply(css)) return '';
  if (css.length <= MAX_CSS) return css;
  return css.slice(0, css.lastIndexOf('}', MAX_CSS) + 1);
}

function isNestedTooDeeply(css: string): boolean {
  if (css.length < MAX_CSS_DEPTH) return false;
  let depth = 0;
  for (let at = nextBrace(css, 0); at >= 0; at = nextBrace(css, at + 1)) {
    depth = css[at] === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_CSS_DEPTH) return true;
  }
  return false;
}

function nextBrace(css: string, from: number): number {
  for (let at = from; at < css.length; at++) {
    const code = css.charCodeAt(at);
    if (code === 0x7b || code === 0x7d) return at;
  }
  return -1;
}
