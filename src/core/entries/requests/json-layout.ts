const INDENT = '  ';

/** Strings, marks, and all else between them: numbers, `true`, `null`. White space is left out. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON over several lines. It is laid out as it stands, not read and written again: numbers with more digits than
 * JavaScript keeps, and names that occur twice, stay.
 *
 * @param json which must be valid
 */
export function layOutJson(json: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const breakLine = (): void => {
    lines.push(line);
    line = INDENT.repeat(depth);
  };
  const tokens = json.match(TOKENS) ?? [];
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1] ?? '';
    if (token === '{' || token === '[') {
      line += token;
      const isEmpty = next === '}' || next === ']';
      if (isEmpty) continue;
      depth++;
      breakLine();
    } else if (token === '}' || token === ']') {
      const before = tokens[i - 1];
      if (before !== '{' && before !== '[') {
        depth--;
        breakLine();
      }
      line += token;
    } else if (token === ',') {
      line += token;
      breakLine();
    } else {
      line += token === ':' ? ': ' : token;
    }
  }
  return [...lines, line].join('\n');
}
