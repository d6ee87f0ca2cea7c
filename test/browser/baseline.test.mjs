import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const filePath = fileURLToPath(new URL('../../src/masks/replay-mask-layer.styles.ts', import.meta.url));

/** What the lint says of a file of the player, by rule and line, with more lines at its end. */
async function complaints(...lines) {
  const before = await readFile(filePath, 'utf8');
  const [{ messages }] = await new ESLint({ cwd: root }).lintText([before, ...lines].join('\n'), {
    filePath,
  });
  const start = before.split('\n').length;
  return messages
    .filter(({ ruleId }) => ruleId?.endsWith('use-baseline'))
    .map(({ ruleId, line }) => `${ruleId} ${line - start}`);
}

describe('the lint of what browsers must know', () => {
  it('takes what the oldest of them know', async () => {
    const lines = ['export const one = [1].toSorted();', 'export const two = css`', 'p { inset: 0 }`;'];
    assert.deepEqual(await complaints(...lines), []);
  });

  it('fails for newer methods and styles, at their line', async () => {
    const found = await complaints(
      'export const one = (p: Document) => p.startViewTransition();',
      'export const two = css`',
      '  p { field-sizing: content; }',
      '  p { color: contrast-color(red); }',
      '  p:has-slotted { color: red }',
      '`;',
      'export const three = css`@starting-style { p { opacity: 0 } }`;',
    );
    assert.deepEqual([...new Set(found)].sort(), [
      'baseline-js/use-baseline 1',
      'css/use-baseline 3',
      'css/use-baseline 4',
      'css/use-baseline 5',
      'css/use-baseline 7',
    ]);
  });
});
