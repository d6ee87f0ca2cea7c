import type { AriaNode } from './aria-node.ts';

/** Names that are longer say no more than the text that they are made of. */
const LONGEST_NAME = 900;

/**
 * A page in the YAML of Playwright's aria snapshots.
 * Source: https://playwright.dev/docs/aria-snapshots#aria-snapshot-specification
 */
export function ariaYaml(page: AriaNode): readonly string[] {
  const lines: string[] = [];
  const stack: { readonly node: AriaNode | string; readonly indent: string }[] = [];
  const push = (nodes: readonly (AriaNode | string)[], indent: string) => {
    for (const node of nodes.toReversed()) stack.push({ node, indent });
  };
  push(joined(page.children), '');
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, indent } = next;
    if (typeof node === 'string') {
      lines.push(`${indent}- text: ${value(node)}`);
      continue;
    }
    const children = joined(node.children).filter(
      (child, _, { length }) => length > 1 || child !== node.name,
    );
    const [only] = children;
    const start = `${indent}- ${key(node)}`;
    if (node.url === '' && children.length === 0) lines.push(start);
    else if (node.url === '' && children.length === 1 && typeof only === 'string')
      lines.push(`${start}: ${value(only)}`);
    else {
      lines.push(`${start}:`);
      if (node.url !== '') lines.push(`${indent}  - /url: ${value(node.url)}`);
      push(children, `${indent}  `);
    }
  }
  return lines;
}

/** Texts beside each other are one; those of nothing but spaces are none. */
function joined(children: readonly (AriaNode | string)[]): readonly (AriaNode | string)[] {
  const parts: (AriaNode | string)[] = [];
  let text = '';
  const flush = () => {
    const read = text.replace(/\s+/g, ' ').trim();
    if (read !== '') parts.push(read);
    text = '';
  };
  for (const child of children) {
    if (typeof child === 'string') text += child;
    else {
      flush();
      parts.push(child);
    }
  }
  flush();
  return parts;
}

function key({ role, name, states }: AriaNode): string {
  const named = name !== '' && name.length <= LONGEST_NAME ? ` ${JSON.stringify(name)}` : '';
  const text = `${role}${named}${states.map((state) => ` [${state}]`).join('')}`;
  return needsQuotes(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function value(text: string): string {
  return needsQuotes(text) ? JSON.stringify(text) : text;
}

const WORDS = /^(y|n|yes|no|true|false|on|off|null|~)$/i;

/** True for what YAML would not read as the text that it is. */
function needsQuotes(text: string): boolean {
  return (
    text === '' ||
    text !== text.trim() ||
    // eslint-disable-next-line no-control-regex -- They are what is looked for.
    /[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(text) ||
    /^[-&*\],?!>|@"'#%[]/.test(text) ||
    /[{}`]|:(\s|$)|\s#/.test(text) ||
    WORDS.test(text) ||
    !Number.isNaN(Number(text))
  );
}
