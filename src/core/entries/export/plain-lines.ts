import type { ReplayEntry } from '../entry.ts';

/** Characters that steer a terminal or end a file for some readers, but for tabs and line breaks. */
// eslint-disable-next-line no-control-regex -- that is what it is for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Unicode has a picture of each control character below the space, in the same order; DEL has its own. */
const PICTURES = 0x2400;

/**
 * What an entry says, as lines: its title, and the stack of what was logged or thrown. Control characters are shown,
 * not written: a terminal would obey them.
 */
export function linesOf({ title, kind, detail }: ReplayEntry): string[] {
  const stack = kind === 'console' || kind === 'error' ? detail.stack : [];
  return [
    ...title.split(/\r\n|[\n\r\u2028\u2029]/),
    ...stack.map((frame) => frame.trim().replace(/^(?:at )?/, 'at ')),
  ].map(shown);
}

/** A line that no terminal obeys. */
export function shown(line: string): string {
  return line.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\uFFFD';
  });
}
