/** A request that a page sent. */
export interface RequestDetail {
  readonly method: string;
  readonly url: string;
  /** HTTP status; null where none came or none was recorded. */
  readonly status: number | null;
  /** What asked for it: `fetch`, `xmlhttprequest`, `img`, `script`, `link`, `navigation`, `websocket`, … */
  readonly type: string;
  readonly failed: boolean;
  /** Why there is no answer, as recorded, such as `aborted`; empty where it is not known. */
  readonly error: string;
  readonly cached: boolean;
  /** Seconds from sending to the end of the answer; null where it was not recorded. */
  readonly duration: number | null;
  /** Phases in the order of time, in seconds; those that were not recorded are missing. */
  readonly phases: readonly { readonly name: RequestPhase; readonly seconds: number }[];
  /** Bytes; null where they were not recorded. */
  readonly sizes: {
    readonly transferred: number | null;
    readonly encoded: number | null;
    readonly decoded: number | null;
  };
  /** Such as `h2`; empty where it is not known. */
  readonly protocol: string;
  readonly request: RequestMessage;
  readonly response: RequestMessage;
}

export type RequestPhase = 'redirect' | 'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive';

/** One direction of a request. */
export interface RequestMessage {
  /** As recorded, in their order. Values that the recorder took out are `redacted` there, and named in `redacted`. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As recorded; null where there was none, or none was recorded. */
  readonly body: string | null;
  /** What the recorder took out: names of headers, `body`, parts of the address. */
  readonly redacted: readonly string[];
}
