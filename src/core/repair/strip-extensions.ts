import { asText, isRecord } from '../json.ts';
import { childNodesOf } from '../rrweb/serialized-node.ts';

/**
 * Browser extensions that put large interfaces of their own into the pages they are recorded with, by a word of
 * their elements and the id of their files.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/, chrome-extension-stripping
 */
const EXTENSIONS = [
  { name: 'Snap&Read', words: ['dji-sru'], ids: ['mloajfnmjckfjbeeofcdaecbelnblden'] },
  { name: 'AITOPIA', words: ['aitopia'], ids: ['becfinhbfclcgokjlobojlnldbfillpf'] },
  { name: 'Sublime Pop-up', words: ['sublime-root'], ids: ['fnliebffpgomomjeflboommgbdnjadbh'] },
] as const;

/**
 * Takes out of a full snapshot what known browser extensions had put into the page. Edits the tree, which must be
 * the caller's own.
 *
 * @returns names of the extensions that were found
 */
export function stripExtensions(root: unknown): string[] {
  const found = new Set<string>();
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    for (const extension of EXTENSIONS) {
      if (strip(node, extension)) found.add(extension.name);
    }
    for (const child of childNodesOf(node)) stack.push(child);
  }
  return [...found];
}

function strip(node: Record<string, unknown>, { words, ids }: (typeof EXTENSIONS)[number]): boolean {
  const attributes = isRecord(node['attributes']) ? node['attributes'] : {};
  let isFound = false;
  const isOfExtension = (value: unknown) =>
    typeof value === 'string' &&
    value.includes('chrome-extension://') &&
    ids.some((id) => value.includes(`chrome-extension://${id}`));
  if (isOfExtension(node['textContent'])) {
    node['textContent'] = '';
    isFound = true;
  }
  if (isOfExtension(attributes['_cssText'])) {
    attributes['_cssText'] = '';
    isFound = true;
  }
  const names = [node['tagName'], attributes['id']].map((value) => asText(value).toLowerCase());
  const word = words.find((candidate) => names.some((name) => name.includes(candidate)));
  if (word !== undefined) {
    node['childNodes'] = [];
    isFound = true;
  }
  const { class: classes } = attributes;
  if (typeof classes === 'string') {
    const kept = words.reduce((text, candidate) => text.replaceAll(candidate, ''), classes);
    isFound ||= kept !== classes;
    attributes['class'] = kept;
  }
  return isFound;
}
