import { writeSession } from '../../../src/core/export/write-export.ts';
import { writeRedacted } from '../../../src/core/copy/write-redacted.ts';
import type { RedactionSummary, RedactRules } from '../../../src/core/redact/rules.ts';
import type { EventMoment, ReplayEvent, Session, SessionEvent } from '../../../src/core/recording.ts';
import { isActiveKind, kindOf } from '../../../src/core/rrweb/event-kind.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';

/** When made-up sessions start, Unix milliseconds. */
export const START = 1_700_000_000_000;

export type Json = Readonly<Record<string, unknown>>;

let lastId = 100;

export function element(tagName: string, attributes: object = {}, ...childNodes: readonly Json[]): Json {
  return { type: 2, id: lastId++, tagName, attributes, childNodes };
}

export function text(textContent: string): Json {
  return { type: 3, id: lastId++, textContent };
}

export function idOf(node: Json): number {
  return Number(node['id']);
}

/** A Meta event and a full snapshot; the body is node 4. */
export function page(body: readonly Json[], seconds = 0, href = 'https://shop.test/'): readonly Json[] {
  const html = {
    ...element('html', {}, { ...element('head'), id: 3 }, { ...element('body', {}, ...body), id: 4 }),
    id: 2,
  };
  const node = { type: 0, id: 1, childNodes: [html] };
  return [
    { type: 4, timestamp: START + seconds * 1000, data: { href, width: 800, height: 600 } },
    { type: 2, timestamp: START + seconds * 1000, data: { node, initialOffset: { top: 0, left: 0 } } },
  ];
}

export function incremental(seconds: number, data: object): Json {
  return { type: 3, timestamp: START + seconds * 1000, data };
}

export function mutation(seconds: number, changes: object): Json {
  return incremental(seconds, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...changes });
}

/** Something is typed into a field. */
export function input(seconds: number, field: Json, typed: string, isChecked = false): Json {
  return incremental(seconds, { source: 5, id: idOf(field), text: typed, isChecked });
}

/** Attributes of a node change. */
export function attribute(seconds: number, node: Json, attributes: object): Json {
  return mutation(seconds, { attributes: [{ id: idOf(node), attributes }] });
}

export function custom(seconds: number, tag: string, payload: unknown): Json {
  return { type: 5, timestamp: START + seconds * 1000, data: { tag, payload } };
}

export function plugin(seconds: number, name: string, payload: unknown): Json {
  return { type: 6, timestamp: START + seconds * 1000, data: { plugin: `rrweb/${name}@1`, payload } };
}

export function request(seconds: number, fields: object): Json {
  return plugin(seconds, 'network', {
    requests: [{ name: 'https://shop.test/api', timestamp: START + seconds * 1000, ...fields }],
  });
}

/** A session of one window, or of several by their ids; each time through it its events are new. */
export function sessionOf(
  events: readonly Json[] | Readonly<Record<string, readonly Json[]>>,
  facts: Partial<Pick<Session, 'id' | 'person'>> = {},
): Session {
  const windows: Readonly<Record<string, readonly Json[]>> = Array.isArray(events)
    ? { 'w-1': events as readonly Json[] }
    : (events as Readonly<Record<string, readonly Json[]>>);
  const all = Object.entries(windows)
    .flatMap(([windowId, own]) => own.map((event) => ({ windowId, event })))
    .sort((a, b) => Number(a.event['timestamp']) - Number(b.event['timestamp']));
  return {
    id: 'session-1',
    person: null,
    ...facts,
    windowIds: Object.keys(windows),
    moments: () => all.map(momentOf),
    events: () => JSON.parse(JSON.stringify(all)) as SessionEvent[],
  };
}

function momentOf({ windowId, event }: { readonly windowId: string; readonly event: Json }): EventMoment {
  const kind = kindOf(Number(event['type']), event['data'] as Json);
  return { windowId, timestamp: Number(event['timestamp']), kind, isActive: isActiveKind(kind) };
}

export interface Redacted {
  /** The export as it is written. */
  readonly json: string;
  readonly data: Json;
  readonly events: readonly Json[];
  readonly summary: RedactionSummary;
  readonly blob: Blob;
}

export async function redacted(session: Session, rules: RedactRules): Promise<Redacted> {
  const { blob, summary } = await writeRedacted(session, rules, '2023-04-28', new TimeSlicer(() => 50));
  const json = await blob.text();
  const { data } = JSON.parse(json) as { data: Json };
  return { json, data, events: data['snapshots'] as readonly Json[], summary, blob };
}

/** The same session as it is written without any rules. */
export async function written(session: Session): Promise<string> {
  const { blob } = await writeSession(session, '2023-04-28', new TimeSlicer(() => 50));
  return blob.text();
}

/** All strings and keys in a value of JSON. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}

export function asEvents(events: readonly Json[]): ReplayEvent[] {
  return JSON.parse(JSON.stringify(events)) as ReplayEvent[];
}
