import { styleText } from 'node:util';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. */
export interface Terminal {
  readonly stdin: Readable;
  /** Results, and nothing else. */
  readonly stdout: Output;
  /** What went wrong, and how far it is. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user stops the command. */
  readonly signal: AbortSignal;
}

export type Output = Writable & { readonly isTTY?: boolean };

/** A text in a colour where people see it: in a terminal, unless `NO_COLOR` says otherwise. */
export function coloured(output: Output, style: Parameters<typeof styleText>[0], text: string): string {
  // It looks at the environment as well. A stream that is no terminal's gets plain text.
  return styleText(style, text, { stream: output });
}

/** Characters that a terminal would obey, as signs that stand for them: what a recording holds is text. */
export function printable(text: string): string {
  return text.replace(CONTROLS, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

// eslint-disable-next-line no-control-regex -- these are what it is about
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Writes, and waits where the other side cannot take more. */
export function write(output: Output, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
