import type { EntryNote, EntryTarget } from '../../../../src/core/entries/entry.ts';
import type { RequestDetail } from '../../../../src/core/entries/requests/request.ts';
import { SessionTrace } from '../../../../src/core/entries/signals/session-trace.ts';
import type { SignalRule } from '../../../../src/core/entries/signals/signal.ts';
import { signalsOf } from '../../../../src/core/entries/signals/signals-of.ts';
import { kindOf } from '../../../../src/core/rrweb/event-kind.ts';
import { PageTree } from '../../../../src/core/rrweb/page-tree.ts';
import type { ReplayEvent } from '../../../../src/core/recording.ts';

const START = 1_700_000_000_000;
const NO_MESSAGE = { headers: [], body: null, redacted: [] };

/** Elements of the page, by what they are called in tests. */
export const NODES = {
  button: { id: 10, role: 'button', tagName: 'button', attributes: {} },
  next: { id: 11, role: 'button', tagName: 'button', attributes: {} },
  field: { id: 12, role: 'textbox', tagName: 'input', attributes: {} },
  email: { id: 13, role: 'textbox', tagName: 'input', attributes: { type: 'email' } },
  box: { id: 14, role: 'checkbox', tagName: 'input', attributes: { type: 'checkbox' } },
  link: { id: 15, role: 'link', tagName: 'a', attributes: { href: 'https://x.test/other' } },
  placeholder: { id: 16, role: 'link', tagName: 'a', attributes: { href: 'https://x.test/#' } },
  paragraph: { id: 17, role: 'paragraph', tagName: 'p', attributes: {} },
  drawing: { id: 18, role: 'canvas', tagName: 'canvas', attributes: {} },
  picture: { id: 19, role: 'img', tagName: 'img', attributes: { alt: 'A fern' } },
  file: { id: 20, role: 'button', tagName: 'input', attributes: { type: 'file' } },
  blocked: { id: 21, role: 'div', tagName: 'div', attributes: { rr_width: '9px', rr_height: '9px' } },
  menu: { id: 22, role: 'combobox', tagName: 'select', attributes: {} },
  popover: { id: 23, role: 'button', tagName: 'button', attributes: { popovertarget: 'hint' } },
  styled: { id: 24, role: 'div', tagName: 'div', attributes: { class: 'big btn' } },
} as const;

export type NodeName = keyof typeof NODES;

/** A session as events and, beside them, the entries that are made of them. Times are seconds from its start. */
export class TestSession {
  readonly #events: { readonly windowId: string; readonly event: ReplayEvent }[] = [];
  readonly #entries: EntryNote[] = [];

  constructor() {
    for (const windowId of ['w']) this.page(0, 'https://x.test/', windowId);
  }

  /** A page is loaded, with all of `NODES` on it. */
  page(time: number, href: string, windowId = 'w'): this {
    const body = Object.values(NODES).map(({ id, tagName, attributes }) => ({
      ...{ type: 2, id, tagName, attributes },
      childNodes: [],
    }));
    const html = { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: body };
    const node = { type: 0, id: 1, childNodes: [html] };
    this.#event(time, 2, { node, initialOffset: { top: 0, left: 0 } }, windowId);
    return this.#entry('page', time, { href, title: '', by: 'load' }, { windowId });
  }

  /** @param to x and y */
  click(time: number, name: NodeName, to: readonly [number, number] = [50, 50], label: string = name): this {
    const { id } = NODES[name];
    this.#event(time, 3, { source: 2, type: 2, id, x: to[0], y: to[1] });
    const detail = { button: 'left', x: to[0], y: to[1] } as const;
    return this.#entry('click', time, detail, { target: targetOf(name, label) });
  }

  type(time: number, name: NodeName, value: string, type = 'text'): this {
    this.#event(time, 3, { source: 5, id: NODES[name].id, text: value, isChecked: false });
    const detail = { type, masked: false, value, checked: null, changes: 1 };
    return this.#entry('input', time, detail, { end: time, target: targetOf(name, name) });
  }

  /** Something on the page changes. */
  change(...times: readonly number[]): this {
    for (const time of times)
      this.#event(time, 3, {
        source: 0,
        adds: [],
        removes: [],
        attributes: [],
        texts: [{ id: 9, value: '' }],
      });
    return this;
  }

  scroll(time: number, y: number): this {
    this.#event(time, 3, { source: 3, id: 1, x: 0, y });
    return this;
  }

  /** The element under focus is another one. */
  focus(time: number, name: NodeName): this {
    this.#event(time, 3, { source: 2, type: 5, id: NODES[name].id });
    return this;
  }

  select(time: number): this {
    this.#event(time, 3, { source: 14, ranges: [] });
    return this;
  }

  /** The pointer moved `from` seconds `to` seconds, and the recorder told of it at `time`. */
  moves(from: number, to: number, time: number): this {
    const positions = [from, to].map((at) => ({
      x: 1,
      y: 1,
      id: 10,
      timeOffset: Math.round((at - time) * 1000),
    }));
    this.#event(time, 3, { source: 1, positions });
    return this;
  }

  /** The pointer moves all the time, and the recorder tells of it as it should. */
  moving(from: number, to: number): this {
    for (let at = from; at < to; at += 0.5) this.moves(at, at + 0.48, at + 0.5);
    return this;
  }

  request(time: number, url: string, detail: Partial<RequestDetail> = {}): this {
    const whole: RequestDetail = {
      ...{ method: 'GET', url, status: 200, type: 'fetch', failed: false, error: '', cached: false },
      ...{
        duration: 0.1,
        phases: [],
        sizes: { transferred: null, encoded: null, decoded: null },
        protocol: '',
      },
      ...{ request: NO_MESSAGE, response: NO_MESSAGE },
      ...detail,
    };
    return this.#entry('request', time, whole);
  }

  error(time: number, message: string): this {
    const detail = { name: 'TypeError', message, stack: [], by: 'exception' } as const;
    return this.#entry('error', time, detail, { level: 'error' });
  }

  visible(time: number, visible: boolean): this {
    return this.#entry('visibility', time, { visible });
  }

  /** Something of a window that tells of nothing else: a custom event. */
  nothing(time: number, windowId = 'w'): this {
    this.#event(time, 5, { tag: 'tick', payload: {} }, windowId);
    return this;
  }

  signals(): readonly EntryNote<'signal'>[] {
    const trace = new SessionTrace();
    const trees = new Map<string, PageTree>();
    for (const { windowId, event } of this.#events.sort((a, b) => a.event.timestamp - b.event.timestamp)) {
      const data = event.data as Record<string, unknown>;
      if (event.type === 2) trees.set(windowId, new PageTree(structuredClone(data['node']) as never));
      const find = (id: number) => trees.get(windowId)?.find(id) ?? null;
      const kind = kindOf(event.type, data);
      trace.look({ kind, windowId, event }, (event.timestamp - START) / 1000, find);
    }
    return signalsOf(this.#entries, trace.windows);
  }

  /** Those of one rule. */
  of(rule: SignalRule): readonly EntryNote<'signal'>[] {
    return this.signals().filter(({ detail }) => detail.rule === rule);
  }

  #event(time: number, type: number, data: object, windowId = 'w'): void {
    const event = { type, data, timestamp: START + Math.round(time * 1000) } as ReplayEvent;
    this.#events.push({ windowId, event });
  }

  #entry<K extends EntryNote['kind']>(
    kind: K,
    time: number,
    detail: EntryNote<K>['detail'],
    besides: Partial<Pick<EntryNote, 'end' | 'target' | 'level' | 'windowId'>> = {},
  ): this {
    const id = `${kind}-${Math.round(time * 1000)}`;
    this.#entries.push({ id, kind, time, windowId: 'w', ...besides, detail } as EntryNote);
    return this;
  }
}

function targetOf(name: NodeName, label: string): EntryTarget {
  const { id, role } = NODES[name];
  return { name: label, role, selector: `#${name}`, nodeId: id };
}
