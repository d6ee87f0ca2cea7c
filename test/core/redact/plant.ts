import type { Json } from './session.ts';

/** An event with something put into it, and where. */
export interface Planted {
  readonly place: string;
  readonly event: Json;
}

type Path = readonly (string | number)[];

/** Members of rrweb's format by which events hold together: their numbers stay what they are. */
const FIXED =
  /(?:^|\.)(?:type|source|pointerType|timestamp|timeOffset|id|parentId|nextId|previousId|rootId|styleIds?|index|start|end)$/;
/** Wherever these stand in what a page, a plugin or a site has written, they are content. */
const FREE = /\.(?:payload|args|attributes\.attributes)\b/;

/** An event for each of its texts, numbers and objects, with a text, a number or a name in its place. */
export function* plantedIn(event: Json, secret: string, number: number): Generator<Planted> {
  for (const path of pathsOf(event, [])) {
    const value = valueAt(event, path);
    const name = path.join('.');
    const isFixed = FIXED.test(name.replace(/(?:\.\d+)+/g, '')) && !FREE.test(name);
    const put = (with_: unknown, what: string): Planted => ({
      place: `${JSON.stringify(event).slice(0, 60)} ${name} as ${what}`,
      event: withValue(event, path, with_) as Json,
    });
    if (typeof value === 'string') {
      yield put(secret, 'text');
      yield put(`of ${secret}, and more`, 'part of a text');
    } else if (typeof value === 'number') {
      if (!isFixed) for (const one of [number, -number, number + 0.25]) yield put(one, `${one}`);
      yield put(secret, 'text');
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      yield put({ ...value, [secret]: 1 }, 'name');
      yield put({ ...value, extra: secret }, 'extra text');
      yield put({ ...value, extra: number }, 'extra number');
      yield put({ ...value, extra: { [secret]: [secret, { deep: number }] } }, 'extra object');
    }
  }
}

function* pathsOf(value: unknown, path: Path): Generator<Path> {
  // Which event it is is said by these.
  if (/^(?:type|data\.(?:source|tag|plugin)|timestamp)$/.test(path.join('.'))) return;
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* pathsOf(inner, [...path, Array.isArray(value) ? Number(name) : name]);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, name) => (at as Json)[name], value);
}

function withValue(value: unknown, [name, ...path]: Path, put: unknown): unknown {
  if (name === undefined) return put;
  const own = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Json) };
  (own as Record<string | number, unknown>)[name] = withValue((value as Json)[name], path, put);
  return own;
}
