import { NodeType } from '@rrweb/types';
import type { Fields } from '../json.ts';
import type { NodeIds } from './node-ids.ts';
import { element, text, type ElementNode } from './nodes.ts';

/** Ids of the document around the app's nodes. */
export const SKELETON = {
  document: 1,
  doctype: 2,
  html: 3,
  head: 4,
  body: 5,
  navigationBarParent: 7,
  /** Of a bar without an id of its own. */
  navigationBar: 8,
  keyboardParent: 9,
  keyboard: 10,
  statusBarParent: 11,
  /** Of a bar without an id of its own. */
  statusBar: 12,
} as const;

const PAGE_STYLE = 'height: 100vh; width: 100vw;';

/** Nodes look as the app says and not as browsers draw form controls. */
const SHEET = `
body { margin: unset; font-family: system-ui, sans-serif; }
input, button, select, textarea {
  font: inherit; margin: 0; padding: 0; border: 0; outline: 0; background: transparent;
  padding-block: 0 !important;
}
.input:focus { outline: none; }
img { border-style: none; }
`;

export interface DocumentNode {
  readonly type: NodeType.Document;
  readonly id: number;
  readonly childNodes: readonly Fields[];
}

/** What stands in the body, in stacking order. */
export interface Screen {
  readonly app: readonly ElementNode[];
  readonly navigationBar: ElementNode | null;
  readonly statusBar: ElementNode | null;
}

/** Source: PostHog/posthog: common/replay-shared/src/mobile/transformer/transformers.ts */
export function documentNode(screen: Screen, ids: NodeIds): DocumentNode {
  const sheet = element(ids.next(), 'style', { type: 'text/css' }, [text(ids.next(), SHEET)]);
  const reason = 'holds the place of the keyboard among what is stacked';
  const body = element(SKELETON.body, 'body', { style: PAGE_STYLE }, [
    ...screen.app,
    element(SKELETON.keyboardParent, 'div', { 'data-render-reason': reason }),
    element(SKELETON.navigationBarParent, 'div', {}, screen.navigationBar ? [screen.navigationBar] : []),
    element(SKELETON.statusBarParent, 'div', {}, screen.statusBar ? [screen.statusBar] : []),
  ]);
  const html = element(SKELETON.html, 'html', { style: PAGE_STYLE }, [
    element(SKELETON.head, 'head', {}, [sheet]),
    body,
  ]);
  const names = { name: 'html', publicId: '', systemId: '' };
  const doctype = { type: NodeType.DocumentType, id: SKELETON.doctype, ...names };
  return { type: NodeType.Document, id: SKELETON.document, childNodes: [doctype, { ...html }] };
}
