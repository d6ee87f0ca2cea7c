import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { isTag, isText, nodesOf, type SerializedNode } from '../rrweb/serialized-node.ts';
import { styleTextsOf } from '../rrweb/style-text.ts';
import { adaptCss, adaptMedia, adaptStyleTexts } from './adapt-css.ts';
import { adaptInlineSchemes, adaptScheme } from './color-scheme.ts';

type Holder = Record<string, unknown>;

const BOX_ORIENT = '-moz-box-orient';
const INLINE_BOX_ORIENT = /(?<=^|[;\s])-moz(?=-box-orient\s*:)/gi;

/**
 * Adapts all styles of an event to be replayed. Edits `event`, which must be the caller's own copy. What cannot be
 * known without the page is left to who has it: whether a text that changes is one of a style element.
 */
export function adaptEvent(event: ReplayEvent): void {
  if (event.type === EventType.FullSnapshot) adaptTree(event.data.node);
  const data: unknown = event.data;
  if (event.type !== EventType.IncrementalSnapshot || !isRecord(data)) return;
  switch (data['source']) {
    case IncrementalSource.Mutation:
      adaptMutation(data);
      return;
    case IncrementalSource.StyleSheetRule:
      adaptField(data, 'replace', adaptCss);
      adaptField(data, 'replaceSync', adaptCss);
      adaptRules(data['adds']);
      return;
    case IncrementalSource.AdoptedStyleSheet:
      for (const sheet of asArray(data['styles'])) adaptRules(asRecord(sheet)['rules']);
      return;
    case IncrementalSource.StyleDeclaration:
      for (const change of [data['set'], data['remove']]) {
        if (!isRecord(change)) continue;
        adaptField(change, 'property', adaptProperty);
        if (holdsScheme(change['property'])) adaptField(change, 'value', adaptScheme);
      }
  }
}

function adaptMutation(data: Holder): void {
  const adds = asArray(data['adds']).filter(isRecord);
  const styles = new Set(
    adds.filter(({ node }) => isRecord(node) && isTag(node, 'style')).map(({ node }) => asRecord(node)['id']),
  );
  for (const { parentId, node } of adds) {
    if (!isRecord(node)) continue;
    const isOfStyle = isText(node) && (styles.has(parentId) || node['isStyle'] === true);
    if (isOfStyle) adaptTexts([node]);
    else adaptTree(node);
  }
  for (const change of asArray(data['attributes']))
    if (isRecord(change) && isRecord(change['attributes'])) adaptAttributes(change['attributes']);
}

function adaptTree(root: unknown): void {
  for (const node of nodesOf(root)) {
    if (!isRecord(node['attributes'])) continue;
    if (isTag(node, 'style')) adaptStyle(node, node['attributes']);
    adaptAttributes(node['attributes']);
  }
}

/** The core looks for the ends of the pieces in the whole; where it finds others, changes of a piece go wrong. */
function adaptStyle(style: SerializedNode, attributes: Holder): void {
  const texts = asArray(style['childNodes']).filter(isRecord).filter(isText);
  const css = attributes['_cssText'];
  if (typeof css === 'string' && texts.length > 1) {
    delete attributes['_cssText'];
    styleTextsOf(css, texts.length).forEach((text, i) =>
      Object.assign(texts[i] ?? {}, { textContent: text }),
    );
  }
  adaptTexts(texts);
}

function adaptTexts(texts: readonly SerializedNode[]): void {
  const recorded = texts.map(({ textContent }) =>
    typeof textContent === 'string' ? whole(textContent) : '',
  );
  adaptStyleTexts(recorded).forEach((text, i) => Object.assign(texts[i] ?? {}, { textContent: text }));
}

function adaptAttributes(attributes: Holder): void {
  adaptField(attributes, '_cssText', (css) => adaptCss(whole(css)));
  adaptField(attributes, 'media', adaptMedia);
  // Of an attribute that changes only the value tells that it is one of these.
  adaptField(attributes, 'content', adaptScheme);
  adaptField(attributes, 'style', (style) => adaptInlineSchemes(style.replace(INLINE_BOX_ORIENT, '-webkit')));
  const { style } = attributes;
  if (!isRecord(style)) return;
  for (const [name, value] of Object.entries(style)) {
    if (!holdsScheme(name)) continue;
    // With its priority a value stands in a list.
    adaptField(style, name, adaptScheme);
    if (Array.isArray(value)) adaptField(value as unknown as Holder, '0', adaptScheme);
  }
  if (!(BOX_ORIENT in style)) return;
  style[adaptProperty(BOX_ORIENT)] = style[BOX_ORIENT];
  Reflect.deleteProperty(style, BOX_ORIENT);
}

function adaptRules(rules: unknown): void {
  for (const rule of asArray(rules)) if (isRecord(rule)) adaptField(rule, 'rule', adaptCss);
}

function adaptProperty(name: string): string {
  return name === BOX_ORIENT ? '-webkit-box-orient' : name;
}

function holdsScheme(property: unknown): boolean {
  return typeof property === 'string' && /^(?:color-scheme$|--)/i.test(property);
}

function adaptField(holder: Holder, field: string, adapt: (text: string) => string): void {
  const text = holder[field];
  if (typeof text === 'string') holder[field] = adapt(text);
}

/** Where nobody needs to know where a text node ended, what says so may stand in the middle of a word. */
function whole(css: string): string {
  return styleTextsOf(css, 1)[0] ?? css;
}
