import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { SessionEvent } from '../../../src/core/recording.ts';
import type { SessionExtras } from '../../../src/core/scan/scan-for-leaks.ts';
import type { Sample } from './labelled.ts';

type ChildNode = DefaultTreeAdapterTypes.ChildNode;

interface Session {
  readonly events: readonly SessionEvent[];
  readonly extras: SessionExtras;
}

/** A session in which a sample's text stands where it says. */
export function sessionOf([where, marked]: Sample): Session {
  const text = marked.replace(/[⟦⟧]/g, '');
  const [place = '', name = ''] = where.split(' ');
  const extras = {
    person: place === 'person' ? text : null,
    markers: place === 'marker' ? [{ timestamp: 5, name: text }] : [],
  };
  return { extras, events: eventsOf(place, name, text).map((event) => ({ windowId: 'w', event })) };
}

/** Markup as rrweb records it. */
export function nodeOf(html: string): object {
  const ids = { next: 10 };
  const elements = parse(html).childNodes.filter((node) => 'tagName' in node);
  return { type: 0, id: 1, childNodes: elements.map((node) => serialized(node, ids)) };
}

export function snapshot(node: object): object {
  return { type: 2, timestamp: 2, data: { node, initialOffset: { top: 0, left: 0 } } };
}

export function change(data: object): object {
  return {
    type: 3,
    timestamp: 3,
    data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data },
  };
}

/** Markup as rrweb adds it to the node 1: the last sibling first, each node by itself. */
export function addsOf(html: string): readonly object[] {
  const ids = { next: 1000 };
  const adds: object[] = [];
  const add = (nodes: readonly ChildNode[], parentId: number) => {
    let nextId: number | null = null;
    for (const node of [...nodes].reverse()) {
      const recorded = Object.assign(serialized(node, ids), { childNodes: [] });
      adds.push({ parentId, nextId, node: recorded });
      nextId = recorded.id;
      add(childrenOf(node), recorded.id);
    }
  };
  add(parseFragment(html).childNodes, 1);
  return adds;
}

function eventsOf(place: string, name: string, text: string): readonly Record<string, unknown>[] {
  return [
    { type: 4, timestamp: 1, data: { href: place === 'address' ? text : '', width: 1, height: 1 } },
    ...more(),
  ].map((event) => ({ ...event }));

  function more(): readonly object[] {
    switch (place) {
      case 'html':
        return [snapshot(nodeOf(text))];
      case 'added':
        return [change({ adds: addsOf(text) })];
      case 'changed':
        return [change({ texts: [{ id: 7, value: text }] })];
      case 'attribute':
        return [snapshot(element(name === 'content' ? 'meta' : 'a', attributeOf(name, text)))];
      case 'input':
        return [snapshot(element('input', { ...fieldOf(name), value: text }))];
      case 'typed':
        return [
          snapshot(element('input', fieldOf(name))),
          { type: 3, timestamp: 3, data: { source: 5, id: 9, text, isChecked: false } },
        ];
      case 'style':
        return [snapshot(element('style', { _cssText: text }))];
      case 'canvas':
        return [
          change({ source: 9, id: 9, type: 0, commands: [{ property: 'fillText', args: [text, 1, 1] }] }),
        ];
      case 'pageview':
        return [{ type: 5, timestamp: 4, data: { tag: '$pageview', payload: { href: text } } }];
      case 'custom':
        return [{ type: 5, timestamp: 4, data: { tag: 'shop event', payload: JSON.parse(text) as unknown } }];
      case 'config':
        return [
          { type: 5, timestamp: 4, data: { tag: '$posthog_config', payload: JSON.parse(text) as unknown } },
        ];
      case 'console':
        return [plugin('rrweb/console@1', { level: 'log', trace: [], payload: [JSON.stringify(text)] })];
      case 'trace':
        return [plugin('rrweb/console@1', { level: 'log', trace: [text], payload: ['"x"'] })];
      default:
        return requestsOf(place, name, text);
    }
  }
}

function requestsOf(place: string, name: string, text: string): readonly object[] {
  const request = {
    'network-address': { name: text },
    'request-body': { requestBody: text },
    'response-body': { responseBody: text },
    'request-header': { requestHeaders: { [name]: text } },
    'response-header': { responseHeaders: { [name]: text } },
  }[place];
  return request
    ? [plugin('rrweb/network@1', { requests: [{ name: 'https://x.example/', ...request }] })]
    : [];
}

function plugin(name: string, payload: object): object {
  return { type: 6, timestamp: 4, data: { plugin: name, payload } };
}

function element(tagName: string, attributes: object): object {
  return { type: 0, id: 1, childNodes: [{ type: 2, id: 9, tagName, attributes, childNodes: [] }] };
}

function attributeOf(name: string, text: string): object {
  return name === 'content' ? { name: 'csrf-token', content: text } : { [name]: text };
}

function fieldOf(name: string): object {
  return name === 'password' ? { type: 'password' } : { type: 'text', name };
}

function serialized(node: ChildNode, ids: { next: number }): { id: number } {
  const id = ids.next++;
  if (!('tagName' in node)) {
    const textContent = 'value' in node ? node.value : 'data' in node ? node.data : '';
    return Object.assign({ id }, { type: 3, textContent });
  }
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const childNodes = childrenOf(node).map((child) => serialized(child, ids));
  return Object.assign({ id }, { type: 2, tagName: node.tagName, attributes, childNodes });
}

function childrenOf(node: ChildNode): readonly ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}
