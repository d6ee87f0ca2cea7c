import { isElement, tagNameOf } from '../../rrweb/serialized-node.ts';
import { scopeOf, childrenOf, isBeside, type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import { attribute } from './attribute.ts';

/** Attributes that developers put there to find elements by, the surest first. */
const HOOKS = ['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa', 'data-attr'] as const;
/** Ids with a run of digits, colons and the like are made up anew each time. */
const LASTING_ID = /^[a-z][\w-]*$/i;
const MADE_UP = /\d{4}|^(radix|headlessui|mui|ember|react|ext-gen)-?/i;
const CLASS_NAME = /^[a-z_][\w-]*$/i;
/** Longer ones are made by tools that write styles. */
const LONGEST_CLASS = 32;
/** Nobody reads a longer one. */
const MOST_STEPS = 20;

/** A short CSS selector that finds an element in its document or shadow root. */
export function selectorOf(element: ReadonlyTreeNode): string {
  const scope = scopeOf(element);
  const steps: string[] = [];
  let at: ReadonlyTreeNode | null = element;
  for (let i = 0; at && isElement(at.node) && i < MOST_STEPS; i++) {
    const own = ownSelector(at, scope);
    if (own !== null) return [own, ...steps].join(' > ');
    steps.unshift(nthOfType(at));
    at = at.node['isShadow'] === true ? null : at.parent;
  }
  return steps.join(' > ');
}

/** One by which nothing else in its scope is found; null where there is none. */
function ownSelector(element: ReadonlyTreeNode, scope: ReadonlyTreeNode): string | null {
  const { node } = element;
  const tag = tagNameOf(node);
  if (tag === 'body' || tag === 'html') return tag;
  const id = attribute(node, 'id');
  const found = HOOKS.find((name) => attribute(node, name) !== '');
  const name = attribute(node, 'name');
  const candidates: { readonly selector: string; readonly fits: (other: ReadonlyTreeNode) => boolean }[] = [];
  if (LASTING_ID.test(id) && !MADE_UP.test(id))
    candidates.push({ selector: `#${id}`, fits: (other) => attribute(other.node, 'id') === id });
  if (found) {
    const value = attribute(node, found);
    candidates.push({
      selector: `[${found}=${quoted(value)}]`,
      fits: (other) => attribute(other.node, found) === value,
    });
  }
  if (name !== '')
    candidates.push({
      selector: `${tag}[name=${quoted(name)}]`,
      fits: (other) => tagNameOf(other.node) === tag && attribute(other.node, 'name') === name,
    });
  for (const className of classesOf(element))
    candidates.push({
      selector: `${tag}.${className}`,
      fits: (other) => tagNameOf(other.node) === tag && classesOf(other).includes(className),
    });
  return candidates.find(({ fits }) => isOnlyOne(element, scope, fits))?.selector ?? null;
}

function isOnlyOne(
  element: ReadonlyTreeNode,
  scope: ReadonlyTreeNode,
  fits: (other: ReadonlyTreeNode) => boolean,
): boolean {
  for (const other of treeNodesIn(scope)) if (other !== element && fits(other)) return false;
  return true;
}

function classesOf({ node }: ReadonlyTreeNode): readonly string[] {
  return attribute(node, 'class')
    .split(/\s+/)
    .filter((name) => CLASS_NAME.test(name) && name.length <= LONGEST_CLASS);
}

function nthOfType(element: ReadonlyTreeNode): string {
  const tag = tagNameOf(element.node);
  const same = (element.parent ? childrenOf(element.parent) : [element]).filter(
    (other) => tagNameOf(other.node) === tag && isBeside(other, element),
  );
  return same.length === 1 ? tag : `${tag}:nth-of-type(${same.indexOf(element) + 1})`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}
