import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import type { RuleRef } from './rules.ts';
import { withoutEscapes } from '../text/decode-text.ts';
import type { SoughtTexts } from '../text/sought-texts.ts';
import { contentOfStyle } from '../text/style-content.ts';

const ADDRESSES: ReadonlySet<string> = new Set(
  'href src action formaction poster xlink:href rr_src rr_dataurl data cite background'.split(' '),
);
const SHOWN =
  /^(?:value|placeholder|label|alt|title|content|summary|abbr|aria-(?:label|description|valuetext|placeholder|roledescription))$/;
/** So many characters in front of a quoted text say what it is for. */
const BEFORE_TEXT = 100;
/** Texts that are shown, or may be by way of a property of one's own. */
const BEFORE_SHOWN = /(?:content|quotes|--[\w-]{1,60})\s{0,10}:[^;}]*$/i;

/** Notes what a hidden node shows or holds, so that it is found wherever else it stands. */
export function collectNode(
  node: Fields,
  isStyle: boolean,
  sought: SoughtTexts<RuleRef>,
  rule: RuleRef,
): void {
  const { textContent, attributes } = node;
  if (typeof textContent === 'string') {
    if (isStyle || node['isStyle'] === true) collectStyle(textContent, sought, rule);
    else sought.addContent(textContent, rule);
  }
  if (isRecord(attributes)) collectAttributes(attributes, sought, rule);
}

export function collectAttributes(attributes: Fields, sought: SoughtTexts<RuleRef>, rule: RuleRef): void {
  for (const [name, value] of Object.entries(attributes)) {
    const key = name.toLowerCase();
    if (key === 'style' && isRecord(value)) {
      for (const [property, change] of Object.entries(value)) {
        collectStyle(`${property}:${String([change].flat()[0])}`, sought, rule);
      }
    }
    if (typeof value !== 'string') continue;
    if (key === 'style' || key === '_csstext') collectStyle(value, sought, rule);
    else if (ADDRESSES.has(key)) sought.addAddress(value, rule);
    else if (key === 'srcset')
      for (const part of value.split(/,\s/)) sought.addAddress(part.trim().replace(/\s.*$/s, ''), rule);
    else if (SHOWN.test(key)) sought.addContent(value, rule);
    else if (key.startsWith('data-') && key !== 'data-rrweb-id') sought.addValue(value, rule);
  }
}

/** What was written on a canvas. */
export function collectDrawing(data: Fields, sought: SoughtTexts<RuleRef>, rule: RuleRef): void {
  for (const { property, args } of [data, ...asArray(data['commands']).map(asRecord)]) {
    if (property !== 'fillText' && property !== 'strokeText') continue;
    const [text] = asArray(args);
    if (typeof text === 'string') sought.addContent(text, rule);
  }
}

function collectStyle(css: string, sought: SoughtTexts<RuleRef>, rule: RuleRef): void {
  for (const { from, to } of contentOfStyle(css)) {
    const part = css.slice(from, to);
    if (/^url\(/i.test(part)) sought.addAddress(withoutQuotes(part.slice(4, -1).trim()), rule);
    else if (/^["']/.test(part) && BEFORE_SHOWN.test(css.slice(Math.max(0, from - BEFORE_TEXT), from)))
      sought.addContent(withoutEscapes(withoutQuotes(part), true)?.text ?? withoutQuotes(part), rule);
  }
}

function withoutQuotes(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}
