/** An answer of the server. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Lines of JSON. */
export const jsonl = (rows: readonly object[]) =>
  Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));

export const bytes = (body: Uint8Array, type: string): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

export const json = (value: object): Answer => bytes(Buffer.from(JSON.stringify(value)), 'application/json');

/** A refusal, as PostHog words it. */
export function told(status: number, code: string, detail: string): Answer {
  return { ...json({ type: 'error', code, detail, attr: null }), status };
}
