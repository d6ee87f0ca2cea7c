import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf, type Shape } from '../../fixtures/shapes.mjs';
import { recording } from './command.ts';

/** Writes the checkout session in a shape into a folder, and tells of its files, in their order. */
export async function writeShape(shape: Shape, folder: string): Promise<readonly string[]> {
  const lines = linesOf(await readFile(recording('checkout.jsonl'), 'utf8'));
  const files = [shape.write(lines, 'a-session')].flat();
  const paths = files.map((_, i) => join(folder, `${shape.id}-${i}`));
  await Promise.all(paths.map((path, i) => writeFile(path, files[i]!)));
  return paths;
}
