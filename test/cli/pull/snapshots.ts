import { gzipSync } from 'node:zlib';
import { linesOf, type ShapeLine, snappy } from '../../../fixtures/shapes.mjs';
import { type Answer, bytes, json, jsonl, told } from './answers.ts';

/** Where a session is stored, and how a server of that time hands it out. */
export type Storage =
  /** Numbered blocks, packed where that is asked for. */
  | 'blob_v2'
  /** The same from a server that knows lines alone. */
  | 'blob_v2 lines'
  | 'blob_v2_lts'
  | 'blob_v2_lts lines'
  /** Files of batches, gzipped for whoever transfers them. */
  | 'blob'
  /** The same, with nothing that says that it is gzip. */
  | 'blob gzip'
  /** The same, in a store at another origin, which takes no key. */
  | 'blob store'
  | 'blob+realtime'
  /** Realtime as servers told it that did not know its `version`. */
  | 'blob+realtime og'
  | 'realtime'
  /** Before there were sources. */
  | 'pages'
  | 'result pages';

export interface ServedSession {
  readonly id: string;
  readonly storage: Storage;
  /** A file of lines `[windowId, event]`. */
  readonly text: string;
  readonly start: string;
  readonly end: string;
  readonly distinctId?: string;
  readonly personId?: string;
  readonly playlist?: string;
  readonly ongoing?: boolean;
  /** Whether its data has been shredded, on which the list knows nothing. */
  readonly deleted?: boolean;
  /** Blocks that are listed and cannot be read. */
  readonly lost?: readonly number[];
  /** How many blocks or files it is in. */
  readonly parts?: number;
}

/**
 * What the snapshots API answers about a session: what there is of it, or a part.
 *
 * @param store the address of the store of files that lie elsewhere
 */
export function snapshotsOf(session: ServedSession, query: URLSearchParams, store: string): Answer {
  const { storage, deleted = false } = session;
  const isPacked = query.get('decompress') === 'false' && !storage.endsWith('lines');
  const source = query.get('source');
  const key = query.get('blob_key') ?? '';
  if (storage.endsWith('pages')) return pageOf(session, Number(query.get('offset') ?? 0));
  if (source === null) return json({ sources: sourcesOf(session) });
  if (deleted)
    return {
      ...json({ error: 'recording_deleted', message: 'Gone', deleted_at: '2026-11-02T00:00:00Z' }),
      status: 410,
    };
  switch (source) {
    case 'blob_v2':
      return blocksOf(session, query, isPacked);
    case 'blob_v2_lts': {
      if (key !== `lts/${session.id}`) return told(404, 'not_found', 'Recording not found');
      const lines = Buffer.from(session.text);
      return isPacked ? bytes(snappy(lines), 'application/octet-stream') : bytes(lines, 'application/jsonl');
    }
    case 'blob':
      if (storage === 'blob store')
        return {
          status: 302,
          headers: { location: `${store}/${session.id}/${key}` },
          body: NONE,
        };
      return {
        status: 200,
        headers: storage === 'blob gzip' ? {} : { 'content-encoding': 'gzip' },
        body: gzipSync(fileOf(session, key)),
      };
    default: {
      const newest = partsOf(session).at(-1) ?? [];
      const rows = batchesOf(newest);
      const isOld = storage.endsWith('og') || query.get('version') !== '2024-04-30';
      return isOld ? json({ snapshots: rows }) : bytes(jsonl(rows), 'application/json');
    }
  }
}

/** A file of batches of a session, by its key, which is two times. */
export function fileOf(session: ServedSession, key: string): Uint8Array {
  const part = partsOf(session).find((lines) => keyOf(lines) === key);
  return jsonl(batchesOf(part ?? []));
}

function pageOf(session: ServedSession, offset: number): Answer {
  const parts = partsOf(session);
  const windows: Record<string, object[]> = {};
  for (const [windowId, event] of parts[offset] ?? []) (windows[windowId] ??= []).push(event);
  // Behind a proxy, it does not know its own address.
  const next =
    offset + 1 < parts.length
      ? `http://internal:8000/api/projects/7/session_recordings/x/snapshots?offset=${offset + 1}`
      : null;
  const page = { snapshot_data_by_window_id: windows, next };
  return json(session.storage === 'result pages' ? { result: page } : page);
}

const NONE = new Uint8Array(0);

function blocksOf(session: ServedSession, query: URLSearchParams, isPacked: boolean): Answer {
  const [from, to] = ['start_blob_key', 'end_blob_key'].map((name) => Number(query.get(name) ?? NaN));
  const all = partsOf(session);
  if (Number.isNaN(from) || Number.isNaN(to)) return told(400, 'invalid_input', 'Must provide both keys');
  if (to! - from! > 20) return told(400, 'invalid_input', 'Cannot request more than 20 blob keys at once');
  if (to! >= all.length) return told(404, 'not_found', 'Block index out of range');
  const blocks = all
    .map((lines, i) => ({ lines, isLost: session.lost?.includes(i) ?? false }))
    .slice(from, to! + 1)
    .filter(({ isLost }) => !isLost)
    .map(({ lines }) => Buffer.from(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`));
  if (blocks.length === 0)
    return told(502, 'recording_blocks_unavailable', "Couldn't load this recording's data.");
  if (!isPacked) return bytes(Buffer.from(Buffer.concat(blocks).toString().trimEnd()), 'application/jsonl');
  const packed = blocks.map(snappy).flatMap((block) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(block.length);
    return [length, block];
  });
  return bytes(Buffer.concat(packed), 'application/octet-stream');
}

function sourcesOf(session: ServedSession): object[] {
  const { storage, id, start, end } = session;
  const realtime = { source: 'realtime', start_timestamp: start, end_timestamp: null, blob_key: null };
  if (storage.startsWith('blob_v2_lts'))
    return [{ source: 'blob_v2_lts', start_timestamp: null, end_timestamp: null, blob_key: `lts/${id}` }];
  if (storage === 'realtime') return [realtime];
  const parts = partsOf(session);
  const times = { start_timestamp: start, end_timestamp: end };
  const files = parts.map((lines) => ({ source: 'blob', ...times, blob_key: keyOf(lines) }));
  // While both were written, the older one was listed as well.
  if (storage.startsWith('blob_v2'))
    return [...files, ...parts.map((_, i) => ({ source: 'blob_v2', ...times, blob_key: String(i) }))];
  return storage.startsWith('blob+realtime') ? [...files.slice(0, -1), realtime] : files;
}

function partsOf({ text, storage, parts = 3 }: ServedSession): readonly (readonly ShapeLine[])[] {
  const lines = linesOf(text);
  const count = storage === 'realtime' ? 1 : parts;
  const startOf = (part: number) => Math.floor((part * lines.length) / count);
  return Array.from({ length: count }, (_, i) => lines.slice(startOf(i), startOf(i + 1)));
}

function keyOf(lines: readonly ShapeLine[]): string {
  return `${lines[0]![1].timestamp}-${lines.at(-1)![1].timestamp}`;
}

/** Runs of events of one window. */
function batchesOf(lines: readonly ShapeLine[]): { window_id: string; data: object[] }[] {
  const batches: { window_id: string; data: object[] }[] = [];
  for (const [window_id, event] of lines) {
    const last = batches.at(-1);
    if (last?.window_id === window_id) last.data.push(event);
    else batches.push({ window_id, data: [event] });
  }
  return batches;
}
