import { tagNameOf } from '../../rrweb/serialized-node.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import { attribute, hasAttribute } from './attribute.ts';

/** Tags that always have the same role. Source: https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings */
const BY_TAG: Readonly<Partial<Record<string, string>>> = {
  address: 'group',
  article: 'article',
  aside: 'complementary',
  blockquote: 'blockquote',
  button: 'button',
  caption: 'caption',
  code: 'code',
  datalist: 'listbox',
  details: 'group',
  dfn: 'term',
  dialog: 'dialog',
  fieldset: 'group',
  figure: 'figure',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  hgroup: 'group',
  hr: 'separator',
  html: 'document',
  li: 'listitem',
  main: 'main',
  math: 'math',
  menu: 'list',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  optgroup: 'group',
  option: 'option',
  output: 'status',
  p: 'paragraph',
  progress: 'progressbar',
  search: 'search',
  section: 'region',
  summary: 'button',
  svg: 'img',
  table: 'table',
  tbody: 'rowgroup',
  td: 'cell',
  textarea: 'textbox',
  tfoot: 'rowgroup',
  thead: 'rowgroup',
  tr: 'row',
  ul: 'list',
};

/** Types of inputs; all others are text boxes to a person. */
const BY_TYPE: Readonly<Partial<Record<string, string>>> = {
  button: 'button',
  checkbox: 'checkbox',
  file: 'button',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

/** In these a header or a footer is not the page's. */
const SECTIONS: ReadonlySet<string> = new Set(['article', 'aside', 'main', 'nav', 'section']);
/** They take a role away; the tag says more. */
const NO_ROLE: ReadonlySet<string> = new Set(['none', 'presentation', 'generic']);

/** The ARIA role of an element: the one it says it has, else that of its tag; empty where it has none. */
export function roleOf(treeNode: ReadonlyTreeNode): string {
  const said = attribute(treeNode.node, 'role').toLowerCase().split(/\s+/)[0] ?? '';
  if (NO_ROLE.has(said)) return '';
  return said !== '' ? said : ownRole(treeNode);
}

function ownRole(treeNode: ReadonlyTreeNode): string {
  const { node } = treeNode;
  const tag = tagNameOf(node);
  switch (tag) {
    case 'a':
    case 'area':
      return hasAttribute(node, 'href') ? 'link' : '';
    case 'img':
      return hasAttribute(node, 'alt') && attribute(node, 'alt') === '' ? '' : 'img';
    case 'input':
      return inputRole(treeNode);
    case 'select':
      return hasAttribute(node, 'multiple') || Number(attribute(node, 'size')) > 1 ? 'listbox' : 'combobox';
    case 'th':
      return attribute(node, 'scope').startsWith('row') ? 'rowheader' : 'columnheader';
    case 'header':
      return isOfPage(treeNode) ? 'banner' : '';
    case 'footer':
      return isOfPage(treeNode) ? 'contentinfo' : '';
    default:
      return BY_TAG[tag] ?? '';
  }
}

function inputRole({ node }: ReadonlyTreeNode): string {
  const type = attribute(node, 'type').toLowerCase();
  if (type === 'hidden') return '';
  const role = BY_TYPE[type] ?? 'textbox';
  return hasAttribute(node, 'list') && role === 'textbox' ? 'combobox' : role;
}

function isOfPage({ parent }: ReadonlyTreeNode): boolean {
  for (let at = parent; at; at = at.parent) if (SECTIONS.has(tagNameOf(at.node))) return false;
  return true;
}
